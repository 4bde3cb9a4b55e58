package io.parley.core.chat;

import io.parley.core.user.CustomerId;
import java.time.Instant;

/// What a customer has typed and not sent, for agents. Not kept.
///
/// @param shown false if it is held back because another was shown a moment ago; it is shown when
///     its turn comes, unless there is a newer one then or the customer has sent something
public record SneakPeeked(
    ChatId chatId, ThreadId threadId, CustomerId author, String text, Instant at, boolean shown)
    implements ChatChange {
  @Override
  public boolean durable() {
    return false;
  }

  /// The same, shown at that time.
  public SneakPeeked shownAt(Instant time) {
    return new SneakPeeked(chatId, threadId, author, text, time, true);
  }
}
