package io.parley.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void shouldWaitForWhatAServerStillDoes() throws Exception {
    var process = new ProcessBuilder(JavaProgram.command(Worker.class, List.of())).start();
    try {
      var used = Settling.await(new ServerProcesses(List.of(process.pid())), PATIENCE);

      assertThat(process.inputReader().ready()).as("the work is done").isTrue();
      assertThat(used.server()).isGreaterThan(Worker.WORK.toSeconds() / 2.0);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void shouldNotWaitForEver() throws Exception {
    var own = new ServerProcesses(List.of(ProcessHandle.current().pid()));

    assertThat(Settling.await(own, Duration.ZERO).serving()).isZero();
  }

  /// A program that has work for a while, and then waits.
  static final class Worker {
    private static final Duration WORK = Duration.ofSeconds(2);

    public static void main(String[] arguments) throws IOException {
      var threads = ManagementFactory.getThreadMXBean();
      while (threads.getCurrentThreadCpuTime() < WORK.toNanos()) {
        Thread.onSpinWait();
      }
      System.out.println("done");
      var _ = System.in.read();
    }
  }
}
