package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.group.GroupId;
import io.parley.core.routing.GetGroupStatuses;
import io.parley.core.routing.PredictAgent;
import io.parley.protocol.method.Call;
import java.util.List;

/// Reads the questions about groups that the license's live state answers.
public final class GroupDecoder {
  private GroupDecoder() {}

  /// Get Groups Status. `groups`, which later versions call `group_ids`.
  public static Command groupsStatus(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    boolean all = request.flagOrFalse("all");
    List<GroupId> groups = Ids.groupsOrNull(request, "groups");
    if (groups == null) {
      groups = Ids.groupsOrNull(request, "group_ids");
    }
    if (!all && groups == null) {
      throw request.invalid("must have one of all, groups");
    }
    return new GetGroupStatuses(all ? null : groups);
  }

  /// Get Predicted Agent. Nothing about it is documented as a parameter; later versions name the
  /// group in `group_id`. Without it, any group will do.
  public static Command predictedAgent(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new PredictAgent(request.has("group_id") ? Ids.group(request, "group_id") : GroupId.ALL);
  }
}
