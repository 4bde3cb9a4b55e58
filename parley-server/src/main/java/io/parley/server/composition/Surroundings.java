package io.parley.server.composition;

import io.parley.runtime.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the server takes from the world: time, ids, chance, and the process's environment
/// variables.
public record Surroundings(
    InstantSource clock, IdSource ids, RandomGenerator random, Map<String, String> environment) {

  /// Makes the map unmodifiable.
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// The same at another time.
  public Surroundings withClock(InstantSource other) {
    return new Surroundings(other, ids, random, environment);
  }

  /// The real world.
  public static Surroundings real(Map<String, String> environment) {
    var random = new SecureRandom();
    var clock = InstantSource.system();
    return new Surroundings(clock, new TimedIds(clock, random), random, environment);
  }
}
