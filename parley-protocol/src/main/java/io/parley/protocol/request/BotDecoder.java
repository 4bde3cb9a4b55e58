package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.bot.BotPatch;
import io.parley.core.bot.CreateBot;
import io.parley.core.bot.GetBot;
import io.parley.core.bot.GetBots;
import io.parley.core.bot.RemoveBot;
import io.parley.core.bot.UpdateBot;
import io.parley.core.user.AgentId;
import io.parley.protocol.method.Call;
import org.jspecify.annotations.Nullable;

/// Reads the requests about bots.
public final class BotDecoder {
  private static final int MAX_CHATS = 500;

  private BotDecoder() {}

  /// Create Bot Agent.
  public static Command create(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    BotPatch patch = patch(request, call);
    if (patch.name() == null) {
      throw request.invalid("name", "is required");
    }
    if (patch.status() == null) {
      throw request.invalid("status", "is required");
    }
    return new CreateBot(ChatDecoder.agent(call), patch);
  }

  /// Update Bot Agent.
  public static Command update(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateBot(ChatDecoder.agent(call), botId(request, "id"), patch(request, call));
  }

  /// Remove Bot Agent.
  public static Command remove(ObjectNode payload, Call call) {
    return new RemoveBot(ChatDecoder.agent(call), botId(Fields.of(payload), "bot_agent_id"));
  }

  /// Get Bot Agents.
  public static Command list(ObjectNode payload, Call call) {
    return new GetBots(ChatDecoder.agent(call), Fields.of(payload).flagOrFalse("all"));
  }

  /// Get Bot Agent Details.
  public static Command details(ObjectNode payload, Call call) {
    return new GetBot(ChatDecoder.agent(call), botId(Fields.of(payload), "bot_agent_id"));
  }

  private static AgentId botId(Fields request, String member) {
    return new AgentId(request.text(member, Text.AGENT_ID));
  }

  private static BotPatch patch(Fields request, Call call) {
    return new BotPatch(
        Names.personOrNull(request, "name"),
        statusOrNull(request),
        Addresses.clearableOrNull(request, "avatar"),
        request.textOrNull("job_title", Text.PERSON),
        request.integerOrNull("max_chats_count", 0, MAX_CHATS),
        request.choiceOrNull("default_group_priority", Priorities.BY_NAME),
        Priorities.ofAgentOrNull(request),
        WebhookDecoder.ofBot(request, call.version()));
  }

  private static @Nullable RoutingStatus statusOrNull(Fields request) {
    String name = request.textOrNull("status", Text.NAME);
    return switch (name) {
      case null -> null;
      case "accepting chats", "accepting_chats" -> RoutingStatus.ACCEPTING_CHATS;
      case "not accepting chats", "not_accepting_chats" -> RoutingStatus.NOT_ACCEPTING_CHATS;
      case "offline" -> RoutingStatus.OFFLINE;
      default ->
          throw request.invalid(
              "status", "must be one of accepting chats, not accepting chats, offline");
    };
  }
}
