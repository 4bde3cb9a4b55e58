package io.parley.core.chat;

import io.parley.core.user.CustomerId;
import java.time.Instant;

/// What a customer has typed and not sent, for agents. Not kept.
public record SneakPeeked(
    ChatId chatId, ThreadId threadId, CustomerId author, String text, Instant at)
    implements ChatChange {
  @Override
  public boolean durable() {
    return false;
  }
}
