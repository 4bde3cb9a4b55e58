package io.parley.gateway.account;

import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;

/// Who a token lets in.
public sealed interface Holder {
  /// The user in the license.
  UserId id();

  /// The side that the user stands on.
  Role role();

  /// An agent.
  ///
  /// @param accountId the UUID of the person's account
  record Agent(AgentId id, String accountId) implements Holder {
    @Override
    public Role role() {
      return Role.AGENT;
    }
  }

  /// A customer.
  record Customer(CustomerId id) implements Holder {
    @Override
    public Role role() {
      return Role.CUSTOMER;
    }
  }
}
