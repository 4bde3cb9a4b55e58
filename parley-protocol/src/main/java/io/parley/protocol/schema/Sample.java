package io.parley.protocol.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes an example of a shape.
public enum Sample {
  /// As little as there can be.
  LEAST,
  /// All members but the other spellings of what is there already.
  FULL;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// An example, made anew at each call.
  public JsonNode of(Shape shape) {
    return switch (shape) {
      case Shape.OfText text ->
          JSON.textNode(text.choices().isEmpty() ? text.example() : text.choices().getFirst());
      case Shape.OfInteger integer -> JSON.numberNode(integer.example());
      case Shape.OfFlag _ -> JSON.booleanNode(true);
      case Shape.OfList list -> {
        var array = JSON.arrayNode();
        if (this == FULL || list.min() > 0) {
          array.add(of(list.element()));
        }
        yield array;
      }
      case Shape.OfMap map -> {
        ObjectNode object = JSON.objectNode();
        if (this == FULL || map.min() > 0) {
          object.set(keyOf(map), of(map.value()));
        }
        yield object;
      }
      case Shape.OfObject object -> of(object);
      case Shape.OneOf one -> of(one.shapes().getFirst());
      case Shape.OfAnything _ -> JSON.objectNode().put("any", "thing");
      case Shape.OfFile() -> JSON.textNode("the bytes of the file");
    };
  }

  private ObjectNode of(Shape.OfObject object) {
    Set<String> wanted = wanted(object);
    ObjectNode example = JSON.objectNode();
    for (Member member : object.members()) {
      if (wanted.contains(member.name())) {
        example.set(member.name(), of(member.shape()));
      }
    }
    return example;
  }

  private Set<String> wanted(Shape.OfObject object) {
    var wanted = new HashSet<String>();
    for (Member member : object.members()) {
      if (member.required() || (this == FULL && !member.alias())) {
        wanted.add(member.name());
      }
    }
    for (Rule rule : object.rules()) {
      switch (rule) {
        case Rule.AtLeastOne(List<String> members) -> {
          if (members.stream().noneMatch(wanted::contains)) {
            wanted.add(members.getFirst());
          }
        }
        case Rule.ExactlyOne(List<String> members) -> {
          members.forEach(wanted::remove);
          wanted.add(members.getFirst());
        }
        case Rule.Together _, Rule.NothingElse _ -> {}
        case Rule.NeverBoth(String one, String other) -> {
          if (wanted.contains(one)) {
            wanted.remove(other);
          }
        }
      }
    }
    return wanted;
  }

  /// The members that must be there when `member` is, itself included.
  public static List<String> with(Shape.OfObject object, String member) {
    var together = new ArrayList<>(List.of(member));
    for (Rule rule : object.rules()) {
      if (rule instanceof Rule.Together(String one, String other)) {
        if (member.equals(one)) {
          together.add(other);
        } else if (member.equals(other)) {
          together.add(one);
        }
      }
    }
    return together;
  }

  /// The name of the one member that an example of a map has.
  public static String keyOf(Shape.OfMap map) {
    return switch (map.key()) {
      case "number of the group" -> "0";
      case "type of the event" -> "message";
      case "id of the agent" -> "agent1@example.com";
      default -> map.key().replace("name of the ", "").replace(' ', '_');
    };
  }
}
