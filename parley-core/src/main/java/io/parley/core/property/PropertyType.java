package io.parley.core.property;

/// The types of properties.
public enum PropertyType {
  /// A 32-bit integer.
  INT,
  /// A truth value.
  BOOL,
  /// A string that is compared whole.
  STRING,
  /// A string that is searched word by word.
  TOKENIZED_STRING;

  /// True if a value is of this type.
  public boolean fits(PropertyValue value) {
    return switch (this) {
      case INT ->
          value instanceof PropertyValue.Whole(long number)
              && number >= Integer.MIN_VALUE
              && number <= Integer.MAX_VALUE;
      case BOOL -> value instanceof PropertyValue.Flag;
      case STRING, TOKENIZED_STRING -> value instanceof PropertyValue.Text;
    };
  }
}
