package io.parley.core.chat;

import java.time.Instant;

/// The active thread of a chat was looked at, and is to be looked at again. Not kept.
///
/// @param next when the thread is inactive for too long unless something happens in it
public record InactivityReviewed(ChatId chatId, Instant next) implements ChatChange {
  @Override
  public boolean durable() {
    return false;
  }
}
