package io.parley.core.license;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.content.GreetingChoice;
import io.parley.core.customer.Customer;
import io.parley.core.customer.VisitEnded;
import io.parley.core.routing.Departure;
import io.parley.core.routing.Departures;
import io.parley.core.routing.Round;
import io.parley.core.routing.TellQueuePlaces;
import io.parley.core.routing.ThreadReview;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Time has passed: does what has become due, a bounded part of it at once. The server submits it
/// at [License#nextDeadline].
///
/// Shows what was typed and held back, lets agents who lost their connection go offline and finds
/// others for their chats, reviews chats (see [ThreadReview]), ends visits, greets visitors, and
/// tells those who wait how far they have come.
public record Tick() implements Command {
  private static final int AT_ONCE = 500;

  @Override
  public Decision decide(License license, Context context) {
    var round = new Round(license);
    var changes = new ArrayList<Change>();
    var due = license.due(context.now(), AT_ONCE);
    changes.addAll(departures(license, context, round, due));
    var moved = chatsIn(changes);
    changes.addAll(0, sneakPeeks(license, context, due));
    for (Deadlines.Subject subject : due) {
      switch (subject) {
        case Deadlines.Subject.OfChat(ChatId chatId) -> {
          if (!moved.contains(chatId)) {
            changes.addAll(review(license, context, round, chatId));
          }
        }
        case Deadlines.Subject.OfAgent _, Deadlines.Subject.OfSneakPeek _ -> {}
        case Deadlines.Subject.OfVisit(CustomerId customerId) ->
            changes.addAll(endOfVisit(license, context, customerId));
        case Deadlines.Subject.OfGreeting(CustomerId customerId) ->
            changes.addAll(GreetingChoice.again(license, context, customerId));
      }
    }
    changes.addAll(TellQueuePlaces.whoMoved(license, context, chatsIn(changes)));
    return Decision.accepted(Result.Done.DONE, changes);
  }

  private static List<Change> sneakPeeks(
      License license, Context context, List<Deadlines.Subject> due) {
    var shown = new ArrayList<Change>();
    for (Deadlines.Subject subject : due) {
      if (subject instanceof Deadlines.Subject.OfSneakPeek(ChatId chatId)) {
        SneakPeeked held = license.heldSneakPeekOrNull(chatId);
        if (held != null) {
          shown.add(held.shownAt(context.now()));
        }
      }
    }
    return shown;
  }

  private static List<Change> departures(
      License license, Context context, Round round, List<Deadlines.Subject> due) {
    var leaving = new ArrayList<AgentId>();
    for (Deadlines.Subject subject : due) {
      if (subject instanceof Deadlines.Subject.OfAgent(AgentId agentId)) {
        leaving.add(agentId);
      }
    }
    var changes = new ArrayList<Change>();
    leaving.forEach(agentId -> changes.add(new RoutingStatusSet(agentId, RoutingStatus.OFFLINE)));
    changes.addAll(Departures.of(license, context, round, leaving, Departure.DISCONNECTED));
    return changes;
  }

  /// The chats that a decision has changed already; they are reviewed at the next tick.
  private static Set<ChatId> chatsIn(List<Change> changes) {
    var chats = new HashSet<ChatId>();
    for (Change change : changes) {
      if (change instanceof ChatChange chatChange) {
        chats.add(chatChange.chatId());
      }
    }
    return chats;
  }

  private static List<Change> endOfVisit(License license, Context context, CustomerId customerId) {
    Customer customer = license.customerOrNull(customerId);
    Customer.LastVisit visit = customer == null ? null : customer.lastVisit();
    return customer == null || visit == null
        ? List.of()
        : List.of(new VisitEnded(customer.with(visit.ended(context.now()))));
  }

  private static List<Change> review(License license, Context context, Round round, ChatId chatId) {
    Chat chat = license.chatOrNull(chatId);
    return chat == null || !chat.active()
        ? List.of()
        : ThreadReview.of(license, context, round, chat);
  }
}
