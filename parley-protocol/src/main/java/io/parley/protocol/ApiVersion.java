package io.parley.protocol;

import java.util.Optional;

/// The versions of the platform's APIs that are served, oldest first.
public enum ApiVersion {
  /// Version 3.1.
  V3_1("3.1"),
  /// Version 3.2; of the Configuration API alone so far ([Api#versions]).
  V3_2("3.2");

  private final String number;

  ApiVersion(String number) {
    this.number = number;
  }

  /// The number as in addresses and headers, like `3.1`.
  public String number() {
    return number;
  }

  /// True for `other` and every later version.
  public boolean atLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  /// The version of that number, with or without a leading `v`; empty if no API is served in it.
  /// Whether a certain one is says [Api#version].
  public static Optional<ApiVersion> of(String number) {
    String plain = number.startsWith("v") ? number.substring(1) : number;
    for (ApiVersion version : values()) {
      if (version.number.equals(plain)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
