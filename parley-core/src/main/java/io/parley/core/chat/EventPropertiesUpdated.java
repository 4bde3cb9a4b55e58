package io.parley.core.chat;

import io.parley.core.event.Event;
import io.parley.core.property.Properties;

/// Properties of an event were set.
///
/// @param event the event as it is now
/// @param properties those that were set, not all that the event has
public record EventPropertiesUpdated(ChatId chatId, Event event, Properties properties)
    implements ChatChange {}
