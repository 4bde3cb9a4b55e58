package io.parley.core.license;

import io.parley.core.agent.RoutingStatus;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An agent who is logged in, or was until a moment ago.
///
/// @param awayByConnection the connections, each with whether the agent is away from it
/// @param unconnectedSince set while there is no connection and the grace time runs
/// @param lastAssigned grows with each chat that the router gives; the smallest has waited longest
record Presence(
    RoutingStatus status,
    Map<String, Boolean> awayByConnection,
    @Nullable Instant unconnectedSince,
    long lastAssigned) {

  static final Presence NEW = new Presence(RoutingStatus.OFFLINE, Map.of(), null, 0);

  Presence {
    awayByConnection = Map.copyOf(awayByConnection);
  }

  Presence connected(String connectionId) {
    var connections = new TreeMap<>(awayByConnection);
    connections.put(connectionId, false);
    return new Presence(status, connections, null, lastAssigned);
  }

  Presence disconnected(String connectionId, Instant at) {
    var connections = new TreeMap<>(awayByConnection);
    connections.remove(connectionId);
    return new Presence(status, connections, connections.isEmpty() ? at : null, lastAssigned);
  }

  Presence away(String connectionId, boolean away) {
    if (!awayByConnection.containsKey(connectionId)) {
      return this;
    }
    var connections = new TreeMap<>(awayByConnection);
    connections.put(connectionId, away);
    return new Presence(status, connections, unconnectedSince, lastAssigned);
  }

  Presence withStatus(RoutingStatus newStatus) {
    return new Presence(newStatus, awayByConnection, unconnectedSince, lastAssigned);
  }

  Presence assigned(long turn) {
    return new Presence(status, awayByConnection, unconnectedSince, turn);
  }
}
