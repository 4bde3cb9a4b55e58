package io.parley.core.chat;

import io.parley.core.event.Recipients;
import io.parley.core.user.UserId;
import java.time.Instant;

/// A user of a chat began or stopped typing. Not kept.
public record TypingIndicated(
    ChatId chatId,
    ThreadId threadId,
    UserId author,
    Recipients recipients,
    boolean typing,
    Instant at)
    implements ChatChange {
  @Override
  public boolean durable() {
    return false;
  }
}
