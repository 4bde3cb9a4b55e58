package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Membership;
import io.parley.core.user.AgentId;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Agents, and My profile. Customers get the public id and never an e-mail address.
public final class AgentJson {
  static final String NAMELESS = "Agent";

  private AgentJson() {}

  /// Writes an agent as a user of a chat.
  static void writeMember(JsonGenerator json, Viewer viewer, AgentId agentId, Membership member)
      throws IOException {
    json.writeStartObject();
    if (viewer.isCustomer()) {
      writePublicMembers(json, viewer, agentId);
    } else {
      writeInternalMembers(
          json,
          agentId,
          viewer.license().pastOrPresentAgentOrNull(agentId),
          statusOf(viewer, agentId));
    }
    UserJson.writePlace(json, member);
    json.writeEndObject();
  }

  /// Writes an agent as customers get to know one before there is a chat.
  static void writePublic(JsonGenerator json, Viewer viewer, AgentId agentId) throws IOException {
    json.writeStartObject();
    writePublicMembers(json, viewer, agentId);
    json.writeEndObject();
  }

  /// Writes the members of an agent as customers get to know one before there is a chat.
  public static void writePublicMembers(JsonGenerator json, Agent agent) throws IOException {
    writePublicMembers(json, agent.publicId(), agent);
  }

  /// Writes My profile: the agent who is logged in, for that agent.
  public static void writeMyProfile(JsonGenerator json, Agent agent, RoutingStatus status)
      throws IOException {
    json.writeStartObject();
    writeInternalMembers(json, agent.id(), agent, status);
    json.writeBooleanField("present", true);
    json.writeStringField("permission", agent.permission().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  /// The name of a status on the wire.
  public static String wireName(RoutingStatus status) {
    return switch (status) {
      case ACCEPTING_CHATS -> "accepting_chats";
      case NOT_ACCEPTING_CHATS -> "not_accepting_chats";
      case OFFLINE -> "offline";
    };
  }

  /// The name under which customers know the agent; not one that gives away the address.
  static String publicName(@Nullable Agent agent) {
    return agent == null || containsIgnoringCase(agent.name(), agent.id().value())
        ? NAMELESS
        : agent.name();
  }

  private static boolean containsIgnoringCase(String text, String part) {
    return text.length() >= part.length()
        && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static RoutingStatus statusOf(Viewer viewer, AgentId agentId) {
    return viewer.license().routingStatusOf(agentId);
  }

  private static void writePublicMembers(JsonGenerator json, Viewer viewer, AgentId agentId)
      throws IOException {
    writePublicMembers(
        json, viewer.idOf(agentId), viewer.license().pastOrPresentAgentOrNull(agentId));
  }

  private static void writePublicMembers(JsonGenerator json, String publicId, @Nullable Agent agent)
      throws IOException {
    json.writeStringField("id", publicId);
    json.writeStringField("type", "agent");
    json.writeStringField("name", publicName(agent));
    if (agent != null) {
      writeLooks(json, agent);
    }
    json.writeBooleanField("is_bot", agent != null && agent.isBot());
  }

  private static void writeInternalMembers(
      JsonGenerator json, AgentId agentId, @Nullable Agent agent, RoutingStatus status)
      throws IOException {
    json.writeStringField("id", agentId.value());
    json.writeStringField("type", "agent");
    json.writeStringField("name", agent == null ? agentId.value() : agent.name());
    if (agent == null ? agentId.value().contains("@") : !agent.isBot()) {
      json.writeStringField("email", agentId.value());
    }
    if (agent != null) {
      writeLooks(json, agent);
    }
    if (status != RoutingStatus.OFFLINE) {
      json.writeStringField("routing_status", wireName(status));
    }
  }

  private static void writeLooks(JsonGenerator json, Agent agent) throws IOException {
    OptionalMember.write(json, "avatar", agent.avatar());
    OptionalMember.write(json, "job_title", agent.jobTitle());
  }
}
