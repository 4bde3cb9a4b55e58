package io.parley.store.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookFilters.AgentMatch;
import io.parley.core.webhook.WebhookFilters.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The filters of a webhook: `{"author": …, "own": true, "any": [agents] or "none": [agents],
/// "properties": [conditions]}`.
public final class WebhookCodec {
  private WebhookCodec() {}

  /// Filters to JSON.
  public static String encode(WebhookFilters filters) {
    return JsonObject.write(
        json -> {
          Author author = filters.author();
          json.text("author", author == null ? null : author.name().toLowerCase(Locale.ROOT));
          if (filters.onlyOwnChats()) {
            json.flag("own", true);
          }
          switch (filters.agents()) {
            case null -> {}
            case AgentMatch.AnyOf(var agentIds) -> json.texts("any", texts(agentIds));
            case AgentMatch.NoneOf(var agentIds) -> json.texts("none", texts(agentIds));
          }
          if (!filters.chatProperties().isEmpty()) {
            json.array("properties", filters.chatProperties(), WebhookCodec::write);
          }
        });
  }

  /// JSON to filters.
  public static WebhookFilters decode(String text) {
    JsonNode json = JsonObject.read(text);
    String author = JsonObject.textOrNull(json, "author");
    var conditions = new ArrayList<PropertyCondition>();
    json.path("properties").forEach(condition -> conditions.add(condition(condition)));
    return new WebhookFilters(
        author == null ? null : Author.valueOf(author.toUpperCase(Locale.ROOT)),
        json.path("own").booleanValue(),
        agents(json),
        conditions);
  }

  private static @Nullable AgentMatch agents(JsonNode json) {
    if (json.has("any")) {
      return new AgentMatch.AnyOf(agentIds(json.get("any")));
    }
    return json.has("none") ? new AgentMatch.NoneOf(agentIds(json.get("none"))) : null;
  }

  private static List<AgentId> agentIds(JsonNode json) {
    var agentIds = new ArrayList<AgentId>();
    json.forEach(id -> agentIds.add(new AgentId(id.textValue())));
    return agentIds;
  }

  private static List<String> texts(List<AgentId> agentIds) {
    return agentIds.stream().map(AgentId::value).toList();
  }

  private static void write(JsonObject json, PropertyCondition condition) {
    json.text("namespace", condition.namespace()).text("name", condition.name());
    switch (condition) {
      case PropertyCondition.Exists exists -> json.flag("exists", exists.exists());
      case PropertyCondition.OneOf oneOf ->
          json.array("values", oneOf.values(), WebhookCodec::write);
      case PropertyCondition.NoneOf noneOf ->
          json.array("exclude", noneOf.values(), WebhookCodec::write);
    }
  }

  private static void write(JsonObject json, PropertyValue value) {
    PropertiesCodec.write(json, "v", value);
  }

  private static PropertyCondition condition(JsonNode json) {
    String namespace = JsonObject.text(json, "namespace");
    String name = JsonObject.text(json, "name");
    if (json.has("exists")) {
      return new PropertyCondition.Exists(namespace, name, json.get("exists").booleanValue());
    }
    return json.has("values")
        ? new PropertyCondition.OneOf(namespace, name, values(json.get("values")))
        : new PropertyCondition.NoneOf(namespace, name, values(json.path("exclude")));
  }

  private static List<PropertyValue> values(JsonNode json) {
    var values = new ArrayList<PropertyValue>();
    json.forEach(value -> values.add(PropertiesCodec.value(value.path("v"))));
    return values;
  }
}
