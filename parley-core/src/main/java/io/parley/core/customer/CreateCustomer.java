package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;

/// Creates a customer (Create Customer).
public record CreateCustomer(Caller.ByAgent caller, CustomerDetails details) implements Command {

  @Override
  public Decision decide(License license, Context context) {
    Customer created =
        Customer.unknown(new CustomerId(context.nextUuid()), context.now()).with(details);
    return Decision.accepted(
        new Result.CustomerRegistered(created), new CustomerRegistered(created));
  }
}
