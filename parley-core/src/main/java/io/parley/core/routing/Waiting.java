package io.parley.core.routing;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An active chat without an agent.
///
/// @param since when its thread began: a chat that had an agent and lost it comes before all that
///     came after it
/// @param access the groups whose agents may have it
/// @param ignoresBots whether it waits for a person
/// @param pinned whether it stays without an agent rather than being refused
/// @param routed whether the router gives it to the next free agent
public record Waiting(
    ChatId chatId,
    Instant since,
    Access access,
    boolean ignoresBots,
    boolean pinned,
    boolean routed) {
  /// Who came first.
  static final Comparator<Waiting> BY_TIME =
      Comparator.comparing(Waiting::since).thenComparing(waiting -> waiting.chatId().value());

  /// The chat as one that waits; null if it is not active or has an agent.
  static @Nullable Waiting of(@Nullable Chat chat) {
    var thread = chat == null ? null : chat.activeThread().orElse(null);
    return chat == null || thread == null || !chat.presentAgents().isEmpty()
        ? null
        : new Waiting(
            chat.id(),
            thread.createdAt(),
            chat.access(),
            Demand.ignoresBots(chat),
            chat.properties().flag("routing", "pinned"),
            !Demand.ignoresRouting(chat));
  }
}
