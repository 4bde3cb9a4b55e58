package io.parley.core.license;

import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.user.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How fast agents are shown what customers type: the first text of a chat at once, then two a
/// second. What comes faster is held back, and the latest of it wins.
final class SneakPeeks {
  private static final Duration PACE = Duration.ofMillis(500);

  private final Map<ChatId, Instant> shownAt = new HashMap<>();
  private final Map<ChatId, SneakPeeked> held = new HashMap<>();

  /// From when on another text of the chat may be shown.
  Instant nextTurn(ChatId chatId) {
    Instant last = shownAt.get(chatId);
    return last == null ? Instant.MIN : last.plus(PACE);
  }

  /// What waits for the chat's turn, or null.
  @Nullable SneakPeeked heldOrNull(ChatId chatId) {
    return held.get(chatId);
  }

  void apply(ChatChange change, Deadlines deadlines) {
    if (change instanceof SneakPeeked peek) {
      apply(peek, deadlines);
    } else if (change instanceof EventAdded added) {
      if (added.event().author() instanceof CustomerId) {
        drop(added.chatId(), deadlines);
      }
    } else if (change instanceof ThreadClosed closed) {
      drop(closed.chatId(), deadlines);
      shownAt.remove(closed.chatId());
    }
  }

  private void apply(SneakPeeked peek, Deadlines deadlines) {
    if (peek.shown()) {
      drop(peek.chatId(), deadlines);
      shownAt.put(peek.chatId(), peek.at());
    } else {
      held.put(peek.chatId(), peek);
      deadlines.set(new Deadlines.Subject.OfSneakPeek(peek.chatId()), nextTurn(peek.chatId()));
    }
  }

  /// What is held back, if anything is, is out of date.
  private void drop(ChatId chatId, Deadlines deadlines) {
    if (held.remove(chatId) != null) {
      deadlines.clear(new Deadlines.Subject.OfSneakPeek(chatId));
    }
  }
}
