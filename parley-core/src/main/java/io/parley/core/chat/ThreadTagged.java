package io.parley.core.chat;

/// A thread was given a tag.
public record ThreadTagged(ChatId chatId, ThreadId threadId, String tag) implements ChatChange {}
