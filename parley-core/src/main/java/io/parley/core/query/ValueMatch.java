package io.parley.core.query;

import io.parley.core.property.PropertyValue;
import java.util.List;

/// What is asked of something that a thread has several of, or none: tags, sales, goals.
public sealed interface ValueMatch {
  /// The thread has any, or has none.
  record Exists(boolean exists) implements ValueMatch {}

  /// The thread has one of these at least.
  record OneOf(List<PropertyValue> values) implements ValueMatch {
    /// Makes the list unmodifiable.
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// The thread has none of these; it may have others, or none at all.
  record NoneOf(List<PropertyValue> values) implements ValueMatch {
    /// Makes the list unmodifiable.
    public NoneOf {
      values = List.copyOf(values);
    }
  }
}
