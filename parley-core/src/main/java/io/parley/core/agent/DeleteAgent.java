package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.routing.Departure;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.Optional;

/// Removes an agent, a person, from the license (Delete Agent). Somebody else gets the chats; the
/// agent's tokens and password are worth nothing any more. The last owner stays.
public record DeleteAgent(Caller.ByAgent caller, AgentId agentId) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (Authority.person(license, agentId)) {
      case Authority.Person.None(Rejection rejection) -> Decision.rejected(rejection);
      case Authority.Person.Of(Agent agent) ->
          objection(license, agent)
              .map(Decision::rejected)
              .orElseGet(() -> delete(license, context, agent));
    };
  }

  private Optional<Rejection> objection(License license, Agent agent) {
    return Authority.isLastOwner(license, agent)
        ? Optional.of(
            new Rejection.InvalidField("id", agentId + " is the last owner of the license"))
        : Authority.objectionToChanging(license, caller, agent);
  }

  private Decision delete(License license, Context context, Agent agent) {
    var changes = new ArrayList<Change>();
    changes.addAll(SignOutAgent.changes(license, context, agentId, Departure.DELETED));
    changes.add(new AgentDeleted(agent, context.now()));
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
