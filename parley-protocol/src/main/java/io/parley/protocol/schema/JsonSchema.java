package io.parley.protocol.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes shapes as JSON Schema, in words that mean the same in the drafts 7 and 2020-12: OpenAPI
/// 3.1 takes the later, AsyncAPI 3 the earlier. Structures with a name are written once and
/// referred to.
public final class JsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// What a description says of members that it does not have.
  public enum Strangers {
    /// Nothing: clients must pass over them.
    TOLERATED,
    /// There are none.
    REFUSED
  }

  private final Strangers strangers;
  private final String place;
  private final String prefix;
  private final Map<String, ObjectNode> structures;

  /// @param place where the structures will stand, like `#/components/schemas/`
  public JsonSchema(Strangers strangers, String place) {
    this(strangers, place, "", new TreeMap<>());
  }

  private JsonSchema(
      Strangers strangers, String place, String prefix, Map<String, ObjectNode> structures) {
    this.strangers = strangers;
    this.place = place;
    this.prefix = prefix;
    this.structures = structures;
  }

  /// The same, but the names of structures begin with that: each API has its own.
  public JsonSchema within(String newPrefix) {
    return new JsonSchema(strangers, place, newPrefix, structures);
  }

  /// The structures that have been referred to, by name.
  public ObjectNode structures() {
    ObjectNode all = JSON.objectNode();
    structures.forEach(all::set);
    return all;
  }

  /// A shape as a schema.
  public ObjectNode of(Shape shape) {
    return switch (shape) {
      case Shape.OfText text -> text(text);
      case Shape.OfInteger integer -> integer(integer);
      case Shape.OfFlag(Boolean only) -> {
        ObjectNode flag = typed("boolean");
        if (only != null) {
          flag.put("const", only);
        }
        yield flag;
      }
      case Shape.OfList list -> list(list);
      case Shape.OfMap map -> map(map);
      case Shape.OfObject object ->
          object.name().isEmpty() ? object(object) : reference(object.name(), object);
      case Shape.OneOf one -> one.name().isEmpty() ? oneOf(one) : reference(one.name(), one);
      case Shape.OfAnything(boolean object, String meaning) -> {
        ObjectNode anything = object ? typed("object") : JSON.objectNode();
        yield anything.put("description", meaning);
      }
      case Shape.OfFile() -> typed("string").put("format", "binary");
    };
  }

  private ObjectNode reference(String name, Shape shape) {
    String full = prefix + name;
    if (!structures.containsKey(full)) {
      structures.put(full, JSON.objectNode());
      ObjectNode written =
          shape instanceof Shape.OneOf one ? oneOf(one) : object((Shape.OfObject) shape);
      structures.put(full, written);
    }
    return JSON.objectNode().put("$ref", place + full);
  }

  private static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static ObjectNode text(Shape.OfText text) {
    ObjectNode schema = typed("string");
    if (text.choices().size() == 1) {
      return schema.put("const", text.choices().getFirst());
    }
    if (!text.choices().isEmpty()) {
      ArrayNode choices = schema.putArray("enum");
      text.choices().forEach(choices::add);
      return schema;
    }
    if (text.min() > 0) {
      schema.put("minLength", text.min());
    }
    if (text.max() != Shape.UNLIMITED) {
      schema.put("maxLength", text.max());
    }
    if (text.inBytes()) {
      schema.put("description", "at most " + text.max() / 1024 + " KB in UTF-8");
    }
    if (text.pattern() != null) {
      schema.put("pattern", text.pattern());
    }
    if (text.format() != null) {
      schema.put("format", text.format());
    }
    return schema;
  }

  private static ObjectNode integer(Shape.OfInteger integer) {
    ObjectNode schema = typed("integer");
    if (integer.min() != Long.MIN_VALUE) {
      schema.put("minimum", integer.min());
    }
    if (integer.max() != Long.MAX_VALUE) {
      schema.put("maximum", integer.max());
    }
    return schema;
  }

  private ObjectNode list(Shape.OfList list) {
    ObjectNode schema = typed("array");
    schema.set("items", of(list.element()));
    if (list.min() > 0) {
      schema.put("minItems", list.min());
    }
    if (list.max() != Shape.UNLIMITED) {
      schema.put("maxItems", list.max());
    }
    return schema;
  }

  private ObjectNode map(Shape.OfMap map) {
    ObjectNode schema = typed("object").put("description", "by " + map.key());
    schema.set("additionalProperties", of(map.value()));
    if (map.max() != Shape.UNLIMITED || map.min() > 0) {
      schema.putObject("propertyNames").put("maxLength", map.longestKey());
    }
    if (map.min() > 0) {
      schema.put("minProperties", map.min());
    }
    if (map.max() != Shape.UNLIMITED) {
      schema.put("maxProperties", map.max());
    }
    return schema;
  }

  private ObjectNode oneOf(Shape.OneOf one) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode shapes = schema.putArray("oneOf");
    one.shapes().forEach(shape -> shapes.add(of(shape)));
    return schema;
  }

  private ObjectNode object(Shape.OfObject object) {
    ObjectNode schema = typed("object");
    if (!object.members().isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      object.members().forEach(member -> properties.set(member.name(), member(member)));
      List<String> required =
          object.members().stream().filter(Member::required).map(Member::name).toList();
      if (!required.isEmpty()) {
        schema.set("required", names(required));
      }
    }
    boolean closed = object.rules().contains(new Rule.NothingElse());
    if (object.rules().size() > (closed ? 1 : 0)) {
      ArrayNode rules = schema.putArray("allOf");
      object.rules().stream()
          .filter(rule -> !(rule instanceof Rule.NothingElse))
          .forEach(rule -> rules.add(rule(rule)));
    }
    if (closed || strangers == Strangers.REFUSED) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private ObjectNode member(Member member) {
    ObjectNode schema = of(member.shape());
    String more = schema.path("description").asText("");
    schema.put("description", more.isEmpty() ? member.meaning() : member.meaning() + "; " + more);
    return schema;
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode schema = JSON.objectNode();
    switch (rule) {
      case Rule.AtLeastOne(List<String> members) -> requireEach(schema.putArray("anyOf"), members);
      case Rule.ExactlyOne(List<String> members) -> requireEach(schema.putArray("oneOf"), members);
      case Rule.Together(String one, String other) -> {
        ArrayNode alternatives = schema.putArray("oneOf");
        alternatives.addObject().set("required", names(List.of(one, other)));
        requireEach(
            alternatives.addObject().putObject("not").putArray("anyOf"), List.of(one, other));
      }
      case Rule.NeverBoth(String one, String other) ->
          schema.putObject("not").set("required", names(List.of(one, other)));
      case Rule.NothingElse() -> schema.put("additionalProperties", false);
    }
    return schema;
  }

  private static void requireEach(ArrayNode to, List<String> members) {
    for (String member : members) {
      to.addObject().set("required", names(List.of(member)));
    }
  }

  private static ArrayNode names(List<String> names) {
    ArrayNode array = JSON.arrayNode();
    names.forEach(array::add);
    return array;
  }
}
