package io.parley.gateway.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.parley.protocol.InvalidRequest;
import java.nio.file.Path;

/// A file as a form brought it.
///
/// @param path where it lies until it is kept or thrown away
/// @param filename what the sender calls it, whatever that may be
/// @param size in bytes
/// @param origin under which address the sender knows this server, like `https://chat.example`
public record ReceivedFile(Path path, String filename, long size, String origin) {
  private static final String FIELD = "file";

  /// The form as the payload of a request.
  public ObjectNode toPayload() {
    return JsonNodeFactory.instance.objectNode().putPOJO(FIELD, this);
  }

  /// The file of a payload.
  ///
  /// @throws InvalidRequest if there is none
  static ReceivedFile of(ObjectNode payload) {
    if (payload.get(FIELD) instanceof POJONode node
        && node.getPojo() instanceof ReceivedFile received) {
      return received;
    }
    throw new InvalidRequest(FIELD, "is required");
  }
}
