package io.parley.gateway.access;

import io.parley.core.agent.Agent;
import io.parley.core.license.LicenseView;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.Holder;
import java.util.Optional;

/// Says on whose behalf a request is made.
public final class Callers {
  private Callers() {}

  /// The holder of the token.
  ///
  /// @param reach what the token's scopes cover for the method
  public static Caller of(Grant grant, Reach reach) {
    return switch (grant.holder().id()) {
      case AgentId agentId -> new Caller.ByAgent(agentId, reach, grant.clientId());
      case CustomerId customerId -> new Caller.ByCustomer(customerId, grant.clientId());
    };
  }

  /// A bot that the request names as its author. Empty unless it is a bot of the license and
  /// belongs to the application that the token was issued to.
  ///
  /// @param reach what the token's scopes cover for the method
  public static Optional<Caller> author(
      Grant grant, Reach reach, String authorId, LicenseView view) {
    Agent agent = view.agentOrNull(new AgentId(authorId));
    if (agent == null || !(grant.holder() instanceof Holder.Agent)) {
      return Optional.empty();
    }
    Agent.Bot bot = agent.bot();
    return bot != null && bot.ownerClientId().equals(grant.clientId())
        ? Optional.of(new Caller.ByAgent(agent.id(), reach, grant.clientId()))
        : Optional.empty();
  }
}
