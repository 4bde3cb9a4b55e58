package io.parley.core.chat;

import java.util.List;
import java.util.Map;

/// Properties of a chat were deleted.
///
/// @param names those that were deleted, by namespace
public record ChatPropertiesDeleted(ChatId chatId, Map<String, List<String>> names)
    implements ChatChange {}
