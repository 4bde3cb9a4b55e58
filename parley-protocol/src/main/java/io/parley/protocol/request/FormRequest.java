package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.group.GroupId;
import java.util.Map;

/// The payload of Get Form.
///
/// @param groupId whose survey is wanted
public record FormRequest(GroupId groupId, Survey survey) {
  private static final Map<String, Survey> SURVEYS =
      Map.of("prechat", Survey.PRECHAT, "postchat", Survey.POSTCHAT);

  /// The surveys that there are.
  public enum Survey {
    /// Before the chat.
    PRECHAT,
    /// After the chat.
    POSTCHAT
  }

  /// Reads a payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest naming the field
  public static FormRequest of(ObjectNode payload) {
    Fields request = Fields.of(payload);
    return new FormRequest(Ids.group(request, "group_id"), request.choice("type", SURVEYS));
  }
}
