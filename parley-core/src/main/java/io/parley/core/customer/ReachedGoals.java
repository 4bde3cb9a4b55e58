package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.content.Goal;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the goals that a customer has reached. They count for the conversation that the customer
/// is in, or else for the newest one.
final class ReachedGoals {
  private ReachedGoals() {}

  static List<Change> of(
      License license,
      Instant now,
      CustomerId customerId,
      GroupId groupId,
      String pageUrl,
      List<Customer.Field> fields,
      List<Goal> goals) {
    var reached = new ArrayList<Change>();
    for (Goal goal : goals) {
      if (goal.isReached(pageUrl, fields)) {
        ChatId chatId = conversation(license, customerId);
        reached.add(new GoalReached(customerId, groupId, goal.id(), goal.name(), now, chatId));
      }
    }
    return reached;
  }

  private static @Nullable ChatId conversation(License license, CustomerId customerId) {
    List<Chat> active = license.activeChatsOf(customerId);
    if (!active.isEmpty()) {
      return active.getLast().id();
    }
    List<ChatId> chats = license.chatsOf(customerId);
    return chats.isEmpty() ? null : chats.getLast();
  }
}
