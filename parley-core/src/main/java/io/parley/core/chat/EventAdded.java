package io.parley.core.chat;

import io.parley.core.event.Event;

/// The last thread of a chat has a new event. Initial events come with [ThreadStarted] instead.
public record EventAdded(ChatId chatId, Event event) implements ChatChange {}
