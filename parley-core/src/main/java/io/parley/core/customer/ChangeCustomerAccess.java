package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.group.GroupId;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.util.List;
import java.util.Optional;

/// Grants, revokes or sets the access of groups to a customer (Grant Access, Revoke Access, Set
/// Access). Refused when a group does not exist.
public record ChangeCustomerAccess(
    Caller.ByAgent caller, CustomerId customerId, AccessOperation operation, Access given)
    implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(customerId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer known = license.customerOrNull(customerId);
    if (known == null) {
      return Decision.rejected(new Rejection.CustomerNotFound("id", customerId));
    }
    Optional<GroupId> unknown = license.unknownGroupOf(given);
    if (unknown.isPresent()) {
      return Decision.rejected(new Rejection.GroupNotFound("access.id", unknown.get()));
    }
    Access result = operation.change(known.access(), given);
    return result.equals(known.access())
        ? Decision.done()
        : Decision.done(new CustomerAccessChanged(customerId, operation, given, result));
  }
}
