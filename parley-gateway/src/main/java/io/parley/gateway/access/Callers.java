package io.parley.gateway.access;

import io.parley.core.ErrorType;
import io.parley.core.agent.Agent;
import io.parley.core.license.LicenseView;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.Holder;
import io.parley.protocol.method.Method;
import java.util.Optional;

/// Says on whose behalf a request is made.
public final class Callers {
  private static final String FOR_THE_SUSPENDED = "request_agent_unsuspension";

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
  /// belongs to the application that the token was issued to, or to its holder.
  ///
  /// @param reach what the token's scopes cover for the method
  public static Optional<Caller> author(
      Grant grant, Reach reach, String authorId, LicenseView view) {
    Agent agent = view.agentOrNull(new AgentId(authorId));
    if (agent == null || !(grant.holder() instanceof Holder.Agent)) {
      return Optional.empty();
    }
    Agent.Bot bot = agent.bot();
    return bot != null && bot.ownerClientId().equals(owner(grant))
        ? Optional.of(new Caller.ByAgent(agent.id(), reach, grant.clientId()))
        : Optional.empty();
  }

  /// Whose bots a token is good for: its application's, or its holder's if it belongs to none.
  private static String owner(Grant grant) {
    String clientId = grant.clientId();
    return clientId == null ? grant.holder().id().value() : clientId;
  }

  /// Why an agent can't call a method, whatever the token says; empty if nothing speaks against it.
  /// Who is suspended can ask for an end of it and no more.
  public static Optional<ErrorType> obstacle(LicenseView view, AgentId agentId, Method method) {
    Agent agent = view.agentOrNull(agentId);
    if (agent == null) {
      return Optional.of(ErrorType.AUTHENTICATION);
    }
    if (agent.standing().suspended() && !method.name().equals(FOR_THE_SUSPENDED)) {
      return Optional.of(ErrorType.REQUESTER_SUSPENDED);
    }
    return agent.standing().awaitingApproval()
        ? Optional.of(ErrorType.REQUESTER_AWAITING_APPROVAL)
        : Optional.empty();
  }
}
