package io.parley.server.provisioning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Keys with values of which it is known which keys there may be. Reads them strictly: a text is no
/// number, and a number no text. A key without a value counts as absent.
final class Section {
  private final Node.Mapping mapping;

  private Section(Node.Mapping mapping) {
    this.mapping = mapping;
  }

  /// Takes a node that has to hold keys, and no others than these.
  static Section of(Node node, String... keys) {
    if (!(node instanceof Node.Mapping mapping)) {
      throw node.place().error("must hold keys with values, not " + node.description());
    }
    var known = new TreeSet<>(Arrays.asList(keys));
    mapping
        .values()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw value
                    .place()
                    .error("is not a known key; known here are " + String.join(", ", keys));
              }
            });
    return new Section(mapping);
  }

  Node.Place place() {
    return mapping.place();
  }

  /// Where the key's value stands, or the section if there is none.
  Node.Place place(String key) {
    Node value = mapping.values().get(key);
    return value == null ? place() : value.place();
  }

  boolean has(String key) {
    return value(key) != null;
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    Node value = value(key);
    return value == null ? Optional.empty() : Optional.of(text(value));
  }

  List<String> texts(String key) {
    return items(key).stream().map(Section::text).toList();
  }

  int integer(String key, int min, int max) {
    return (int) whole(required(key), min, max);
  }

  long number(String key, long min) {
    return whole(required(key), min, Long.MAX_VALUE);
  }

  OptionalInt optionalInteger(String key, int min, int max) {
    Node value = value(key);
    return value == null ? OptionalInt.empty() : OptionalInt.of((int) whole(value, min, max));
  }

  boolean isSet(String key, boolean standard) {
    Node value = value(key);
    if (value == null) {
      return standard;
    }
    if (!(value instanceof Node.Scalar(_, Node.Scalar.Kind kind, String text))
        || kind != Node.Scalar.Kind.SWITCH) {
      throw value.place().error("must be true or false, not " + value.description());
    }
    return Boolean.parseBoolean(text);
  }

  /// The value, which has to be one of these texts.
  String oneOf(String key, Set<String> allowed) {
    String text = text(key);
    if (!allowed.contains(text)) {
      throw place(key)
          .error(
              "must be one of "
                  + String.join(", ", new TreeSet<>(allowed))
                  + ", not \""
                  + text
                  + "\"");
    }
    return text;
  }

  /// The items of a list; none if the key is absent.
  List<Node> items(String key) {
    Node value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Node.Sequence(_, List<Node> items))) {
      throw value.place().error("must be a list, not " + value.description());
    }
    return items;
  }

  /// The items of a list, each of which has to hold keys.
  List<Section> sections(String key, String... keys) {
    var sections = new ArrayList<Section>();
    items(key).forEach(item -> sections.add(of(item, keys)));
    return sections;
  }

  Optional<Section> section(String key, String... keys) {
    Node value = value(key);
    return value == null ? Optional.empty() : Optional.of(of(value, keys));
  }

  private Node required(String key) {
    Node value = value(key);
    if (value == null) {
      throw missing(key);
    }
    return value;
  }

  private @Nullable Node value(String key) {
    Node value = mapping.values().get(key);
    return value instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NOTHING
        ? null
        : value;
  }

  private ProvisioningInvalid missing(String key) {
    return place().error("lacks the key " + key);
  }

  private static String text(Node value) {
    if (!(value instanceof Node.Scalar(Node.Place place, Node.Scalar.Kind kind, String text))) {
      throw value.place().error("must be a text, not " + value.description());
    }
    if (kind != Node.Scalar.Kind.TEXT) {
      throw place.error("must be a text, not " + kind.description + ": put it in quotes");
    }
    if (text.isBlank()) {
      throw place.error("must not be empty");
    }
    return text;
  }

  private static long whole(Node value, long min, long max) {
    if (!(value instanceof Node.Scalar(Node.Place place, Node.Scalar.Kind kind, String text))
        || kind != Node.Scalar.Kind.INTEGER) {
      throw value.place().error("must be a whole number, not " + value.description());
    }
    BigInteger number;
    try {
      number = new BigInteger(text.replace("_", "").replaceFirst("^\\+", ""));
    } catch (NumberFormatException e) {
      throw place.error("must be a whole number in decimal digits");
    }
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw place.error(
          max == Long.MAX_VALUE || max == Integer.MAX_VALUE
              ? "must be at least " + min
              : "must be from " + min + " to " + max);
    }
    return number.longValueExact();
  }
}
