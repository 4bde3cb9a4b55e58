package io.parley.core.agent;

import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.Optional;

/// Changes an agent, a person (Update Agent). Everybody may change oneself, but for the own
/// permission.
///
/// @param mayGiveRoles whether the caller's token is good for changing permissions
public record UpdateAgent(
    Caller.ByAgent caller, AgentId agentId, AgentPatch patch, boolean mayGiveRoles)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (Authority.person(license, agentId)) {
      case Authority.Person.None(Rejection rejection) -> Decision.rejected(rejection);
      case Authority.Person.Of(Agent agent) -> decide(license, agent);
    };
  }

  private Decision decide(License license, Agent agent) {
    Optional<Rejection> objection =
        Authority.objectionToChanging(license, caller, agent)
            .or(() -> objectionToPermission(license, agent))
            .or(() -> patch.objection(license));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Agent changed = patch.appliedTo(agent);
    return changed.equals(agent)
        ? Decision.done()
        : Decision.done(new AgentConfigured(changed, false));
  }

  private Optional<Rejection> objectionToPermission(License license, Agent agent) {
    Permission given = patch.permission();
    if (given == null || given == agent.permission()) {
      return Optional.empty();
    }
    if (!mayGiveRoles) {
      return Optional.of(
          new Rejection.Forbidden("`role`: the token needs the scope accounts.roles.lc--all:rw"));
    }
    if (Authority.isLastOwner(license, agent)) {
      return Optional.of(
          new Rejection.InvalidField("role", agentId + " is the last owner of the license"));
    }
    return Authority.objection(license, caller, Permission.ADMINISTRATOR)
        .or(() -> Authority.objectionToGiving(license, caller, given));
  }
}
