package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.protocol.InvalidRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the members of a JSON object, and says precisely which one is not as it should be.
///
/// A member that is `null` counts as absent, and members that nobody asks for are ignored: clients
/// send more than is documented. Paths are put together only when something is wrong.
final class Fields {
  private final ObjectNode node;
  private final @Nullable Fields parent;
  private final String name;
  private final int index;

  private Fields(ObjectNode node, @Nullable Fields parent, String name, int index) {
    this.node = node;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /// The members of a request's payload.
  static Fields of(ObjectNode payload) {
    return new Fields(payload, null, "", -1);
  }

  /// The object itself.
  ObjectNode node() {
    return node;
  }

  /// What to throw if a member is wrong.
  InvalidRequest invalid(String member, String problem) {
    return new InvalidRequest(path(member), problem);
  }

  /// What to throw if the object is wrong as a whole.
  InvalidRequest invalid(String problem) {
    return new InvalidRequest(parent == null ? "payload" : path(), problem);
  }

  /// The member as it is, or null if it is absent.
  @Nullable JsonNode get(String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value;
  }

  /// True unless the member is absent.
  boolean has(String member) {
    return get(member) != null;
  }

  private JsonNode required(String member) {
    return required(member, get(member));
  }

  private <T> T required(String member, @Nullable T value) {
    if (value == null) {
      throw invalid(member, "is required");
    }
    return value;
  }

  /// A string that must be there.
  String text(String member, Text kind) {
    return required(member, textOrNull(member, kind));
  }

  /// A string, or null if it is absent.
  @Nullable String textOrNull(String member, Text kind) {
    JsonNode value = get(member);
    return value == null ? null : text(value, kind, member);
  }

  /// A string that is not empty, or null.
  @Nullable String filledTextOrNull(String member, Text kind) {
    String text = textOrNull(member, kind);
    return text == null || text.isEmpty() ? null : text;
  }

  private String text(JsonNode value, Text kind, String member) {
    String text = value.textValue();
    if (text == null) {
      throw invalid(member, "must be a string");
    }
    String problem = kind.problem(text);
    if (problem != null) {
      throw invalid(member, problem);
    }
    return text;
  }

  /// A truth value that must be there.
  boolean flag(String member) {
    return required(member, flagOrNull(member));
  }

  /// A truth value, false if it is absent.
  boolean flagOrFalse(String member) {
    Boolean value = flagOrNull(member);
    return value != null && value;
  }

  /// A truth value, or null if it is absent.
  @Nullable Boolean flagOrNull(String member) {
    JsonNode value = get(member);
    if (value != null && !value.isBoolean()) {
      throw invalid(member, "must be true or false");
    }
    return value == null ? null : value.booleanValue();
  }

  /// An integer that must be there.
  int integer(String member, int min, int max) {
    return integer(required(member), member, min, max);
  }

  /// An integer, or `absent`.
  int integer(String member, int min, int max, int absent) {
    JsonNode value = get(member);
    return value == null ? absent : integer(value, member, min, max);
  }

  /// An integer, or null if it is absent.
  @Nullable Integer integerOrNull(String member, int min, int max) {
    JsonNode value = get(member);
    return value == null ? null : integer(value, member, min, max);
  }

  private int integer(JsonNode value, String member, int min, int max) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      int number = value.intValue();
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw invalid(
        member,
        max == Integer.MAX_VALUE
            ? "must be an integer, at least " + min
            : "must be an integer from " + min + " to " + max);
  }

  /// One of a few strings that must be there, as what it stands for.
  <E> E choice(String member, Map<String, E> byName) {
    return required(member, choiceOrNull(member, byName));
  }

  /// One of a few strings, as what it stands for, or null if it is absent.
  <E> @Nullable E choiceOrNull(String member, Map<String, E> byName) {
    JsonNode value = get(member);
    if (value == null) {
      return null;
    }
    E choice = value.isTextual() ? byName.get(value.textValue()) : null;
    if (choice == null) {
      throw invalid(
          member,
          "must be one of " + String.join(", ", byName.keySet().stream().sorted().toList()));
    }
    return choice;
  }

  /// A moment that must be there, to the microsecond.
  Instant instant(String member) {
    return required(member, instantOrNull(member));
  }

  /// A moment to the microsecond, or null if it is absent.
  @Nullable Instant instantOrNull(String member) {
    String text = textOrNull(member, Text.NAME);
    if (text == null) {
      return null;
    }
    Instant instant = Timestamps.read(text);
    if (instant == null) {
      throw invalid(
          member, "must be a date and time of RFC 3339, like 2017-10-12T15:19:21.010200Z");
    }
    return instant;
  }

  /// An object that must be there.
  Fields object(String member) {
    return required(member, objectOrNull(member));
  }

  /// An object, or null if it is absent.
  @Nullable Fields objectOrNull(String member) {
    JsonNode value = get(member);
    return value == null ? null : object(value, member, -1);
  }

  private Fields object(JsonNode value, String member, int at) {
    if (value instanceof ObjectNode object) {
      return new Fields(object, this, member, at);
    }
    throw invalid(at < 0 ? member : element(member, at), "must be an object");
  }

  /// The objects of an array, none if it is absent.
  List<Fields> objects(String member, int max) {
    ArrayNode array = arrayOrNull(member, max);
    if (array == null) {
      return List.of();
    }
    var objects = new ArrayList<Fields>(array.size());
    for (JsonNode value : array) {
      objects.add(object(value, member, objects.size()));
    }
    return objects;
  }

  /// The strings of an array, or null if it is absent.
  @Nullable List<String> textsOrNull(String member, int max, Text kind) {
    ArrayNode array = arrayOrNull(member, max);
    if (array == null) {
      return null;
    }
    var texts = new ArrayList<String>(array.size());
    for (JsonNode value : array) {
      texts.add(text(value, kind, element(member, texts.size())));
    }
    return texts;
  }

  /// An array, or null if it is absent.
  @Nullable ArrayNode arrayOrNull(String member, int max) {
    JsonNode value = get(member);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ArrayNode array)) {
      throw invalid(member, "must be an array");
    }
    if (array.size() > max) {
      throw invalid(member, "must have at most " + max + (max == 1 ? " element" : " elements"));
    }
    return array;
  }

  private static String element(String member, int at) {
    return member + "[" + at + "]";
  }

  private String path(String member) {
    String path = path();
    return path.isEmpty() ? member : path + "." + member;
  }

  private String path() {
    if (parent == null) {
      return "";
    }
    return parent.path(index < 0 ? name : element(name, index));
  }
}
