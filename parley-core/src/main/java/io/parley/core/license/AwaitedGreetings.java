package io.parley.core.license;

import io.parley.core.content.AwaitedGreeting;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GreetingAwaited;
import io.parley.core.customer.PageViewed;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What visitors may be greeted with in the middle of their visits, and when to look: after a time,
/// on another page, and when something else is known of them.
final class AwaitedGreetings {
  private final Map<CustomerId, AwaitedGreeting> byCustomer = new HashMap<>();

  /// What the customer may be greeted with, or null.
  @Nullable AwaitedGreeting ofOrNull(CustomerId customerId) {
    return byCustomer.get(customerId);
  }

  /// @param gone true if the customer has no connection any more
  void apply(CustomerChange change, boolean gone, Instant now, Deadlines deadlines) {
    CustomerId customerId = change.customerId();
    var subject = new Deadlines.Subject.OfGreeting(customerId);
    if (change instanceof GreetingAwaited(_, AwaitedGreeting awaited, Instant at)) {
      if (awaited == null) {
        byCustomer.remove(customerId);
      } else {
        byCustomer.put(customerId, awaited);
      }
      if (awaited == null || at == null) {
        deadlines.clear(subject);
      } else {
        deadlines.set(subject, at);
      }
    } else if (change instanceof CustomerDisconnected && gone) {
      byCustomer.remove(customerId);
      deadlines.clear(subject);
    } else if ((change instanceof PageViewed || change instanceof CustomerUpdated)
        && byCustomer.containsKey(customerId)) {
      deadlines.set(subject, now);
    }
  }
}
