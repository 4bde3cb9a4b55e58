package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.access.Access;
import io.parley.core.group.GroupId;
import java.io.IOException;

/// Access: the groups whose agents may see a chat or a thread.
public final class AccessJson {
  private AccessJson() {}

  /// Writes the member `access`.
  public static void writeField(JsonGenerator json, Access access) throws IOException {
    json.writeObjectFieldStart("access");
    json.writeArrayFieldStart("group_ids");
    for (GroupId groupId : access.groupIds()) {
      json.writeNumber(groupId.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
