package io.parley.bench.load;

import io.parley.bench.machine.CpuReading;
import io.parley.bench.machine.MemoryReading;
import io.parley.bench.machine.ServerProcesses;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Holds a load for a time and reads what it costs the server.
final class Phase {
  /// What was measured of a load.
  ///
  /// @param done how much of it was done while measuring
  /// @param seconds how long was measured
  record Measured(long done, double seconds, CpuReading cpu, MemoryReading memory) {}

  private final LoadLoop loop;
  private final ServerProcesses processes;
  private final Duration patience;

  /// @param patience how long nothing has to arrive until what is still on its way counts as lost
  Phase(LoadLoop loop, ServerProcesses processes, Duration patience) {
    this.loop = loop;
    this.processes = processes;
    this.patience = patience;
  }

  /// Starts a load, measures it after a while for a while, and waits for its end.
  Measured hold(Load load, Duration warmUp, Duration measured) throws InterruptedException {
    loop.execute(load::start);
    TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
    var cpuBefore = processes.cpu();
    var nanosBefore = System.nanoTime();
    long before = onLoop(load::startMeasuring);
    TimeUnit.NANOSECONDS.sleep(measured.toNanos());
    return ended(load, before, nanosBefore, cpuBefore);
  }

  /// Starts a load that ends by itself, and measures all of it.
  Measured holdAll(Load load) throws InterruptedException {
    var cpuBefore = processes.cpu();
    var nanosBefore = System.nanoTime();
    loop.execute(
        () -> {
          load.startMeasuring();
          load.start();
        });
    awaitEnd(load);
    return ended(load, 0, nanosBefore, cpuBefore);
  }

  /// What something on the loop's thread says.
  <T> T onLoop(Supplier<T> reading) {
    return CompletableFuture.supplyAsync(reading, loop::execute).join();
  }

  private Measured ended(Load load, long before, long nanosBefore, CpuReading cpuBefore)
      throws InterruptedException {
    long after = onLoop(load::stop);
    var seconds = (System.nanoTime() - nanosBefore) / 1e9;
    var cpu = processes.cpu().since(cpuBefore);
    var memory = processes.memory();
    awaitEnd(load);
    return new Measured(after - before, seconds, cpu, memory);
  }

  /// Waits for everything to arrive, as long as something does; what has not arrived by then is
  /// lost, and the load says so.
  private void awaitEnd(Load load) throws InterruptedException {
    Object seen = onLoop(load::progress);
    while (true) {
      try {
        load.over().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException _) {
        Object now = onLoop(load::progress);
        if (now.equals(seen)) {
          return;
        }
        seen = now;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
