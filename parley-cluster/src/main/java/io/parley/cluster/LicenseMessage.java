package io.parley.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a license's entity is told. May cross the network, so each kind keeps its name.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LicenseMessage.Open.class, name = "open"),
  @JsonSubTypes.Type(value = LicenseMessage.Leave.class, name = "leave"),
  @JsonSubTypes.Type(value = LicenseMessage.Left.class, name = "left")
})
sealed interface LicenseMessage {
  /// Somebody wants something of the license: it is to run. The entity opens the door when it
  /// starts, so that nothing is left to do for it afterwards but to open it again.
  record Open() implements LicenseMessage {}

  /// The license is to leave this node: sharding gives it to another.
  record Leave() implements LicenseMessage {}

  /// The writer has ended.
  record Left() implements LicenseMessage {}
}
