package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.content.ShownGreeting;
import java.io.IOException;

/// A greeting that a customer is shown.
public final class GreetingJson {
  private GreetingJson() {}

  /// Writes the member `greeting`.
  public static void writeField(JsonGenerator json, Viewer viewer, ShownGreeting greeting)
      throws IOException {
    json.writeObjectFieldStart("greeting");
    json.writeNumberField("id", greeting.id());
    json.writeStringField("unique_id", greeting.uniqueId());
    json.writeStringField("text", greeting.text());
    json.writeFieldName("agent");
    AgentJson.writePublic(json, viewer, greeting.agentId());
    json.writeBooleanField("displayed_first_time", greeting.displayedFirstTime());
    json.writeEndObject();
  }
}
