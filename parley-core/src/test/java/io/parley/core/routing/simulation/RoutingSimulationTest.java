package io.parley.core.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs contact centres of all sizes through random days. A run that breaks a promise says its
/// seed; `-Dparley.routing.seed=<seed>` runs that one alone.
class RoutingSimulationTest {

  static LongStream seeds() {
    Long one = Long.getLong("parley.routing.seed");
    if (one != null) {
      return LongStream.of(one);
    }
    return LongStream.concat(LongStream.of(1, 2, 3, 5, 8, 13), LongStream.of(System.nanoTime()));
  }

  static LongStream fewSeeds() {
    return Long.getLong("parley.routing.seed") == null
        ? LongStream.of(21, System.nanoTime())
        : seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldKeepItsPromisesInASmallLicense(long seed) {
    new Simulation(World.SMALL, seed).run();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void shouldKeepItsPromisesInALargeLicense(long seed) {
    new Simulation(World.LARGE, seed).run();
  }

  @Test
  void shouldRunTheSameWayTwice() {
    var first = new Simulation(World.SMALL, 42);
    long digest = first.run();

    assertThat(new Simulation(World.SMALL, 42).run()).isEqualTo(digest);
    assertThat(first.restarts()).isPositive();
    assertThat(new Simulation(World.SMALL, 43).run()).isNotEqualTo(digest);
  }
}
