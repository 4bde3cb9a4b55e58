package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.group.CreateGroup;
import io.parley.core.group.DeleteGroup;
import io.parley.core.group.GetGroup;
import io.parley.core.group.GetGroups;
import io.parley.core.group.Group;
import io.parley.core.group.GroupField;
import io.parley.core.group.Priority;
import io.parley.core.group.UpdateGroup;
import io.parley.core.user.AgentId;
import io.parley.protocol.method.Call;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the requests about groups and how they are configured.
public final class GroupConfigurationDecoder {
  private static final int MAX_NAME = 180;
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*");
  private static final Map<String, GroupField> FIELDS =
      AgentPatchDecoder.byName(GroupField.values());

  private GroupConfigurationDecoder() {}

  /// Create Group.
  public static Command create(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    String name = Names.orNull(request, "name", MAX_NAME);
    if (name == null) {
      throw request.invalid("name", "is required");
    }
    SortedMap<AgentId, Priority> priorities = Priorities.ofGroupOrNull(request);
    if (priorities == null) {
      throw request.invalid("agent_priorities", "is required");
    }
    return new CreateGroup(
        ChatDecoder.agent(call),
        name,
        Objects.requireNonNullElse(languageOrNull(request), Group.DEFAULT_LANGUAGE),
        priorities);
  }

  /// Update Group.
  public static Command update(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateGroup(
        ChatDecoder.agent(call),
        Ids.group(request, "id"),
        Names.orNull(request, "name", MAX_NAME),
        languageOrNull(request),
        Priorities.ofGroupOrNull(request));
  }

  /// Delete Group.
  public static Command delete(ObjectNode payload, Call call) {
    return new DeleteGroup(ChatDecoder.agent(call), Ids.group(Fields.of(payload), "id"));
  }

  /// List Groups.
  public static Command list(ObjectNode payload, Call call) {
    return new GetGroups(fields(Fields.of(payload)));
  }

  /// Get Group.
  public static Command get(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new GetGroup(ChatDecoder.agent(call), Ids.group(request, "id"), fields(request));
  }

  private static @Nullable String languageOrNull(Fields request) {
    String code = request.textOrNull("language_code", Text.NAME);
    if (code != null && !LANGUAGE.matcher(code).matches()) {
      throw request.invalid("language_code", "must be the code of a language, like en or pt-br");
    }
    return code;
  }

  private static Set<GroupField> fields(Fields request) {
    Set<GroupField> fields =
        AgentPatchDecoder.chosenOrNull(request, "fields", FIELDS, GroupField.class);
    return fields == null ? Set.of() : fields;
  }
}
