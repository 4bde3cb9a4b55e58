package io.parley.core.chat;

/// A tag was taken from a thread.
public record ThreadUntagged(ChatId chatId, ThreadId threadId, String tag) implements ChatChange {}
