package io.parley.core.agent;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an agent wants to be told, how to reach the agent, and when the agent works. Kept for the
/// agents' programs: no rule looks at it.
///
/// @param mobile the number of a telephone
/// @param schedule empty: none
public record Preferences(
    @Nullable String mobile,
    SortedSet<Notification> notifications,
    SortedSet<EmailSubscription> emailSubscriptions,
    WorkSchedule schedule) {
  /// Of an agent who was not asked.
  public static final Preferences NONE =
      new Preferences(null, Set.of(), Set.of(), WorkSchedule.NONE);

  /// What an agent's program may call attention to.
  public enum Notification {
    /// A customer comes to the website.
    NEW_VISITOR,
    /// A chat comes in.
    INCOMING_CHAT,
    /// A customer comes back to the website.
    RETURNING_VISITOR,
    /// A customer waits.
    QUEUED_VISITOR,
    /// A customer writes.
    VISITOR_IS_TYPING,
    /// A customer has reached a goal.
    NEW_GOAL,
    /// There are chats without an agent.
    UNASSIGNED_CHATS,
    /// There are messages in chats without an agent.
    UNASSIGNED_CHAT_MESSAGES,
    /// There is a ticket.
    TICKET,
    /// Notifications are shown while the program is in the background, too.
    INACTIVE_NOTIFICATIONS,
    /// No sound is made.
    MUTE_ALL_SOUNDS,
    /// Sounds are repeated.
    REPEAT_SOUND_NOTIFICATIONS,
    /// Something happens to a ticket.
    TICKET_NOTIFICATIONS
  }

  /// What an agent wants to get by e-mail.
  public enum EmailSubscription {
    /// A summary of each day.
    DAILY_SUMMARY,
    /// A summary of each week.
    WEEKLY_SUMMARY
  }

  /// Makes the sets unmodifiable.
  public Preferences {
    notifications = Collections.unmodifiableSortedSet(new TreeSet<>(notifications));
    emailSubscriptions = Collections.unmodifiableSortedSet(new TreeSet<>(emailSubscriptions));
  }

  /// Sets in whatever order.
  public Preferences(
      @Nullable String mobile,
      Set<Notification> notifications,
      Set<EmailSubscription> emailSubscriptions,
      WorkSchedule schedule) {
    this(mobile, new TreeSet<>(notifications), new TreeSet<>(emailSubscriptions), schedule);
  }
}
