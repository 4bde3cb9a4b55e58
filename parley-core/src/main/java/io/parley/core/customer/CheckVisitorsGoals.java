package io.parley.core.customer;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Result;
import io.parley.core.content.Goal;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.CustomerId;
import java.util.List;

/// Looks which goals a customer who is on the website has reached, by the page that the customer is
/// on and the customer's fields. Each goal counts once in a visit. The server's own, after the
/// customer came, went on to a page, or said something of himself.
///
/// @param goals those that are switched on
public record CheckVisitorsGoals(CustomerId customerId, List<Goal> goals) implements Command {

  /// Makes the list unmodifiable.
  public CheckVisitorsGoals {
    goals = List.copyOf(goals);
  }

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(customerId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer customer = license.customerOrNull(customerId);
    Customer.LastVisit visit = customer == null ? null : customer.lastVisit();
    if (customer == null || visit == null || !license.isConnected(customerId)) {
      return Decision.done();
    }
    List<Customer.Page> pages = visit.lastPages();
    List<Goal> open =
        goals.stream().filter(goal -> !license.hasReached(customerId, goal.id())).toList();
    List<Change> reached =
        ReachedGoals.of(
            license,
            context.now(),
            customerId,
            GroupId.ALL,
            pages.isEmpty() ? "" : pages.getLast().url(),
            customer.fields(),
            open);
    return Decision.accepted(Result.Done.DONE, reached);
  }
}
