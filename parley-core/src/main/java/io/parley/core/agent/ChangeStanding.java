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

/// Withdraws an agent's rights, gives them back, or lets a new agent in (Suspend Agent, Unsuspend
/// Agent, Approve Agent). Who is suspended is disconnected, and somebody else gets the chats.
/// Nothing happens if it is so already.
public record ChangeStanding(Caller.ByAgent caller, AgentId agentId, To to)
    implements ConfigurationCommand {

  /// What is to be so.
  public enum To {
    /// The agent may do nothing until further notice.
    SUSPENDED,
    /// The agent may work again.
    UNSUSPENDED,
    /// The agent may begin to work.
    APPROVED
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (Authority.person(license, agentId)) {
      case Authority.Person.None(Rejection rejection) -> Decision.rejected(rejection);
      case Authority.Person.Of(Agent agent) ->
          objection(license, agent)
              .map(Decision::rejected)
              .orElseGet(() -> change(license, context, agent));
    };
  }

  private Optional<Rejection> objection(License license, Agent agent) {
    Optional<Rejection> objection =
        Authority.objection(license, caller, Permission.ADMINISTRATOR)
            .or(() -> Authority.objectionToChanging(license, caller, agent));
    return objection.isEmpty() && to == To.SUSPENDED && Authority.isLastOwner(license, agent)
        ? Optional.of(
            new Rejection.InvalidField("id", agentId + " is the last owner of the license"))
        : objection;
  }

  private Decision change(License license, Context context, Agent agent) {
    Standing old = agent.standing();
    Standing wanted =
        switch (to) {
          case SUSPENDED -> new Standing(true, old.awaitingApproval());
          case UNSUSPENDED -> new Standing(false, old.awaitingApproval());
          case APPROVED -> new Standing(old.suspended(), false);
        };
    if (wanted.equals(old)) {
      return Decision.done();
    }
    var changes = new ArrayList<Change>();
    if (!wanted.works()) {
      changes.addAll(
          SignOutAgent.changes(license, context, agentId, Departure.REMOTELY_SIGNED_OUT));
    }
    changes.add(new AgentConfigured(agent.with(wanted), false));
    if (to == To.APPROVED) {
      changes.add(LetterPosted.invitation(agentId));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
