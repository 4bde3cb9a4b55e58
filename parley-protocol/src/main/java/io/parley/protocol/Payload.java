package io.parley.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A JSON value that can write itself.
@FunctionalInterface
public interface Payload {
  /// The payload of an answer that has none: `{}`.
  Payload EMPTY =
      json -> {
        json.writeStartObject();
        json.writeEndObject();
      };

  /// Writes exactly one JSON value.
  void writeTo(JsonGenerator json) throws IOException;
}
