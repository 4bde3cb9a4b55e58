package io.parley.core.agent;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;

/// A suspended agent asks for the rights back (Request Agent Unsuspension). Changes nothing;
/// whoever
/// the server sends no e-mail: changes nothing. Refused for everybody else.
public record RequestUnsuspension(Caller.ByAgent caller) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Agent agent = license.agentOrNull(caller.id());
    if (agent == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(caller.id()));
    }
    return agent.standing().suspended()
        ? Decision.done()
        : Decision.rejected(new Rejection.NotPossible("The requester is not suspended"));
  }
}
