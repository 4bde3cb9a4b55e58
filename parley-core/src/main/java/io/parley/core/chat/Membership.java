package io.parley.core.chat;

import io.parley.core.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user's place in a chat.
///
/// @param present false for one who left, or who wrote without joining
/// @param eventsSeenUpTo the time of the newest event that the user has seen
public record Membership(
    UserId userId, boolean present, Visibility visibility, @Nullable Instant eventsSeenUpTo) {

  /// A user who joins now.
  public static Membership joining(UserId userId) {
    return new Membership(userId, true, Visibility.ALL, null);
  }

  /// A user who writes without joining.
  public static Membership absent(UserId userId) {
    return new Membership(userId, false, Visibility.ALL, null);
  }

  /// The same user, present or not.
  public Membership withPresent(boolean newPresent) {
    return newPresent == present
        ? this
        : new Membership(userId, newPresent, visibility, eventsSeenUpTo);
  }

  /// The same user, having seen more.
  public Membership withSeenUpTo(Instant time) {
    return new Membership(userId, present, visibility, time);
  }
}
