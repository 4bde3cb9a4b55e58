package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.agent.AgentField;
import io.parley.core.agent.AgentPatch;
import io.parley.core.agent.ChangeStanding;
import io.parley.core.agent.CreateAgent;
import io.parley.core.agent.DeleteAgent;
import io.parley.core.agent.GetAgent;
import io.parley.core.agent.GetAgents;
import io.parley.core.agent.RequestUnsuspension;
import io.parley.core.agent.UpdateAgent;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import io.parley.protocol.method.Call;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the requests about agents and how they are configured.
public final class AgentConfigurationDecoder {
  private static final Map<String, AgentField> FIELDS =
      AgentPatchDecoder.byName(AgentField.values());

  private AgentConfigurationDecoder() {}

  /// Create Agent.
  public static Command create(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    AgentPatch patch = AgentPatchDecoder.read(request);
    if (patch.name() == null) {
      throw request.invalid("name", "is required");
    }
    String id = request.text("id", Text.AGENT_ID);
    if (!Addresses.isEmail(id)) {
      throw request.invalid("id", "must be an e-mail address");
    }
    return new CreateAgent(
        ChatDecoder.agent(call),
        new AgentId(id),
        patch,
        request.flagOrNull("awaiting_approval"),
        call.scopes().contain("subscription.lc:rw"));
  }

  /// Get Agent.
  public static Command get(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new GetAgent(agentId(request), fields(request));
  }

  /// List Agents.
  public static Command list(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields filters = request.objectOrNull("filters");
    List<GroupId> groups = filters == null ? null : Ids.groupsOrNull(filters, "group_ids");
    return new GetAgents(groups, fields(request));
  }

  /// Update Agent.
  public static Command update(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateAgent(
        ChatDecoder.agent(call),
        agentId(request),
        AgentPatchDecoder.read(request),
        call.scopes().contain("accounts.roles.lc--all:rw"));
  }

  /// Delete Agent.
  public static Command delete(ObjectNode payload, Call call) {
    return new DeleteAgent(ChatDecoder.agent(call), agentId(Fields.of(payload)));
  }

  /// Suspend Agent.
  public static Command suspend(ObjectNode payload, Call call) {
    return standing(payload, call, ChangeStanding.To.SUSPENDED);
  }

  /// Unsuspend Agent.
  public static Command unsuspend(ObjectNode payload, Call call) {
    return standing(payload, call, ChangeStanding.To.UNSUSPENDED);
  }

  /// Approve Agent.
  public static Command approve(ObjectNode payload, Call call) {
    return standing(payload, call, ChangeStanding.To.APPROVED);
  }

  /// Request Agent Unsuspension.
  public static Command requestUnsuspension(ObjectNode payload, Call call) {
    return new RequestUnsuspension(ChatDecoder.agent(call));
  }

  /// True if a request is about somebody else than who makes it.
  public static boolean isAboutAnother(ObjectNode payload, UserId actor) {
    JsonNode id = payload.path("id");
    return !id.isMissingNode() && !id.isNull() && !actor.value().equals(id.textValue());
  }

  private static Command standing(ObjectNode payload, Call call, ChangeStanding.To to) {
    return new ChangeStanding(ChatDecoder.agent(call), agentId(Fields.of(payload)), to);
  }

  private static AgentId agentId(Fields request) {
    return new AgentId(request.text("id", Text.AGENT_ID));
  }

  private static Set<AgentField> fields(Fields request) {
    Set<AgentField> fields =
        AgentPatchDecoder.chosenOrNull(request, "fields", FIELDS, AgentField.class);
    return fields == null ? Set.of() : new LinkedHashSet<>(fields);
  }
}
