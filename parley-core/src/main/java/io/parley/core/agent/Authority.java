package io.parley.core.agent;

import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import java.util.Optional;

/// Who may configure what. Nobody rules over those who may do more than oneself, and a license
/// always keeps an owner who may work.
public final class Authority {
  private Authority() {}

  /// Why a caller can't do what takes a permission; empty if nothing speaks against it.
  public static Optional<Rejection> objection(
      License license, Caller.ByAgent caller, Permission needed) {
    Agent requester = license.agentOrNull(caller.id());
    if (requester == null) {
      return Optional.of(new Rejection.RequesterUnknown(caller.id()));
    }
    return requester.permission().atLeast(needed)
        ? Optional.empty()
        : Optional.of(
            new Rejection.Forbidden("The requester must at least be " + needed.described()));
  }

  /// Why a caller can't give an agent that permission; empty if nothing speaks against it.
  static Optional<Rejection> objectionToGiving(
      License license, Caller.ByAgent caller, Permission given) {
    return objection(license, caller, given == Permission.NORMAL ? given : Permission.ADMINISTRATOR)
        .or(
            () ->
                objection(license, caller, given)
                    .map(
                        _ ->
                            new Rejection.Forbidden(
                                "`role`: the requester can't make somebody " + given.described())));
  }

  /// Why a caller can't change another agent, or end the agent's work; empty if nothing speaks
  /// against it. Everybody may change oneself.
  static Optional<Rejection> objectionToChanging(
      License license, Caller.ByAgent caller, Agent target) {
    if (target.id().equals(caller.id())) {
      return Optional.empty();
    }
    if (caller.reach() == Reach.MY) {
      return Optional.of(new Rejection.Forbidden("The token is for the requester's own data"));
    }
    return objection(license, caller, Permission.ADMINISTRATOR)
        .or(
            () ->
                objection(license, caller, target.permission())
                    .map(
                        _ ->
                            new Rejection.Forbidden(
                                "The requester can't change " + target.permission().described())));
  }

  /// The person of that id, or why there is none.
  static Person person(License license, AgentId agentId) {
    Agent agent = license.agentOrNull(agentId);
    return agent == null || agent.isBot()
        ? new Person.None(new Rejection.AgentNotFound("id", agentId))
        : new Person.Of(agent);
  }

  /// What looking for a person came to.
  sealed interface Person {
    /// There is one.
    record Of(Agent agent) implements Person {}

    /// There is none.
    record None(Rejection rejection) implements Person {}
  }

  /// True if nobody else is an owner who may work.
  static boolean isLastOwner(License license, Agent agent) {
    return isWorkingOwner(agent)
        && license.agents().stream()
            .noneMatch(other -> !other.id().equals(agent.id()) && isWorkingOwner(other));
  }

  private static boolean isWorkingOwner(Agent agent) {
    return agent.permission() == Permission.OWNER && agent.standing().works() && !agent.isBot();
  }
}
