package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.content.Goal;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.List;

/// Looks which goals a customer has reached, and tells agents (Check Goals). For customers who are
/// not connected; nothing happens for one who is.
///
/// @param goals those that are switched on
public record CheckGoals(
    Caller.ByCustomer caller,
    GroupId groupId,
    String pageUrl,
    List<Customer.Field> fields,
    List<Goal> goals)
    implements Command {

  /// Makes the lists unmodifiable.
  public CheckGoals {
    fields = List.copyOf(fields);
    goals = List.copyOf(goals);
  }

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(caller.id()));
  }

  @Override
  public Decision decide(License license, Context context) {
    if (license.customerOrNull(caller.id()) == null) {
      return Decision.rejected(new Rejection.CustomerNotFound("token", caller.id()));
    }
    if (license.groupOrNull(groupId) == null) {
      return Decision.rejected(new Rejection.NoSuchGroup(groupId));
    }
    return license.isConnected(caller.id())
        ? Decision.done()
        : Decision.accepted(
            Result.Done.DONE,
            ReachedGoals.of(license, context.now(), caller.id(), groupId, pageUrl, fields, goals));
  }
}
