package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Json;
import io.parley.protocol.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what an integration defines and the server only carries: an object of at most 32 KB, 60
/// levels deep at most, that can be stored as JSON.
final class JsonDecoder {
  private static final int MAX_BYTES = 32 * 1024;
  private static final int MAX_DEPTH = 60;

  private JsonDecoder() {}

  /// The object in a member, or null if it is absent.
  static @Nullable Json read(Fields of, String member) {
    Fields object = of.objectOrNull(member);
    if (object == null) {
      return null;
    }
    check(object);
    String text = object.node().toString();
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw object.invalid("must be at most " + MAX_BYTES / 1024 + " KB");
    }
    return new Json(text);
  }

  private static void check(Fields object) {
    List<JsonNode> level = List.of(object.node());
    for (int depth = 1; !level.isEmpty(); depth++) {
      if (depth > MAX_DEPTH) {
        throw object.invalid("must be at most " + MAX_DEPTH + " levels deep");
      }
      var below = new ArrayList<JsonNode>();
      for (JsonNode node : level) {
        check(node, object);
        node.forEach(below::add);
      }
      level = below;
    }
  }

  private static void check(JsonNode node, Fields object) {
    if (node.isTextual()) {
      checkText(node.textValue(), object);
    } else if (node instanceof ObjectNode inner) {
      for (Map.Entry<String, JsonNode> entry : inner.properties()) {
        checkText(entry.getKey(), object);
      }
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw object.invalid("must not hold a number that is too large");
    }
  }

  private static void checkText(String text, Fields object) throws InvalidRequest {
    if (!Text.isStorable(text)) {
      throw object.invalid("must not hold U+0000 or half of a surrogate pair");
    }
  }
}
