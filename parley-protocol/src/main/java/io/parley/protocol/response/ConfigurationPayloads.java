package io.parley.protocol.response;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Result;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.group.DescribedGroup;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import io.parley.protocol.json.AgentConfigurationJson;
import io.parley.protocol.json.BotJson;
import io.parley.protocol.json.GroupJson;
import io.parley.protocol.json.PropertiesJson;
import io.parley.protocol.json.PropertyDefinitionJson;
import java.io.IOException;
import java.util.List;

/// Turns results of the Configuration API into payloads of responses.
final class ConfigurationPayloads {
  private ConfigurationPayloads() {}

  static Payload of(ApiVersion version, Result.OfConfiguration result) {
    return switch (result) {
      case Result.OfConfiguration.AgentCreated(var agentId) -> id("id", agentId.value());
      case Result.OfConfiguration.OneAgent(var agent, var fields) ->
          json -> AgentConfigurationJson.write(json, agent, fields);
      case Result.OfConfiguration.Agents(var agents, var fields) ->
          array(agents, (json, agent) -> AgentConfigurationJson.write(json, agent, fields));
      case Result.OfConfiguration.BotCreated(var botId) -> id("bot_agent_id", botId.value());
      case Result.OfConfiguration.Bots(var bots) -> bots(bots);
      case Result.OfConfiguration.OneBot(var bot, var webhooks) ->
          ResponseRenderer.object(
              json -> {
                json.writeFieldName("bot_agent");
                BotJson.writeDetails(json, bot, webhooks);
              });
      case Result.OfConfiguration.GroupCreated(var groupId) ->
          ResponseRenderer.object(json -> json.writeNumberField("id", groupId.value()));
      case Result.OfConfiguration.OneGroup(DescribedGroup group, var fields) ->
          json -> GroupJson.write(json, group, fields);
      case Result.OfConfiguration.Groups(var groups, var fields) ->
          array(groups, (json, group) -> GroupJson.write(json, group, fields));
      case Result.OfConfiguration.Definitions(var definitions) ->
          json -> PropertyDefinitionJson.writeAll(json, version, definitions);
      case Result.OfConfiguration.Held(var properties) ->
          json -> PropertiesJson.writeBare(json, properties);
    };
  }

  private static Payload id(String name, String id) {
    return ResponseRenderer.object(json -> json.writeStringField(name, id));
  }

  private static Payload bots(List<DescribedAgent> bots) {
    return ResponseRenderer.object(
        json -> {
          json.writeFieldName("bot_agents");
          array(bots, BotJson::write).writeTo(json);
        });
  }

  private interface Element<T> {
    void write(JsonGenerator json, T element) throws IOException;
  }

  private static <T> Payload array(List<T> elements, Element<T> element) {
    return json -> {
      json.writeStartArray();
      for (T each : elements) {
        element.write(json, each);
      }
      json.writeEndArray();
    };
  }
}
