package io.parley.core.chat;

import io.parley.core.property.Properties;
import java.util.List;
import java.util.Map;

/// Properties of a thread were deleted.
///
/// @param names those that were deleted, by namespace
/// @param remaining all that the thread has now
public record ThreadPropertiesDeleted(
    ChatId chatId, ThreadId threadId, Map<String, List<String>> names, Properties remaining)
    implements ChatChange {}
