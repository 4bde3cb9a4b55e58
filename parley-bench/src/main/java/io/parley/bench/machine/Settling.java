package io.parley.bench.machine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The time after a load in which a server does what it put off meanwhile: indexes, and cleans up
/// behind itself. What is measured next must not pay for that, nor may it be left out of account.
public final class Settling {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// How many processors a server may keep busy that has nothing left to do.
  private static final double CALM = 0.1;

  /// One calm look may fall between two pieces of work.
  private static final int LOOKS = 3;

  private Settling() {}

  /// Waits until a server is calm.
  ///
  /// @param patience how long at most
  /// @return the processor time that it used until then
  public static CpuReading await(ServerProcesses processes, Duration patience)
      throws InterruptedException {
    var begin = System.nanoTime();
    var first = processes.cpu();
    var last = first;
    var calm = 0;
    while (calm < LOOKS && System.nanoTime() - begin < patience.toNanos()) {
      var lookedAt = System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      var now = processes.cpu();
      var busy = now.since(last).serving() / ((System.nanoTime() - lookedAt) / 1e9);
      calm = busy <= CALM ? calm + 1 : 0;
      last = now;
    }
    return last.since(first);
  }
}
