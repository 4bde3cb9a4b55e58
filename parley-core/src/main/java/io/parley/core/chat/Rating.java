package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The system messages by which a chat learns that its customer rated it.
final class Rating {
  private static final String NAMESPACE = "rating";

  private Rating() {}

  /// The messages for properties that a caller set on a chat or on its last thread.
  static List<Change> messages(
      License license, Context context, Chat chat, Caller caller, Properties set) {
    if (!(caller instanceof Caller.ByCustomer) || chat.lastThread() == null) {
      return List.of();
    }
    String customer = nameOf(license, caller);
    var bodies = new ArrayList<EventBody>();
    if (set.get(NAMESPACE, "score") instanceof PropertyValue.Whole(long score)) {
      bodies.add(SystemMessages.rated(customer, score == 1 ? "good" : "bad"));
    }
    if (set.get(NAMESPACE, "comment") instanceof PropertyValue.Text(String comment)) {
      bodies.add(SystemMessages.commented(customer, comment));
    }
    return added(context, chat, bodies);
  }

  /// The message for properties that a caller deletes.
  ///
  /// @param had what was set before
  static List<Change> canceled(
      License license,
      Context context,
      Chat chat,
      Caller caller,
      Properties had,
      Map<String, List<String>> names) {
    boolean cancels =
        caller instanceof Caller.ByCustomer
            && names.getOrDefault(NAMESPACE, List.of()).contains("score")
            && had.get(NAMESPACE, "score") != null;
    return cancels && chat.lastThread() != null
        ? added(context, chat, List.of(SystemMessages.ratingCanceled(nameOf(license, caller))))
        : List.of();
  }

  private static String nameOf(License license, Caller caller) {
    Customer customer =
        caller instanceof Caller.ByCustomer(var customerId, _)
            ? license.customerOrNull(customerId)
            : null;
    return customer == null ? "Customer" : customer.displayName();
  }

  private static List<Change> added(Context context, Chat chat, List<EventBody> bodies) {
    var changes = new ArrayList<Change>(bodies.size());
    ChatThread thread = chat.lastThread();
    for (EventBody body : bodies) {
      if (thread != null) {
        Event event =
            NewEvent.of(body)
                .stamped(thread.nextEventId(), null, thread.nextEventTime(context.now()));
        thread = thread.withEvent(event.createdAt());
        changes.add(new EventAdded(chat.id(), event));
      }
    }
    return changes;
  }
}
