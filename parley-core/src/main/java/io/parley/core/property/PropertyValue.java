package io.parley.core.property;

/// The value of a property; its kind is fixed by the property's definition.
public sealed interface PropertyValue {
  /// A value of type `string` or `tokenized_string`.
  record Text(String value) implements PropertyValue {}

  /// A value of type `int`.
  record Whole(long value) implements PropertyValue {}

  /// A value of type `bool`.
  record Flag(boolean value) implements PropertyValue {}
}
