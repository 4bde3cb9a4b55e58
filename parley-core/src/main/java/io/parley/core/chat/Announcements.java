package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerUpdated.Part;
import io.parley.core.event.EventBody;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What happens to a customer, told in the customer's active chats.
public final class Announcements {
  private Announcements() {}

  /// An agent changed the customer's name or address.
  public static List<Change> customerUpdated(
      License license, Context context, AgentId agentId, Customer customer, Set<Part> changed) {
    boolean name = changed.contains(Part.NAME);
    boolean email = changed.contains(Part.EMAIL);
    if (!name && !email) {
      return List.of();
    }
    EventBody message =
        SystemMessages.customerUpdated(
            Announcement.nameOf(license, agentId),
            name ? customer.name() : null,
            email ? customer.email() : null);
    var changes = new ArrayList<Change>();
    for (Chat chat : license.activeChatsOf(customer.id())) {
      chat.activeThread()
          .ifPresent(thread -> changes.add(Announcement.of(context, chat, thread, message)));
    }
    return changes;
  }

  /// The customer's active threads are closed because of a ban.
  public static List<Change> closedByBan(
      License license, Context context, AgentId agentId, CustomerId customerId, int days) {
    EventBody message = SystemMessages.customerBanned(Announcement.nameOf(license, agentId), days);
    var changes = new ArrayList<Change>();
    for (Chat chat : license.activeChatsOf(customerId)) {
      changes.addAll(CloseThread.closing(chat, message, agentId, context));
    }
    return changes;
  }
}
