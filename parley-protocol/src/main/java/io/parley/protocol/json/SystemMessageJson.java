package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.event.EventBody;
import java.io.IOException;
import java.util.Map;

/// What events of type `system_message` have of their own.
///
/// The system names agents in its texts; for customers an address among these becomes a name.
final class SystemMessageJson {
  private SystemMessageJson() {}

  static void writeMembers(JsonGenerator json, Viewer viewer, EventBody.SystemMessage message)
      throws IOException {
    EventBody.SystemMessage readable =
        viewer.isCustomer() ? AgentMentions.veil(message, viewer.license()) : message;
    OptionalMember.write(json, "text", readable.text());
    json.writeStringField("system_message_type", readable.messageType());
    if (!readable.textVars().isEmpty()) {
      json.writeObjectFieldStart("text_vars");
      for (Map.Entry<String, String> variable : readable.textVars().entrySet()) {
        json.writeStringField(variable.getKey(), variable.getValue());
      }
      json.writeEndObject();
    }
  }
}
