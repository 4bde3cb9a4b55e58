package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentField;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.WorkSchedule;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Agents as they are configured.
public final class AgentConfigurationJson {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private AgentConfigurationJson() {}

  /// Writes an agent with those of the fields that were asked for.
  public static void write(JsonGenerator json, DescribedAgent described, Set<AgentField> fields)
      throws IOException {
    Agent agent = described.agent();
    json.writeStartObject();
    json.writeStringField("id", agent.id().value());
    json.writeStringField("name", agent.name());
    OptionalMember.write(json, "avatar_path", agent.avatar());
    json.writeStringField("role", name(agent.permission()));
    json.writeStringField("login_status", statusName(described.status()));
    for (AgentField field : fields) {
      write(json, agent, field);
    }
    json.writeEndObject();
  }

  /// The name of a status as the Configuration API spells it.
  static String statusName(RoutingStatus status) {
    return AgentJson.wireName(status).replace('_', ' ');
  }

  private static void write(JsonGenerator json, Agent agent, AgentField field) throws IOException {
    String name = name(field);
    switch (field) {
      case WORK_SCHEDULER -> writeSchedule(json, name, agent.preferences().schedule());
      case GROUPS -> GroupJson.writeMemberships(json, agent);
      case EMAIL_SUBSCRIPTIONS, SUMMARIES ->
          writeNames(json, name, agent.preferences().emailSubscriptions());
      case NOTIFICATIONS -> writeNames(json, name, agent.preferences().notifications());
      case JOB_TITLE -> OptionalMember.write(json, name, agent.jobTitle());
      case MOBILE -> OptionalMember.write(json, name, agent.preferences().mobile());
      case MAX_CHATS_COUNT -> json.writeNumberField(name, agent.maxChatsCount());
      case SUSPENDED -> json.writeBooleanField(name, agent.standing().suspended());
      case AWAITING_APPROVAL -> json.writeBooleanField(name, agent.standing().awaitingApproval());
    }
  }

  /// Days have one part each here: the first.
  private static void writeSchedule(JsonGenerator json, String name, WorkSchedule schedule)
      throws IOException {
    var written = EnumSet.noneOf(DayOfWeek.class);
    json.writeObjectFieldStart(name);
    for (WorkSchedule.Hours hours : schedule.hours()) {
      if (written.add(hours.day())) {
        json.writeObjectFieldStart(name(hours.day()));
        json.writeStringField("start", TIME.format(hours.start()));
        json.writeStringField("end", TIME.format(hours.end()));
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static void writeNames(
      JsonGenerator json, String name, Collection<? extends Enum<?>> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Enum<?> value : values) {
      json.writeString(name(value));
    }
    json.writeEndArray();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
