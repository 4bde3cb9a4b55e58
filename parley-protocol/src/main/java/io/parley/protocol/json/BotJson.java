package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.agent.Agent;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.webhook.Webhook;
import java.io.IOException;
import java.util.List;

/// Bots as they are configured.
public final class BotJson {
  private BotJson() {}

  /// Writes a bot in short.
  public static void write(JsonGenerator json, DescribedAgent bot) throws IOException {
    json.writeStartObject();
    writeMembers(json, bot);
    json.writeEndObject();
  }

  /// Writes everything about a bot.
  ///
  /// @param webhooks what the bot is told
  public static void writeDetails(JsonGenerator json, DescribedAgent bot, List<Webhook> webhooks)
      throws IOException {
    Agent agent = bot.agent();
    json.writeStartObject();
    writeMembers(json, bot);
    OptionalMember.write(json, "job_title", agent.jobTitle());
    Agent.Bot itself = agent.bot();
    if (itself != null) {
      json.writeObjectFieldStart("application");
      json.writeStringField("client_id", itself.ownerClientId());
      json.writeEndObject();
      json.writeStringField("default_group_priority", GroupJson.name(itself.defaultPriority()));
    }
    json.writeNumberField("max_chats_count", agent.maxChatsCount());
    GroupJson.writeMemberships(json, agent);
    if (!webhooks.isEmpty()) {
      json.writeFieldName("webhooks");
      WebhookJson.writeOfBot(json, webhooks);
    }
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, DescribedAgent bot) throws IOException {
    json.writeStringField("id", bot.agent().id().value());
    json.writeStringField("name", bot.agent().name());
    OptionalMember.write(json, "avatar", bot.agent().avatar());
    json.writeStringField("status", AgentConfigurationJson.statusName(bot.status()));
  }
}
