package io.parley.protocol.request;

import org.jspecify.annotations.Nullable;

/// Names of people, bots and groups.
final class Names {
  private Names() {}

  /// A name that is not blank, or null if it is absent.
  static @Nullable String personOrNull(Fields of, String member) {
    return checked(of, member, of.textOrNull(member, Text.PERSON), Integer.MAX_VALUE);
  }

  /// A name of so many characters at most that is not blank, or null if it is absent.
  static @Nullable String orNull(Fields of, String member, int max) {
    return checked(of, member, of.textOrNull(member, Text.LABEL), max);
  }

  private static @Nullable String checked(
      Fields of, String member, @Nullable String name, int max) {
    if (name != null && name.isBlank()) {
      throw of.invalid(member, "must not be empty");
    }
    if (name != null && name.codePointCount(0, name.length()) > max) {
      throw of.invalid(member, "must be at most " + max + " characters long");
    }
    return name;
  }
}
