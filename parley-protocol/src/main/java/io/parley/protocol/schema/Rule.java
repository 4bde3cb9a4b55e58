package io.parley.protocol.schema;

import java.util.List;

/// What the members of an object have to do with each other.
public sealed interface Rule {
  /// Some of these must be there.
  record AtLeastOne(List<String> members) implements Rule {
    /// Makes the list unmodifiable.
    public AtLeastOne {
      members = List.copyOf(members);
    }
  }

  /// One of these must be there, and no other.
  record ExactlyOne(List<String> members) implements Rule {
    /// Makes the list unmodifiable.
    public ExactlyOne {
      members = List.copyOf(members);
    }
  }

  /// Both or none.
  record Together(String one, String other) implements Rule {}

  /// Never both.
  record NeverBoth(String one, String other) implements Rule {}

  /// No member but those that are declared; elsewhere others are passed over.
  record NothingElse() implements Rule {}

  /// Some of these must be there.
  static Rule atLeastOne(String... members) {
    return new AtLeastOne(List.of(members));
  }

  /// One of these must be there, and no other.
  static Rule exactlyOne(String... members) {
    return new ExactlyOne(List.of(members));
  }
}
