package io.parley.protocol.schema;

import static io.parley.protocol.schema.Member.required;

import io.parley.protocol.request.Text;

/// Properties, and filters by them.
final class PropertyShapes {
  private static final int MAX_PROPERTIES = 100;
  private static final int MAX_FILTER_VALUES = 100;
  private static final String NAMESPACE = "namespace";
  private static final String NAME = "name of the property";

  /// The value of a property in a request, bare.
  static final Shape.OneOf BARE_VALUE =
      Shape.oneOf(
          "PropertyValue",
          Shape.text(Text.CONTENT).like("value"),
          Shape.integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
          Shape.flag());

  private static final Shape.OfMap GIVEN_IN_NAMESPACE =
      Shape.map(
          NAME,
          Shape.oneOf(
              Shape.text(Text.CONTENT).like("value"),
              Shape.integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
              Shape.flag(),
              Shape.object(required("value", BARE_VALUE, "the value"))),
          MAX_PROPERTIES);

  /// Properties in a request: bare values, or as answers have them.
  static final Shape.OfMap GIVEN = Shape.map(NAMESPACE, GIVEN_IN_NAMESPACE);

  /// The same, one at least.
  static final Shape.OfMap SOME_GIVEN = Shape.map(NAMESPACE, GIVEN_IN_NAMESPACE.filled()).filled();

  /// Names of properties in a request.
  static final Shape.OfMap NAMES_GIVEN =
      Shape.map(
          NAMESPACE,
          Shape.list(Shape.text(Text.KEY).like("string_property"), MAX_PROPERTIES).filled());

  /// The value of a property in an answer.
  static final Shape.OneOf ANY_VALUE =
      Shape.oneOf(
          Shape.text().like("value"), Shape.integer(Long.MIN_VALUE, Long.MAX_VALUE), Shape.flag());

  /// Properties in an answer.
  static final Shape.OfMap TOLD =
      Shape.map(
          NAMESPACE,
          Shape.map(NAME, Shape.object("Property", required("value", ANY_VALUE, "the value"))));

  /// Properties in an answer, bare.
  static final Shape.OfMap TOLD_BARE = Shape.map(NAMESPACE, Shape.map(NAME, ANY_VALUE));

  /// Names of properties in a push.
  static final Shape.OfMap NAMES_TOLD =
      Shape.map(NAMESPACE, Shape.list(Shape.text().like("string_property")));

  /// What a filter asks of the values of something.
  static final Shape.OneOf VALUE_FILTER =
      Shape.oneOf(
          "ValueFilter",
          Shape.object(required("exists", Shape.flag(), "whether there is a value at all")),
          Shape.object(required("values", filterValues(), "one of these values, all of one type")),
          Shape.object(
              required("exclude_values", filterValues(), "none of these values, all of one type")));

  /// A filter by properties.
  static final Shape.OfMap FILTER = Shape.map(NAMESPACE, Shape.map(NAME, VALUE_FILTER));

  private PropertyShapes() {}

  private static Shape.OfList filterValues() {
    return Shape.list(BARE_VALUE, MAX_FILTER_VALUES).filled();
  }
}
