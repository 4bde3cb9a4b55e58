package io.parley.cluster;

import java.time.Duration;

/// How a node takes part in the cluster.
///
/// @param shards into how many parts the licenses are divided; the same on all nodes
/// @param allocationTimeout how long commands wait for their license to be placed before they are
/// answered with an
///     error
public record ClusterConfig(int shards, Duration allocationTimeout) {
  /// A node for which nothing is configured.
  public static final ClusterConfig DEFAULTS = new ClusterConfig(256, Duration.ofSeconds(20));
}
