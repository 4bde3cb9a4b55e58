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

/// Reads what an integration defines and the server only carries: JSON that is not too large, 60
/// levels deep at most, and can be stored as JSON.
final class JsonDecoder {
  private static final int MAX_KILOBYTES = 32;
  private static final int MAX_DEPTH = 60;

  private JsonDecoder() {}

  /// The object in a member, of at most 32 KB, or null if it is absent.
  static @Nullable Json read(Fields of, String member) {
    return of.objectOrNull(member) == null ? null : any(of, member, MAX_KILOBYTES);
  }

  /// Whatever is in a member, or null if it is absent.
  static @Nullable Json any(Fields of, String member, int maxKilobytes) {
    JsonNode value = of.get(member);
    if (value == null) {
      return null;
    }
    check(value, of, member);
    String text = value.toString();
    int maxBytes = maxKilobytes * 1024;
    if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw of.invalid(member, "must be at most " + maxKilobytes + " KB");
    }
    return new Json(text);
  }

  private static void check(JsonNode root, Fields of, String member) {
    List<JsonNode> level = List.of(root);
    for (int depth = 1; !level.isEmpty(); depth++) {
      if (depth > MAX_DEPTH) {
        throw of.invalid(member, "must be at most " + MAX_DEPTH + " levels deep");
      }
      var below = new ArrayList<JsonNode>();
      for (JsonNode node : level) {
        checkNode(node, of, member);
        node.forEach(below::add);
      }
      level = below;
    }
  }

  private static void checkNode(JsonNode node, Fields of, String member) {
    if (node.isTextual()) {
      checkText(node.textValue(), of, member);
    } else if (node instanceof ObjectNode inner) {
      for (Map.Entry<String, JsonNode> entry : inner.properties()) {
        checkText(entry.getKey(), of, member);
      }
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw of.invalid(member, "must not hold a number that is too large");
    }
  }

  private static void checkText(String text, Fields of, String member) throws InvalidRequest {
    if (!Text.isStorable(text)) {
      throw of.invalid(member, "must not hold U+0000 or half of a surrogate pair");
    }
  }
}
