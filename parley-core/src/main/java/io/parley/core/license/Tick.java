package io.parley.core.license;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.customer.Customer;
import io.parley.core.customer.VisitEnded;
import io.parley.core.event.SystemMessages;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time has passed: does what has become due, a bounded part of it at once. The server submits it
/// at [License#nextDeadline].
///
/// Closes threads in which nothing happened for too long, without a user, and lets agents who lost
/// their connection go offline.
public record Tick() implements Command {
  private static final int AT_ONCE = 500;

  @Override
  public Decision decide(License license, Context context) {
    var changes = new ArrayList<Change>();
    for (Deadlines.Subject subject : license.due(context.now(), AT_ONCE)) {
      switch (subject) {
        case Deadlines.Subject.OfChat(ChatId chatId) ->
            changes.addAll(review(license, context, chatId));
        case Deadlines.Subject.OfAgent(AgentId agentId) ->
            changes.add(new RoutingStatusSet(agentId, RoutingStatus.OFFLINE));
        case Deadlines.Subject.OfVisit(CustomerId customerId) ->
            changes.addAll(endOfVisit(license, context, customerId));
      }
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }

  private static List<Change> endOfVisit(License license, Context context, CustomerId customerId) {
    Customer customer = license.customerOrNull(customerId);
    Customer.LastVisit visit = customer == null ? null : customer.lastVisit();
    return customer == null || visit == null
        ? List.of()
        : List.of(new VisitEnded(customer.with(visit.ended(context.now()))));
  }

  private static List<Change> review(License license, Context context, ChatId chatId) {
    Chat chat = license.chatOrNull(chatId);
    if (chat == null || chat.activeThread().isEmpty()) {
      return List.of();
    }
    ChatThread thread = chat.activeThread().get();
    Duration timeout = license.settings().threadInactivityTimeout();
    Instant end = thread.lastEventAt().plus(timeout);
    return end.isAfter(context.now())
        ? List.of(new InactivityReviewed(chatId, end))
        : CloseThread.closing(
            chat, thread, SystemMessages.archivedInactive(timeout), null, context);
  }
}
