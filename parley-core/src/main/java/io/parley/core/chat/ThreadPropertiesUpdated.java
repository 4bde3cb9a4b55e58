package io.parley.core.chat;

import io.parley.core.property.Properties;

/// Properties of a thread were set.
///
/// @param properties those that were set, not all that the thread has
public record ThreadPropertiesUpdated(ChatId chatId, ThreadId threadId, Properties properties)
    implements ChatChange {}
