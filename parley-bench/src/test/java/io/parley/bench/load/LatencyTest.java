package io.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void shouldTellWhichPartWasAtMostHowLong() {
    var nanos = Histograms.ofLatencies();
    for (var millis = 1; millis <= 1_000; millis++) {
      Histograms.record(nanos, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    var latency = Latency.of(nanos);

    assertThat(latency.count()).isEqualTo(1_000);
    assertThat(latency.p50()).isCloseTo(500_000, within(1_000.0));
    assertThat(latency.p99()).isCloseTo(990_000, within(1_000.0));
    assertThat(latency.p999()).isCloseTo(999_000, within(1_000.0));
    assertThat(latency.max()).isCloseTo(1_000_000, within(1_000.0));
  }

  @Test
  void shouldCountWhatTookTooLongAsTheLongest() {
    var nanos = Histograms.ofLatencies();

    Histograms.record(nanos, Duration.ofHours(1).toNanos());

    assertThat(Latency.of(nanos).count()).isEqualTo(1);
    assertThat(Latency.of(nanos).max()).isCloseTo(60e6, within(60e3));
  }
}
