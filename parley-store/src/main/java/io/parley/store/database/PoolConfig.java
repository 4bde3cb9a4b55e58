package io.parley.store.database;

import java.time.Duration;

/// How many connections to the database there may be.
///
/// @param maximumConnections the most that are open at one time
/// @param minimumIdle how many stay open when nothing happens
/// @param connectionTimeout how long someone waits for a connection before it counts as a failure
public record PoolConfig(int maximumConnections, int minimumIdle, Duration connectionTimeout) {

  /// Refuses numbers that make no pool.
  public PoolConfig {
    if (maximumConnections < 1) {
      throw new IllegalArgumentException("maximumConnections must be at least 1");
    }
    if (minimumIdle < 0 || minimumIdle > maximumConnections) {
      throw new IllegalArgumentException("minimumIdle must be from 0 to maximumConnections");
    }
    if (connectionTimeout.toMillis() < 250) {
      throw new IllegalArgumentException("connectionTimeout must be at least 250 ms");
    }
  }

  /// What suits one server: 20 connections, 4 of them always open.
  public static PoolConfig defaults() {
    return new PoolConfig(20, 4, Duration.ofSeconds(10));
  }
}
