package io.parley.store.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The settings of a license, and the groups of an agent. A setting that is missing has its
/// default.
public final class LicenseCodec {

  private LicenseCodec() {}

  /// Settings to JSON; durations as ISO 8601 writes them.
  public static String encode(Settings settings) {
    return JsonObject.write(
        json ->
            json.text("thread_inactivity_timeout", settings.threadInactivityTimeout().toString())
                .text("thread_idle_timeout", settings.threadIdleTimeout().toString())
                .text("agent_reply_timeout", settings.agentReplyTimeout().toString())
                .text("agent_disconnect_grace", settings.agentDisconnectGrace().toString())
                .flag("queue_enabled", settings.queueEnabled())
                .number("queue_limit", settings.queueLimit())
                .number("max_customer_chats_count", settings.maxCustomerChatsCount())
                .flag("continuous_chats", settings.continuousChats())
                .flag("prefer_last_agent", settings.preferLastAgent()));
  }

  /// JSON to settings.
  public static Settings decodeSettings(String text) {
    JsonNode json = JsonObject.read(text);
    Settings defaults = Settings.DEFAULTS;
    return new Settings(
        duration(json, "thread_inactivity_timeout", defaults.threadInactivityTimeout()),
        duration(json, "thread_idle_timeout", defaults.threadIdleTimeout()),
        duration(json, "agent_reply_timeout", defaults.agentReplyTimeout()),
        duration(json, "agent_disconnect_grace", defaults.agentDisconnectGrace()),
        json.path("queue_enabled").asBoolean(defaults.queueEnabled()),
        json.path("queue_limit").asInt(defaults.queueLimit()),
        json.path("max_customer_chats_count").asInt(defaults.maxCustomerChatsCount()),
        json.path("continuous_chats").asBoolean(defaults.continuousChats()),
        json.path("prefer_last_agent").asBoolean(defaults.preferLastAgent()));
  }

  /// An agent's groups to `{"<group id>": "<priority>"}`.
  public static String encode(SortedMap<GroupId, Priority> groups) {
    return JsonObject.write(
        json -> groups.forEach((group, priority) -> json.text(group.toString(), name(priority))));
  }

  /// How rows say how early an agent is given chats.
  public static String name(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }

  /// JSON to an agent's groups.
  public static SortedMap<GroupId, Priority> decodeGroups(String text) {
    var groups = new TreeMap<GroupId, Priority>();
    JsonObject.read(text)
        .properties()
        .forEach(
            entry ->
                groups.put(
                    new GroupId(Integer.parseInt(entry.getKey())),
                    Priority.valueOf(entry.getValue().textValue().toUpperCase(Locale.ROOT))));
    return groups;
  }

  private static Duration duration(JsonNode json, String name, Duration fallback) {
    String text = JsonObject.textOrNull(json, name);
    return text == null ? fallback : Duration.parse(text);
  }
}
