package io.parley.runtime;

import org.jspecify.annotations.Nullable;

/// The request behind a command: which connection made it, and what the client calls it. The pushes
/// that the request causes carry its id on that connection, and on no other.
public record Cause(@Nullable String connectionId, @Nullable String requestId) {
  /// A command behind which there is no connection.
  public static final Cause NONE = new Cause(null, null);
}
