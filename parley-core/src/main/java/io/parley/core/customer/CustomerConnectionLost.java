package io.parley.core.customer;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.license.License;
import io.parley.core.user.CustomerId;

/// A connection on which a customer was logged in is gone. The chats of the customer go on.
public record CustomerConnectionLost(CustomerId customerId, String connectionId)
    implements Command {

  @Override
  public Decision decide(License license, Context context) {
    return license.isConnected(customerId)
        ? Decision.done(new CustomerDisconnected(customerId, connectionId, context.now()))
        : Decision.done();
  }
}
