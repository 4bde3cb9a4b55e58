package io.parley.protocol.request;

import static io.parley.protocol.request.RequestShapesTest.Probe.Expectation.NAMED;
import static io.parley.protocol.request.RequestShapesTest.Probe.Expectation.READ;
import static io.parley.protocol.request.RequestShapesTest.Probe.Expectation.REFUSED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.protocol.request.RequestShapesTest.Probe;
import io.parley.protocol.schema.Member;
import io.parley.protocol.schema.Rule;
import io.parley.protocol.schema.Sample;
import io.parley.protocol.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Payloads around the edges of a shape: each member there, missing, of another type, as large as
/// allowed and a little larger; each rule kept and broken.
final class Probes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Probe> probes = new ArrayList<>();

  /// What else a value may be.
  private enum Company {
    /// Nothing else.
    NOBODY,
    /// Something of another shape, with members that must be there.
    OTHERS,
    /// Something of another shape, which may be empty.
    ANYTHING
  }

  /// A place in the payload.
  ///
  /// @param with the whole payload with that at this place
  /// @param company which other shapes are possible there
  private record Place(String path, UnaryOperator<JsonNode> with, Company company) {
    Place member(ObjectNode of, String name) {
      return new Place(
          path.isEmpty() ? name : path + "." + name,
          value -> with.apply(of.deepCopy().set(name, value)),
          Company.NOBODY);
    }

    Place element() {
      return new Place(
          path + "[0]", value -> with.apply(JSON.arrayNode().add(value)), Company.NOBODY);
    }

    Place among(List<Shape> shapes) {
      boolean anything =
          shapes.stream()
              .anyMatch(each -> each instanceof Shape.OfObject && Sample.LEAST.of(each).isEmpty());
      return new Place(path, with, anything ? Company.ANYTHING : Company.OTHERS);
    }

    boolean alone() {
      return company == Company.NOBODY;
    }
  }

  private Probes() {}

  /// The probes of a request.
  static List<Probe> of(Shape request) {
    var probes = new Probes();
    probes.around(request, new Place("", value -> value, Company.NOBODY));
    return probes.probes;
  }

  private void add(Place place, JsonNode value, Probe.Expectation expectation) {
    add(place.path(), place.with().apply(value), expectation);
  }

  private void add(String path, JsonNode payload, Probe.Expectation expectation) {
    probes.add(new Probe(payload, expectation, path));
  }

  private void around(Shape shape, Place place) {
    switch (shape) {
      case Shape.OfText text -> text(text, place);
      case Shape.OfInteger integer -> integer(integer, place);
      case Shape.OfFlag _ -> {
        add(place, JSON.booleanNode(true), READ);
        add(place, JSON.booleanNode(false), READ);
        wrongType(place, JSON.textNode("true"));
      }
      case Shape.OfList list -> list(list, place);
      case Shape.OfMap map -> map(map, place);
      case Shape.OfObject object -> object(object, place);
      case Shape.OneOf one -> {
        one.shapes().forEach(each -> around(each, place.among(one.shapes())));
        if (!place.path().isEmpty()) {
          add(place, JSON.arrayNode(), NAMED);
        }
      }
      case Shape.OfAnything(boolean object, _) -> {
        add(place, JSON.objectNode().put("a", 1), READ);
        add(place, JSON.textNode("x"), object ? NAMED : READ);
        add(place, JSON.objectNode().put("a", "x".repeat(40_000)), NAMED);
      }
      case Shape.OfFile() -> {}
    }
  }

  private void wrongType(Place place, JsonNode value) {
    if (place.alone() && !place.path().isEmpty()) {
      add(place, value, NAMED);
    }
  }

  private void text(Shape.OfText text, Place place) {
    wrongType(place, JSON.numberNode(7));
    if (!text.choices().isEmpty()) {
      text.choices().forEach(choice -> add(place, JSON.textNode(choice), READ));
      boolean listed = place.path().endsWith("]");
      add(place, JSON.textNode("no such choice"), listed ? REFUSED : NAMED);
      return;
    }
    add(place, JSON.textNode(text.example()), READ);
    add(place, JSON.textNode("a".repeat(text.max() + 1)), NAMED);
    String longest = "a".repeat(text.max());
    boolean plain = text.pattern() == null || longest.matches(text.pattern());
    if (plain) {
      add(place, JSON.textNode(longest), READ);
    }
    if (plain && text.inBytes()) {
      add(place, JSON.textNode("é".repeat(text.max() / 2 + 1)), NAMED);
    }
    if (text.pattern() != null) {
      add(place, JSON.textNode("no such !"), NAMED);
    }
    add(place, JSON.textNode(""), text.min() > 0 ? NAMED : READ);
  }

  private void integer(Shape.OfInteger integer, Place place) {
    wrongType(place, JSON.textNode("x"));
    wrongType(place, JSON.numberNode(1.5));
    add(place, JSON.numberNode(integer.min()), READ);
    add(place, JSON.numberNode(integer.max()), READ);
    add(place, JSON.numberNode(integer.min() - 1), NAMED);
    add(place, JSON.numberNode(integer.max() + 1), NAMED);
  }

  private void list(Shape.OfList list, Place place) {
    wrongType(place, JSON.objectNode());
    add(place, JSON.arrayNode(), list.min() > 0 ? REFUSED : READ);
    add(place, many(list.element(), list.max() + 1), NAMED);
    add(place, many(list.element(), list.max()), READ);
    around(list.element(), place.element());
  }

  private static ArrayNode many(Shape element, int count) {
    ArrayNode array = JSON.arrayNode();
    JsonNode sample = Sample.LEAST.of(element);
    for (int i = 0; i < count; i++) {
      array.add(sample);
    }
    return array;
  }

  private void map(Shape.OfMap map, Place place) {
    wrongType(place, JSON.textNode("x"));
    JsonNode value = Sample.LEAST.of(map.value());
    add(place, JSON.objectNode(), map.min() > 0 ? REFUSED : READ);
    add(place, JSON.objectNode().set("k".repeat(map.longestKey()), value), READ);
    add(place, JSON.objectNode().set("k".repeat(map.longestKey() + 1), value), REFUSED);
    if (map.max() != Shape.UNLIMITED) {
      ObjectNode tooMany = JSON.objectNode();
      for (int i = 0; i <= map.max(); i++) {
        tooMany.set("k" + i, value);
      }
      add(place, tooMany, REFUSED);
    }
    around(map.value(), place.member(JSON.objectNode(), Sample.keyOf(map)));
  }

  private void object(Shape.OfObject object, Place place) {
    wrongType(place, JSON.textNode("x"));
    var least = (ObjectNode) Sample.LEAST.of(object);
    add(place, least, READ);
    boolean closed = object.rules().contains(new Rule.NothingElse());
    add(place, least.deepCopy().put("nobody_reads_this", true), closed ? REFUSED : READ);
    for (Member member : object.members()) {
      ObjectNode around = withAllThatBelongsTo(object, member, least);
      Place inner = place.member(around, member.name());
      if (member.required()) {
        missing(member, place, least);
      } else if (!least.has(member.name())) {
        add(place, least.deepCopy().putNull(member.name()), READ);
      }
      around(member.shape(), inner);
    }
    object.rules().forEach(rule -> broken(rule, object, least, place));
  }

  /// A member that must be there, left out. Among several shapes that makes it no proper one of
  /// another kind, either, unless one of these needs nothing at all.
  private void missing(Member member, Place place, ObjectNode least) {
    ObjectNode rest = without(least, member.name());
    switch (place.company()) {
      case NOBODY ->
          add(place.member(least, member.name()).path(), place.with().apply(rest), NAMED);
      case OTHERS -> add(place, rest, REFUSED);
      case ANYTHING -> add(place, rest, READ);
    }
  }

  private static ObjectNode withAllThatBelongsTo(
      Shape.OfObject object, Member member, ObjectNode least) {
    ObjectNode around = least.deepCopy();
    for (Rule rule : object.rules()) {
      if (rule instanceof Rule.AtLeastOne(List<String> members)
          && members.contains(member.name())) {
        around.remove(members);
      }
    }
    for (String name : Sample.with(object, member.name())) {
      around.set(name, Sample.LEAST.of(object.memberOrNull(name).shape()));
    }
    return around;
  }

  private static ObjectNode without(ObjectNode of, String... names) {
    ObjectNode rest = of.deepCopy();
    return rest.without(List.of(names));
  }

  private void broken(Rule rule, Shape.OfObject object, ObjectNode least, Place place) {
    switch (rule) {
      case Rule.AtLeastOne(List<String> members) ->
          add(place, without(least, members.toArray(String[]::new)), REFUSED);
      case Rule.ExactlyOne(List<String> members) -> {
        add(place, without(least, members.toArray(String[]::new)), REFUSED);
        add(place, with(object, least, members.toArray(String[]::new)), REFUSED);
      }
      case Rule.Together(String one, String other) -> {
        add(place, without(with(object, least, one), other), REFUSED);
        add(place, without(with(object, least, other), one), REFUSED);
      }
      case Rule.NeverBoth(String one, String other) ->
          add(
              place,
              with(object, least, one, other)
                  .set(other, Sample.FULL.of(object.memberOrNull(other).shape())),
              REFUSED);
      case Rule.NothingElse() -> {}
    }
  }

  private static ObjectNode with(Shape.OfObject object, ObjectNode least, String... names) {
    ObjectNode more = least.deepCopy();
    for (String name : names) {
      more.set(name, Sample.LEAST.of(object.memberOrNull(name).shape()));
    }
    return more;
  }
}
