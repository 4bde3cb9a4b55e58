package io.parley.core.chat;

import io.parley.core.property.Properties;

/// Properties of a chat were set.
///
/// @param properties those that were set, not all that the chat has
public record ChatPropertiesUpdated(ChatId chatId, Properties properties) implements ChatChange {}
