package io.parley.protocol.push;

import io.parley.protocol.frame.Frames;
import org.jspecify.annotations.Nullable;

/// The last push of a connection, which says why it is closed. It is about the connection itself
/// and comes from no change.
public final class Disconnections {
  private Disconnections() {}

  /// For an agent's connection.
  public static EncodedPush agent(String reason) {
    return push("agent_disconnected", reason, null);
  }

  /// For an agent's connection that belongs to another region.
  public static EncodedPush agent(String reason, String region) {
    return push("agent_disconnected", reason, region);
  }

  /// For a customer's connection.
  public static EncodedPush customer(String reason) {
    return push("customer_disconnected", reason, null);
  }

  /// For a customer's connection that belongs to another region.
  public static EncodedPush customer(String reason, String region) {
    return push("customer_disconnected", reason, region);
  }

  private static EncodedPush push(String action, String reason, @Nullable String region) {
    return Frames.push(
        action,
        json -> {
          json.writeStartObject();
          json.writeStringField("reason", reason);
          if (region != null) {
            json.writeObjectFieldStart("data");
            json.writeStringField("region", region);
            json.writeEndObject();
          }
          json.writeEndObject();
        });
  }
}
