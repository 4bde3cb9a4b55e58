package io.parley.testkit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes something else of a proper payload: members that are missing, too many, of other types,
/// huge, deep, or about other things.
final class Disturbance {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 400;
  private static final List<String> NAMES =
      List.of("id", "chat_id", "type", "filters", "properties", "", "__proto__", "a.b", "\u0000");

  private final RandomGenerator chance;
  private final List<String> ids;

  /// @param ids those of all kinds of things, of this license and of others
  Disturbance(RandomGenerator chance, List<String> ids) {
    this.chance = chance;
    this.ids = List.copyOf(ids);
  }

  /// Disturbs in a few places.
  void disturb(ObjectNode payload) {
    for (int i = 1 + chance.nextInt(3); i > 0; i--) {
      List<ContainerNode<?>> places = new ArrayList<>();
      collect(payload, places);
      disturb(places.get(chance.nextInt(places.size())));
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> to) {
    if (node instanceof ContainerNode<?> container && to.size() < DEPTH) {
      to.add(container);
      container.forEach(child -> collect(child, to));
    }
  }

  private void disturb(ContainerNode<?> place) {
    if (place instanceof ObjectNode object) {
      List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
      if (names.isEmpty() || chance.nextInt(6) == 0) {
        object.set(pick(NAMES), value(2));
      } else if (chance.nextInt(4) == 0) {
        object.remove(pick(names));
      } else {
        object.set(pick(names), value(2));
      }
    } else if (place instanceof ArrayNode array) {
      if (array.isEmpty() || chance.nextInt(3) == 0) {
        array.add(value(2));
      } else if (chance.nextInt(3) == 0) {
        JsonNode first = array.get(0);
        for (int i = chance.nextInt(1_500); i > 0; i--) {
          array.add(first);
        }
      } else {
        array.set(chance.nextInt(array.size()), value(2));
      }
    }
  }

  private JsonNode value(int depth) {
    return switch (chance.nextInt(depth > 0 ? 12 : 8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(chance.nextBoolean());
      case 2 -> number();
      case 3, 4 -> JSON.textNode(text());
      case 5, 6, 7 -> JSON.textNode(pick(ids));
      case 8 -> deep();
      case 9, 10 -> {
        ObjectNode object = JSON.objectNode();
        for (int i = chance.nextInt(3); i > 0; i--) {
          object.set(pick(NAMES), value(depth - 1));
        }
        yield object;
      }
      default -> {
        ArrayNode array = JSON.arrayNode();
        for (int i = chance.nextInt(3); i > 0; i--) {
          array.add(value(depth - 1));
        }
        yield array;
      }
    };
  }

  private JsonNode number() {
    return switch (chance.nextInt(7)) {
      case 0 -> JSON.numberNode(0);
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(Integer.MAX_VALUE);
      case 3 -> JSON.numberNode(Long.MIN_VALUE);
      case 4 -> JSON.numberNode(1.5);
      case 5 -> JSON.numberNode(new BigDecimal("1e400"));
      default -> JSON.numberNode(chance.nextInt(1_000));
    };
  }

  private String text() {
    return switch (chance.nextInt(9)) {
      case 0 -> "";
      case 1 -> "\u0000";
      case 2 -> "half \ud83d";
      case 3 -> "\ude00 half";
      case 4 -> "😁".repeat(chance.nextInt(6_000));
      case 5 -> "https://" + "x".repeat(chance.nextInt(3_000)) + ".example/%00/../";
      case 6 -> "\u202e\n <script>' \"; drop table event; -- \uffff";
      case 7 -> "%s {0} ${x} \\u0041";
      default -> "2017-13-32T25:61:61.999999999+99:99";
    };
  }

  private JsonNode deep() {
    JsonNode inner = JSON.objectNode();
    for (int i = chance.nextInt(DEPTH); i > 0; i--) {
      inner =
          chance.nextBoolean() ? JSON.arrayNode().add(inner) : JSON.objectNode().set("a", inner);
    }
    return inner;
  }

  private <T> T pick(List<T> from) {
    return from.get(chance.nextInt(from.size()));
  }
}
