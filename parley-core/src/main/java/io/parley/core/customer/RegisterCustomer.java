package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.CustomerId;
import java.util.List;

/// Makes sure that a customer of that id exists. Nothing changes for one who does.
public record RegisterCustomer(CustomerId customerId) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfCustomer(customerId));
  }

  @Override
  public Decision decide(License license, Context context) {
    Customer known = license.customerOrNull(customerId);
    if (known != null) {
      return Decision.accepted(new Result.CustomerRegistered(known));
    }
    Customer created = Customer.unknown(customerId, context.now());
    return Decision.accepted(
        new Result.CustomerRegistered(created), new CustomerRegistered(created));
  }
}
