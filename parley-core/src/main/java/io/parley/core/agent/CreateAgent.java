package io.parley.core.agent;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a new agent, a person (Create Agent). Everybody may propose one, who waits to be let in;
/// who lets one in at once, or gives a permission, must be an administrator. The agent has no
/// password yet: the invitation, which goes out when the agent is let in, leads to one.
///
/// Somebody who was an agent before is the same to customers again.
///
/// @param patch with a name at least
/// @param awaitingApproval whether the agent waits to be let in; null: unless the caller may let
///     somebody in
/// @param mayApprove whether the caller's token is good for letting somebody in
public record CreateAgent(
    Caller.ByAgent caller,
    AgentId agentId,
    AgentPatch patch,
    @Nullable Boolean awaitingApproval,
    boolean mayApprove)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    Permission wanted = patch.permission() == null ? Permission.NORMAL : patch.permission();
    Optional<Rejection> approval = objectionToApproving(license);
    boolean waits = awaitingApproval == null ? approval.isPresent() : awaitingApproval;
    Optional<Rejection> objection =
        Authority.objectionToGiving(license, caller, wanted)
            .or(() -> waits ? Optional.empty() : approval)
            .or(() -> taken(license))
            .or(() -> patch.objection(license));
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    Agent agent = patch.appliedTo(nobody(license.formerAgentOrNull(agentId), context));
    var changes = new ArrayList<Change>();
    changes.add(new AgentConfigured(agent.with(new Standing(false, waits)), true));
    if (!waits) {
      changes.add(LetterPosted.invitation(agentId));
    }
    return Decision.accepted(new Result.OfConfiguration.AgentCreated(agentId), changes);
  }

  private Optional<Rejection> objectionToApproving(License license) {
    return mayApprove
        ? Authority.objection(license, caller, Permission.ADMINISTRATOR)
        : Optional.of(
            new Rejection.Forbidden(
                "`awaiting_approval`: the token needs the scope subscription.lc:rw"));
  }

  private Optional<Rejection> taken(License license) {
    return license.agentOrNull(agentId) == null
        ? Optional.empty()
        : Optional.of(
            new Rejection.InvalidField("id", "there is an agent " + agentId + " already"));
  }

  private Agent nobody(@Nullable Agent former, Context context) {
    return new Agent(
        agentId,
        former == null ? context.nextUuid() : former.accountId(),
        former == null ? context.nextUuid() : former.publicId(),
        agentId.value(),
        Permission.NORMAL,
        null,
        null,
        Agent.DEFAULT_MAX_CHATS_COUNT,
        new TreeMap<>(),
        null);
  }
}
