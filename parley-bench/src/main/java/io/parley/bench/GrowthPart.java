package io.parley.bench;

import io.parley.bench.load.MixedOutcome;
import io.parley.bench.load.Pace;
import io.parley.bench.machine.HeapReading;
import io.parley.bench.report.GrowthSection;
import io.parley.bench.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Whether memory grows at full load: the mixed load, with a look at the heap after a forced
/// collection every minute.
///
/// @param load the load, held without a pause
/// @param minutes how long, after the warm-up
/// @param warmUp how long until the first look
record GrowthPart(MixedPart load, int minutes, Duration warmUp) implements Part {
  /// How much longer than the looks the load lasts, so that the last look still sees it.
  private static final Duration AFTERWARDS = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public Section measure(Stage stage) throws IOException, InterruptedException {
    try (var contestants = stage.contestants(name(), load.population());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var parley = contestants.startParley();
      System.err.printf("bench: %s, %d minutes of full load%n", parley.name(), minutes);
      var measured = Duration.ofMinutes(minutes).plus(AFTERWARDS);
      Callable<MixedOutcome> run = () -> load.run(parley, new Pace.Closed(), warmUp, measured);
      var running = threads.submit(run);
      var samples = samples(parley, running);
      var outcome = running.get();
      return new GrowthSection(samples, outcome.rate(), outcome.troubles().brief());
    } catch (ExecutionException e) {
      throw new IOException("the load ended: " + e.getCause(), e.getCause());
    }
  }

  private ArrayList<GrowthSection.Sample> samples(Contestant parley, Future<?> running)
      throws IOException, InterruptedException {
    var processes = parley.processes();
    var pid = processes.serverPid().orElseThrow(() -> new IOException("the server has ended"));
    var samples = new ArrayList<GrowthSection.Sample>();
    TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
    var begin = System.nanoTime();
    for (var minute = 0; minute <= minutes && !running.isDone(); minute++) {
      var due = begin + TimeUnit.MINUTES.toNanos(minute);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      var memory = processes.memory();
      var heap = HeapReading.afterCollection(pid);
      samples.add(new GrowthSection.Sample((System.nanoTime() - begin) / 60e9, heap, memory));
    }
    return samples;
  }
}
