package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.Result;
import io.parley.core.chat.ChatId;
import io.parley.core.content.ShownGreeting;
import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.query.Answer;
import io.parley.core.user.AgentId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The `__priv_dynamic_config` of a customer's login. It looks private, yet every client reads it.
public final class DynamicConfigJson {
  private static final String CONFIG_VERSION = "1.1";

  private DynamicConfigJson() {}

  /// Writes the configuration.
  ///
  /// @param chats the customer's chats, which say the groups that they are in
  public static void write(
      JsonGenerator json, Viewer viewer, Result.CustomerLoggedIn login, Answer.Chats chats)
      throws IOException {
    GroupId group = login.group();
    json.writeStartObject();
    writeCustomer(json, login.customer(), group);
    json.writeArrayFieldStart("online_groups_ids");
    for (GroupId online : login.onlineGroups()) {
      json.writeNumber(online.value());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("global_properties");
    json.writeEndObject();
    writeGroups(json, viewer.license().profile().id(), group, chatsByGroup(login, chats));
    json.writeStringField("static_config_version", CONFIG_VERSION);
    AgentId predicted = login.predictedAgent().orElse(null);
    if (predicted != null) {
      json.writeFieldName("predicted_agent");
      AgentJson.writePublic(json, viewer, predicted);
    }
    ShownGreeting greeting = login.greeting().orElse(null);
    if (greeting != null) {
      GreetingJson.writeField(json, viewer, greeting);
    }
    json.writeEndObject();
  }

  private static void writeCustomer(JsonGenerator json, Customer customer, GroupId group)
      throws IOException {
    Customer.LastVisit visit = customer.lastVisit();
    String name = customer.name();
    Instant lastSeen = visit == null ? customer.createdAt() : visit.startedAt();
    json.writeObjectFieldStart("customer_data");
    json.writeStringField("name", name == null ? "" : name);
    json.writeNumberField("last_visit_timestamp", lastSeen.getEpochSecond());
    json.writeNumberField("page_views_count", visit == null ? 0 : visit.lastPages().size());
    json.writeNumberField("visits_count", customer.statistics().visits());
    json.writeNumberField("chats_count", customer.statistics().chats());
    json.writeNumberField("invitations_shown_count", 0);
    json.writeNumberField("invitations_accepted_count", 0);
    json.writeStringField("client_version", CONFIG_VERSION);
    CustomerJson.writeFields(json, customer.fields());
    json.writeNumberField("group_id", group.value());
    json.writeEndObject();
  }

  private static SortedMap<GroupId, List<ChatId>> chatsByGroup(
      Result.CustomerLoggedIn login, Answer.Chats chats) {
    var groups = new HashMap<ChatId, GroupId>();
    for (Answer.ChatSummary summary : chats.chats()) {
      summary.chat().access().groupIds().stream()
          .findFirst()
          .ifPresent(group -> groups.put(summary.chat().id(), group));
    }
    var byGroup = new TreeMap<GroupId, List<ChatId>>();
    for (ChatId chatId : login.chats()) {
      GroupId group = groups.getOrDefault(chatId, GroupId.ALL);
      byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(chatId);
    }
    return byGroup;
  }

  private static void writeGroups(
      JsonGenerator json,
      LicenseId license,
      GroupId monitoring,
      SortedMap<GroupId, List<ChatId>> chatsByGroup)
      throws IOException {
    json.writeObjectFieldStart("customer_groups");
    json.writeObjectFieldStart("monitoring");
    json.writeNumberField("id", monitoring.value());
    writeConfigUrls(json, license, monitoring);
    json.writeEndObject();
    json.writeObjectFieldStart("chats");
    for (Map.Entry<GroupId, List<ChatId>> entry : chatsByGroup.entrySet()) {
      json.writeObjectFieldStart(entry.getKey().toString());
      json.writeArrayFieldStart("chat_ids");
      for (ChatId chatId : entry.getValue()) {
        json.writeString(chatId.value());
      }
      json.writeEndArray();
      writeConfigUrls(json, license, entry.getKey());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeConfigUrls(JsonGenerator json, LicenseId license, GroupId group)
      throws IOException {
    String licence = "/licence/" + license;
    String version = CONFIG_VERSION + "." + group + ".js";
    json.writeStringField("static_config_url", licence + "/get_static_config." + version);
    json.writeStringField("language_config_url", licence + "/v2/localization.en." + version);
  }
}
