package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
  private static final Duration SIX_HOURS = Duration.ofHours(6);

  /// Always in the middle: no jitter.
  private static final RandomGenerator MIDDLE =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public double nextDouble() {
          return 0.5;
        }
      };

  private static Duration sum(RetrySchedule schedule, int pauses) {
    Duration sum = Duration.ZERO;
    for (int tries = 1; tries <= pauses; tries++) {
      sum = sum.plus(schedule.after(tries));
    }
    return sum;
  }

  @Test
  void shouldSpreadTenTriesOverSixHours() {
    var schedule = new RetrySchedule(10, SIX_HOURS, Duration.ofSeconds(1), MIDDLE);

    assertThat(schedule.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(sum(schedule, 9)).isBetween(SIX_HOURS.minusSeconds(5), SIX_HOURS.plusSeconds(5));
  }

  @Test
  void shouldPauseEverLonger() {
    var schedule = new RetrySchedule(10, SIX_HOURS, Duration.ofSeconds(1), MIDDLE);

    for (int tries = 2; tries < 10; tries++) {
      assertThat(schedule.after(tries)).isGreaterThan(schedule.after(tries - 1));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldStrayFromThePauseByAFifthAtMost(long seed) {
    var exact = new RetrySchedule(10, SIX_HOURS, Duration.ofSeconds(1), MIDDLE);
    var strayed =
        new RetrySchedule(10, SIX_HOURS, Duration.ofSeconds(1), new SplittableRandom(seed));

    for (int tries = 1; tries < 10; tries++) {
      long pause = exact.after(tries).toMillis();
      assertThat(strayed.after(tries).toMillis()).isBetween(pause * 79 / 100, pause * 121 / 100);
    }
  }

  @Test
  void shouldKeepAnEvenPaceWhereTheWindowAllowsNothingElse() {
    var schedule = new RetrySchedule(5, Duration.ofSeconds(2), Duration.ofSeconds(1), MIDDLE);

    assertThat(schedule.after(4)).isEqualTo(Duration.ofSeconds(1));
    assertThat(new RetrySchedule(1, SIX_HOURS, Duration.ofSeconds(1), MIDDLE).after(1))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
