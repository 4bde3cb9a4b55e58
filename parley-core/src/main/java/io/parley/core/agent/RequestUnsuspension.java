package io.parley.core.agent;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.List;

/// A suspended agent asks for the rights back (Request Agent Unsuspension): the owners and
/// viceowners who may work are written to. Refused for everybody else.
public record RequestUnsuspension(Caller.ByAgent caller) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Agent agent = license.agentOrNull(caller.id());
    if (agent == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(caller.id()));
    }
    return agent.standing().suspended()
        ? Decision.done(
            new LetterPosted(agent.id(), LetterPosted.Subject.UNSUSPENSION, judges(license)))
        : Decision.rejected(new Rejection.NotPossible("The requester is not suspended"));
  }

  private static List<AgentId> judges(License license) {
    return license.agents().stream()
        .filter(agent -> agent.permission().atLeast(Permission.VICEOWNER))
        .filter(agent -> agent.standing().works() && !agent.isBot())
        .map(Agent::id)
        .toList();
  }
}
