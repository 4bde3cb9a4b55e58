package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/// Payloads that remember which of their members somebody asked for.
final class Recording {
  private final Set<String> asked = new TreeSet<>();

  /// The same payload, watched.
  ObjectNode watched(JsonNode payload) {
    return (ObjectNode) watched(payload, "");
  }

  /// The paths of all members that were asked for, there or not; elements of arrays are `[]`.
  Set<String> asked() {
    return asked;
  }

  private JsonNode watched(JsonNode node, String path) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = new Watched(path, asked);
        object
            .properties()
            .forEach(e -> copy.set(e.getKey(), watched(e.getValue(), copy.of(e.getKey()))));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(watched(element, path + "[]")));
        yield copy;
      }
      default -> node;
    };
  }

  @SuppressWarnings("unchecked") // how ObjectNode itself overrides deepCopy
  private static final class Watched extends ObjectNode {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final transient Set<String> asked;

    Watched(String path, Set<String> asked) {
      super(JsonNodeFactory.instance);
      this.path = path;
      this.asked = asked;
    }

    String of(String member) {
      return path.isEmpty() ? member : path + "." + member;
    }

    @Override
    public JsonNode get(String member) {
      asked.add(of(member));
      return super.get(member);
    }
  }
}
