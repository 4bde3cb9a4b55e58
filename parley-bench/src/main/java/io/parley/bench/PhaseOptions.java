package io.parley.bench;

import io.parley.bench.load.PairChat;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a measured phase lasts.
final class PhaseOptions {
  @Option(
      names = "--warm-up",
      description = "Seconds of load before measuring (default: ${DEFAULT-VALUE}).")
  private double warmUpSeconds = 5;

  @Option(names = "--duration", description = "Seconds of measuring (default: ${DEFAULT-VALUE}).")
  private double measuredSeconds = 10;

  /// How long there is load before anything is measured.
  Duration warmUp() {
    return Duration.ofMillis((long) (warmUpSeconds * 1000));
  }

  /// How long is measured.
  Duration measured() {
    return Duration.ofMillis((long) (measuredSeconds * 1000));
  }

  /// Both.
  PairChat.Length length() {
    return new PairChat.Length.Timed(warmUp(), measured());
  }
}
