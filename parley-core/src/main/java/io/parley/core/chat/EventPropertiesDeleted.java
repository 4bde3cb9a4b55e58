package io.parley.core.chat;

import io.parley.core.event.Event;
import java.util.List;
import java.util.Map;

/// Properties of an event were deleted.
///
/// @param event the event as it is now
/// @param names those that were deleted, by namespace
public record EventPropertiesDeleted(ChatId chatId, Event event, Map<String, List<String>> names)
    implements ChatChange {}
