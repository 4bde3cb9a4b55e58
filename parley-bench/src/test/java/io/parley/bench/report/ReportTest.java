package io.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.load.Latency;
import io.parley.bench.load.Outcome;
import io.parley.bench.load.Tally;
import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final CpuReading NOTHING = new CpuReading(0, 0, 0, 0);

  @TempDir private Path directory;

  @Test
  void shouldCompareEveryRunWithTheCeilingOfTheSameRun() throws IOException {
    var ceilingOfOne = measurement(Measurement.DURABLE_RELAY, 1, 1_000);
    var ceilingOfFifty = measurement(Measurement.DURABLE_RELAY, 50, 20_000);
    var parley = measurement(Measurement.PARLEY, 50, 10_000);
    var report = new Report(List.of(ceilingOfOne, ceilingOfFifty, parley));

    new ReportFile(directory.resolve("report.json")).put(report);

    assertThat(report.ratio(parley)).contains(0.5);
    assertThat(report.table()).contains("0.50");
    assertThat(report.tailRatio(parley)).contains(1.0);
    assertThat(report.cpuRatio(parley)).contains(2.0);
    assertThat(Files.readString(directory.resolve("report.json")))
        .contains("\"ratio_to_ceiling\" : 0.5");
  }

  @Test
  void shouldNotCompareWhereNoCeilingWasMeasured() {
    var parley = measurement(Measurement.PARLEY, 50, 10_000);

    assertThat(new Report(List.of(parley)).ratio(parley)).isEmpty();
  }

  @Test
  void shouldNotCompareRatesThatWereGiven() {
    var outcome = measurement(Measurement.PARLEY, 50, 10_000).outcome();
    var ceiling = new Measurement(Measurement.DURABLE_RELAY, "2000/s", outcome, NOTHING);
    var parley = new Measurement(Measurement.PARLEY, "2000/s", outcome, NOTHING);

    assertThat(new Report(List.of(ceiling, parley)).ratio(parley)).isEmpty();
  }

  @Test
  void shouldTellWhatWasPutOff() {
    var outcome = measurement(Measurement.PARLEY, 50, 10_000).outcome();
    var afterwards = new CpuReading(0.05, 0.2, 0, 0.3);
    var parley = new Measurement(Measurement.PARLEY, Measurement.CLOSED, outcome, afterwards);

    assertThat(parley.afterwardsPerThousand()).isEqualTo(0.025);
    assertThat(new Report(List.of(parley)).table()).contains("0.0250");
  }

  private static Measurement measurement(String server, int conversations, long messages) {
    var latency = new Latency(messages, 1, 1, 2, 2.5, 3, 4, 5);
    var tally = new Tally(messages, messages, messages, messages, 0, 0, 0, "");
    var cpu = new CpuReading(0.1, 0.1, 0.1, 0.3);
    return new Measurement(
        server,
        Measurement.CLOSED,
        new Outcome(conversations, messages, 1, latency, latency, cpu, MemoryReading.NONE, tally),
        NOTHING);
  }
}
