package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.protocol.webhook.WebhookTable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Webhooks as they are registered.
public final class WebhookJson {
  private WebhookJson() {}

  /// Writes the members of a webhook of the license.
  ///
  /// @param withSecret whether the reader may know the secret
  public static void writeMembers(JsonGenerator json, Webhook webhook, boolean withSecret)
      throws IOException {
    json.writeStringField("webhook_id", webhook.id().value());
    json.writeStringField("url", webhook.url());
    OptionalMember.write(json, "description", webhook.description());
    json.writeStringField("action", WebhookTable.of(webhook.action()).name());
    if (withSecret) {
      json.writeStringField("secret_key", webhook.secretKey());
    }
    writeConditions(json, webhook);
    json.writeStringField("owner_client_id", webhook.ownerClientId());
  }

  /// Writes the webhooks of a bot, which have one receiver.
  public static void writeOfBot(JsonGenerator json, List<Webhook> webhooks) throws IOException {
    json.writeStartObject();
    if (!webhooks.isEmpty()) {
      json.writeStringField("url", webhooks.getFirst().url());
      json.writeStringField("secret_key", webhooks.getFirst().secretKey());
    }
    json.writeArrayFieldStart("actions");
    for (Webhook webhook : webhooks) {
      json.writeStartObject();
      json.writeStringField("name", WebhookTable.of(webhook.action()).name());
      writeConditions(json, webhook);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeConditions(JsonGenerator json, Webhook webhook) throws IOException {
    if (!webhook.filters().isEmpty()) {
      json.writeObjectFieldStart("filters");
      writeFilters(json, webhook.action(), webhook.filters());
      json.writeEndObject();
    }
    if (!webhook.extras().isEmpty()) {
      json.writeArrayFieldStart("additional_data");
      for (WebhookExtra extra : webhook.extras()) {
        json.writeString(WebhookTable.nameOf(extra));
      }
      json.writeEndArray();
    }
  }

  private static void writeFilters(JsonGenerator json, WebhookAction action, WebhookFilters filters)
      throws IOException {
    WebhookFilters.Author author = filters.author();
    if (author != null) {
      json.writeStringField("author_type", author.name().toLowerCase(Locale.ROOT));
    }
    if (filters.onlyOwnChats()) {
      json.writeBooleanField("only_my_chats", true);
    }
    switch (filters.agents()) {
      case null -> {}
      case AgentMatch.AnyOf(var agentIds) when action == WebhookAction.AGENT_DELETED ->
          writeIds(json, "agent_ids", agentIds);
      case AgentMatch.AnyOf(var agentIds) -> writeMembers(json, "agents_any", agentIds);
      case AgentMatch.NoneOf(var agentIds) -> writeMembers(json, "agents_exclude", agentIds);
    }
    if (!filters.chatProperties().isEmpty()) {
      writeProperties(json, filters.chatProperties());
    }
  }

  private static void writeMembers(JsonGenerator json, String match, List<AgentId> agentIds)
      throws IOException {
    json.writeObjectFieldStart("chat_member_ids");
    writeIds(json, match, agentIds);
    json.writeEndObject();
  }

  private static void writeIds(JsonGenerator json, String name, List<AgentId> agentIds)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (AgentId agentId : agentIds) {
      json.writeString(agentId.value());
    }
    json.writeEndArray();
  }

  private static void writeProperties(JsonGenerator json, List<PropertyCondition> conditions)
      throws IOException {
    var byNamespace = new LinkedHashMap<String, Map<String, PropertyCondition>>();
    for (PropertyCondition condition : conditions) {
      byNamespace
          .computeIfAbsent(condition.namespace(), _ -> new LinkedHashMap<>())
          .put(condition.name(), condition);
    }
    json.writeObjectFieldStart("chat_properties");
    for (var namespace : byNamespace.entrySet()) {
      json.writeObjectFieldStart(namespace.getKey());
      for (var property : namespace.getValue().entrySet()) {
        json.writeObjectFieldStart(property.getKey());
        writeCondition(json, property.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeCondition(JsonGenerator json, PropertyCondition condition)
      throws IOException {
    switch (condition) {
      case PropertyCondition.Exists exists -> json.writeBooleanField("exists", exists.exists());
      case PropertyCondition.OneOf oneOf -> writeValues(json, "values", oneOf.values());
      case PropertyCondition.NoneOf noneOf -> writeValues(json, "exclude_values", noneOf.values());
    }
  }

  private static void writeValues(JsonGenerator json, String name, List<PropertyValue> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (PropertyValue value : values) {
      PropertiesJson.writeBareValue(json, value);
    }
    json.writeEndArray();
  }
}
