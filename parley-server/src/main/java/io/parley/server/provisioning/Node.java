package io.parley.server.provisioning;

import java.util.List;
import java.util.SequencedMap;

/// A value of a provisioning file, which knows where it stands.
sealed interface Node {
  Place place();

  /// Where something stands.
  ///
  /// @param path from the document's root: `licenses[0].agents[1].name`
  record Place(String file, int line, String path) {
    ProvisioningInvalid error(String problem) {
      return new ProvisioningInvalid(
          file + ":" + line + ": " + (path.isEmpty() ? "" : path + " ") + problem);
    }
  }

  /// A single value.
  record Scalar(Place place, Kind kind, String text) implements Node {
    /// What the value looks like.
    enum Kind {
      /// In quotes, or nothing else.
      TEXT("a text"),
      /// Digits.
      INTEGER("a number"),
      /// With a point or an exponent.
      DECIMAL("a decimal number"),
      /// True or false.
      SWITCH("true or false"),
      /// Nothing.
      NOTHING("nothing");

      final String description;

      Kind(String description) {
        this.description = description;
      }
    }
  }

  /// A list.
  record Sequence(Place place, List<Node> items) implements Node {}

  /// Keys with values; the place of a key is that of its value's line.
  record Mapping(Place place, SequencedMap<String, Node> values) implements Node {}

  /// What it is, for a message.
  default String description() {
    return switch (this) {
      case Scalar scalar -> scalar.kind().description;
      case Sequence _ -> "a list";
      case Mapping _ -> "keys with values";
    };
  }
}
