package io.parley.core.bot;

import io.parley.core.Rejection;
import io.parley.core.agent.Agent;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;

/// A bot as a caller may get at it.
sealed interface BotSight {
  /// The caller may.
  record Of(Agent agent, Agent.Bot bot) implements BotSight {}

  /// There is no such bot, or it is none of the caller's business.
  record None(Rejection rejection) implements BotSight {}

  /// Looks at a bot.
  ///
  /// @param field where the request names it
  /// @param ownOnly whether only the application that made it may get at it, whatever the token
  static BotSight of(
      License license, Caller.ByAgent caller, String field, AgentId botId, boolean ownOnly) {
    Agent agent = license.agentOrNull(botId);
    Agent.Bot bot = agent == null ? null : agent.bot();
    if (agent == null || bot == null) {
      return new None(new Rejection.InvalidField(field, "bot " + botId + " not found"));
    }
    boolean own = bot.ownerClientId().equals(caller.owner());
    return own || (!ownOnly && caller.reach() == Reach.ALL)
        ? new Of(agent, bot)
        : new None(new Rejection.Forbidden("Bot " + botId + " belongs to another application"));
  }
}
