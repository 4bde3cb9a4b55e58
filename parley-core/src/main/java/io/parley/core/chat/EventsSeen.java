package io.parley.core.chat;

import io.parley.core.user.UserId;
import java.time.Instant;

/// A user of a chat has seen its events up to a time.
public record EventsSeen(ChatId chatId, UserId userId, Instant seenUpTo) implements ChatChange {}
