package io.parley.store.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Settings of the embedded PostgreSQL.
///
/// @param data the data directory; made when it is not there
/// @param cache where unpacked binaries are shared between data directories; `data` is used instead
/// when it
///     can't be written
/// @param sharedBuffersMegabytes memory that PostgreSQL may fill with pages of tables and indexes
/// @param maxConnections the most connections that it accepts
/// @param startTimeout how long a start may take, recovery after a crash included
/// @param stopTimeout how long a clean stop may take before it is cut short (which loses nothing,
/// but makes
///     the next start recover)
public record EmbeddedPostgresConfig(
    Path data,
    Path cache,
    int sharedBuffersMegabytes,
    int maxConnections,
    Duration startTimeout,
    Duration stopTimeout) {

  /// Refuses numbers that PostgreSQL would.
  public EmbeddedPostgresConfig {
    if (sharedBuffersMegabytes < 1) {
      throw new IllegalArgumentException("sharedBuffersMegabytes must be at least 1");
    }
    if (maxConnections < 10) {
      throw new IllegalArgumentException("maxConnections must be at least 10");
    }
  }

  /// What suits one server; the cache is the user's (`XDG_CACHE_HOME`, else `~/.cache`).
  ///
  /// @param environment the process's environment variables
  public static EmbeddedPostgresConfig defaults(Path data, Map<String, String> environment) {
    return new EmbeddedPostgresConfig(
        data, cache(data, environment), 128, 60, Duration.ofMinutes(5), Duration.ofSeconds(30));
  }

  /// The same with another directory for shared binaries.
  public EmbeddedPostgresConfig withCache(Path other) {
    return new EmbeddedPostgresConfig(
        data, other, sharedBuffersMegabytes, maxConnections, startTimeout, stopTimeout);
  }

  private static Path cache(Path data, Map<String, String> environment) {
    var named = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!named.isEmpty() && Path.of(named).isAbsolute()) {
      return Path.of(named, "parley");
    }
    var home = environment.getOrDefault("HOME", "");
    return home.isEmpty() ? data : Path.of(home, ".cache", "parley");
  }
}
