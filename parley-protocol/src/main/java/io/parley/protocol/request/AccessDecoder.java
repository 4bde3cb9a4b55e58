package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the requests that change who has access to a chat, or to a customer.
public final class AccessDecoder {
  private static final Map<String, Resource> RESOURCES =
      Map.of("chat", Resource.CHAT, "customer", Resource.CUSTOMER);
  private static final Map<String, String> ACCESS_TYPES = Map.of("group", "group");
  private static final Map<String, TargetType> TARGET_TYPES =
      Map.of("group", TargetType.GROUP, "agent", TargetType.AGENT);

  private enum Resource {
    CHAT,
    CUSTOMER
  }

  private enum TargetType {
    GROUP,
    AGENT
  }

  private AccessDecoder() {}

  /// Grant Access.
  public static Command grantAccess(ObjectNode payload, Call call) {
    return change(payload, call, AccessOperation.GRANT);
  }

  /// Revoke Access.
  public static Command revokeAccess(ObjectNode payload, Call call) {
    return change(payload, call, AccessOperation.REVOKE);
  }

  /// Set Access.
  public static Command setAccess(ObjectNode payload, Call call) {
    return change(payload, call, AccessOperation.SET);
  }

  private static Command change(ObjectNode payload, Call call, AccessOperation operation) {
    Fields request = Fields.of(payload);
    Resource resource = request.choice("resource", RESOURCES);
    Access given = given(request.object("access"));
    return switch (resource) {
      case CHAT ->
          new ChangeChatAccess(
              ChatDecoder.agent(call), new ChatId(request.text("id", Text.ID)), operation, given);
      case CUSTOMER ->
          new ChangeCustomerAccess(
              ChatDecoder.agent(call), Ids.customer(request, "id"), operation, given);
    };
  }

  /// One group by its type and id, as documented; or groups in the form of the data structure, in
  /// which the Go SDK sends them.
  private static Access given(Fields access) {
    List<GroupId> groupIds = access.has("id") ? null : Ids.groupsOrNull(access, "group_ids");
    if (groupIds == null) {
      access.choice("type", ACCESS_TYPES);
      return Access.of(Ids.group(access, "id"));
    }
    if (groupIds.isEmpty()) {
      throw access.invalid("group_ids", "must not be empty");
    }
    return Access.of(groupIds);
  }

  /// Transfer Chat.
  public static Command transferChat(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new TransferChat(
        ChatDecoder.agent(call),
        ChatDecoder.chatId(request),
        target(request.objectOrNull("target")),
        request.flagOrFalse("force"));
  }

  private static @Nullable TransferTarget target(@Nullable Fields target) {
    if (target == null) {
      return null;
    }
    return switch (target.choice("type", TARGET_TYPES)) {
      case GROUP -> new TransferTarget.ToGroups(some(target, Ids.groupsOrNull(target, "ids")));
      case AGENT -> {
        List<AgentId> agentIds = target.has("ids") ? Ids.agents(target, "ids") : null;
        yield new TransferTarget.ToAgents(some(target, agentIds));
      }
    };
  }

  private static <T> List<T> some(Fields target, @Nullable List<T> ids) {
    if (ids == null) {
      throw target.invalid("ids", "is required");
    }
    if (ids.isEmpty()) {
      throw target.invalid("ids", "must not be empty");
    }
    return ids;
  }
}
