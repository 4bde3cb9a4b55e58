package io.parley.gateway.rtm;

import io.parley.protocol.frame.RequestFrame;
import io.parley.protocol.method.Method;

/// A request that waits for its answer.
///
/// @param deadline the tick after which it waits no longer
/// @param sinceNanos when it came, by the clock of the meters
record PendingRequest(RequestFrame frame, Method method, long deadline, long sinceNanos) {

  /// Each is but equal to itself: a client may use the same id twice.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
