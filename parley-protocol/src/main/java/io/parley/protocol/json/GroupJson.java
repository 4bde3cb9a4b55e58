package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.agent.Agent;
import io.parley.core.group.DescribedGroup;
import io.parley.core.group.GroupField;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Groups as they are configured, and the groups of agents.
public final class GroupJson {
  private GroupJson() {}

  /// Writes a group with those of its fields that were asked for.
  public static void write(JsonGenerator json, DescribedGroup described, Set<GroupField> fields)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", described.group().id().value());
    json.writeStringField("name", described.group().name());
    json.writeStringField("language_code", described.group().languageCode());
    if (fields.contains(GroupField.AGENT_PRIORITIES)) {
      json.writeObjectFieldStart("agent_priorities");
      for (Map.Entry<AgentId, Priority> entry : described.priorities().entrySet()) {
        json.writeStringField(entry.getKey().value(), name(entry.getValue()));
      }
      json.writeEndObject();
    }
    if (fields.contains(GroupField.ROUTING_STATUS)) {
      json.writeStringField("routing_status", name(described.status()));
    }
    json.writeEndObject();
  }

  /// Writes the member `groups` of an agent: group 0, which holds everyone, and the others.
  static void writeMemberships(JsonGenerator json, Agent agent) throws IOException {
    json.writeArrayFieldStart("groups");
    writeMembership(json, GroupId.ALL, agent.priorityIn(GroupId.ALL));
    for (Map.Entry<GroupId, Priority> entry : agent.groups().entrySet()) {
      if (!entry.getKey().equals(GroupId.ALL)) {
        writeMembership(json, entry.getKey(), entry.getValue());
      }
    }
    json.writeEndArray();
  }

  private static void writeMembership(JsonGenerator json, GroupId groupId, Priority priority)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", groupId.value());
    json.writeStringField("priority", name(priority));
    json.writeEndObject();
  }

  /// The name of a group's status on the wire.
  public static String name(GroupStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static String name(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }
}
