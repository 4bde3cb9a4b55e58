package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.chat.Announcement;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatDraft;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the passing of time does to an active chat: closes it when nothing happens for long, marks
/// it idle before that, gives it to another agent when the one who has it does not reply.
public final class ThreadReview {
  /// How soon somebody is looked for again when an agent does not reply and nobody else is free.
  private static final Duration RETRY = Duration.ofSeconds(15);

  private ThreadReview() {}

  /// When the chat is to be looked at.
  public static Instant due(License license, Chat chat, ChatThread thread) {
    Instant replySince =
        chat.presentAgents().isEmpty() ? null : license.routing().unansweredSince(chat.id());
    Instant due =
        due(license.settings(), quietSince(license, chat, thread), isIdle(thread), replySince);
    Instant restoredUntil = license.routing().restoredUntil(chat.id());
    return restoredUntil == null ? due : earlier(due, restoredUntil);
  }

  private static Instant due(
      Settings settings, Instant quiet, boolean idle, @Nullable Instant replySince) {
    Instant due = quiet.plus(settings.threadInactivityTimeout());
    if (mayIdle(settings) && !idle) {
      due = earlier(due, quiet.plus(settings.threadIdleTimeout()));
    }
    return replySince == null || !settings.agentReplyTimeout().isPositive()
        ? due
        : earlier(due, replySince.plus(settings.agentReplyTimeout()));
  }

  /// What is to happen to an active chat now, and when it is to be looked at again.
  public static List<Change> of(License license, Context context, Round round, Chat chat) {
    var draft = new ChatDraft(context, chat);
    Instant now = context.now();
    Instant restoredUntil = license.routing().restoredUntil(chat.id());
    if (restoredUntil != null && !restoredUntil.isAfter(now)) {
      Vacancy.abandon(license, round, draft);
    }
    ChatThread thread = draft.chat().activeThread().orElse(null);
    if (thread == null) {
      return draft.changes();
    }
    Settings settings = license.settings();
    Instant quiet = quietSince(license, chat, thread);
    if (!quiet.plus(settings.threadInactivityTimeout()).isAfter(now)) {
      return draft
          .close(SystemMessages.archivedInactive(settings.threadInactivityTimeout()), null)
          .changes();
    }
    Instant replySince =
        chat.presentAgents().isEmpty() ? null : license.routing().unansweredSince(chat.id());
    if (isReplyDue(settings, replySince, now)) {
      replySince =
          reassign(license, round, draft)
              ? now
              : now.plus(RETRY).minus(settings.agentReplyTimeout());
    }
    boolean idle = isIdle(thread);
    if (!idle && mayIdle(settings) && !quiet.plus(settings.threadIdleTimeout()).isAfter(now)) {
      idle = true;
      draft
          .say(SystemMessages.idle(settings.threadIdleTimeout()))
          .setOnThread(Properties.of("routing", "idle", new Flag(true)));
    }
    Instant next = due(settings, quiet, idle, replySince);
    if (restoredUntil != null && restoredUntil.isAfter(now)) {
      next = earlier(next, restoredUntil);
    }
    return draft.add(new InactivityReviewed(chat.id(), next)).changes();
  }

  private static boolean isReplyDue(Settings settings, @Nullable Instant replySince, Instant now) {
    return replySince != null
        && settings.agentReplyTimeout().isPositive()
        && !replySince.plus(settings.agentReplyTimeout()).isAfter(now);
  }

  /// Gives the chat of the agent who has been in it longest to another; nothing happens if nobody
  /// is free.
  private static boolean reassign(License license, Round round, ChatDraft draft) {
    Chat chat = draft.chat();
    List<AgentId> present = chat.presentAgents();
    ChatThread thread = chat.activeThread().orElse(null);
    if (thread == null || present.isEmpty() || Demand.ignoresRouting(chat)) {
      return false;
    }
    if (!(round.route(Demand.of(chat).without(present)) instanceof Routing.Assigned(var other))) {
      return false;
    }
    AgentId silent = present.getFirst();
    draft.add(new UserRemovedFromChat(chat.id(), thread.id(), silent, null));
    Vacancy.give(round, draft, other, null);
    draft.say(
        RoutingMessages.assignedInactive(
            Announcement.nameOf(license, other),
            Announcement.nameOf(license, silent),
            license.settings().agentReplyTimeout()));
    return true;
  }

  /// Since when nobody has said or done anything; what the router says does not count.
  private static Instant quietSince(License license, Chat chat, ChatThread thread) {
    Instant known = license.routing().quietSince(chat.id());
    if (known != null) {
      return known;
    }
    return isIdle(thread)
        ? thread.lastEventAt().minus(license.settings().threadIdleTimeout())
        : thread.lastEventAt();
  }

  private static boolean mayIdle(Settings settings) {
    return settings.threadIdleTimeout().isPositive()
        && settings.threadIdleTimeout().compareTo(settings.threadInactivityTimeout()) < 0;
  }

  private static boolean isIdle(ChatThread thread) {
    return thread.properties().flag("routing", "idle");
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }
}
