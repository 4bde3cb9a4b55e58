package io.parley.server.composition;

import com.sun.management.OperatingSystemMXBean;
import io.parley.delivery.webhook.Processors;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the JVM knows of the processors, for any number of askers.
final class JvmProcessors implements Processors {
  /// Who waits for a disk now and then leaves a fifth of them idle, and has nothing to spare.
  private static final double FULL = 0.75;

  /// The JVM tells everybody of the time since anybody asked.
  private static final long SAMPLE_NANOS = Duration.ofMillis(200).toNanos();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private double sampled = -1;
  private long sampledAt = System.nanoTime() - SAMPLE_NANOS;
  private final List<Thread> leftOut = new CopyOnWriteArrayList<>();

  @Override
  public int count() {
    return system.getAvailableProcessors();
  }

  @Override
  public synchronized double load() {
    long now = System.nanoTime();
    if (now - sampledAt >= SAMPLE_NANOS) {
      sampled = system.getCpuLoad();
      sampledAt = now;
    }
    return sampled;
  }

  /// Whether they had nothing to spare of late.
  boolean areFull() {
    return load() >= FULL;
  }

  @Override
  public long otherNanos() {
    long own = 0;
    for (Thread thread : leftOut) {
      own += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
    }
    return system.getProcessCpuTime() - own;
  }

  @Override
  public void leaveOut(Thread thread) {
    leftOut.add(thread);
  }
}
