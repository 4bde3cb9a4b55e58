package io.parley.protocol;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The APIs, each for one role, and the versions in which each is served.
public enum Api {
  /// Agent Chat.
  AGENT(EnumSet.of(ApiVersion.V3_1)),
  /// Customer Chat.
  CUSTOMER(EnumSet.of(ApiVersion.V3_1)),
  /// Configuration, for agents and applications.
  CONFIGURATION(EnumSet.of(ApiVersion.V3_1, ApiVersion.V3_2));

  private final Set<ApiVersion> versions;

  Api(Set<ApiVersion> versions) {
    this.versions = Set.copyOf(versions);
  }

  /// The versions in which the API is served.
  public Set<ApiVersion> versions() {
    return versions;
  }

  /// The version of that number, with or without a leading `v`; empty if the API is not served in
  /// it.
  public Optional<ApiVersion> version(String number) {
    return ApiVersion.of(number).filter(versions::contains);
  }
}
