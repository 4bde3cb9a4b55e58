package io.parley.server.composition;

import com.sun.management.OperatingSystemMXBean;
import io.parley.delivery.webhook.Processors;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the JVM knows of the processors.
final class JvmProcessors implements Processors {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Thread> leftOut = new CopyOnWriteArrayList<>();

  @Override
  public int count() {
    return system.getAvailableProcessors();
  }

  @Override
  public double load() {
    return system.getCpuLoad();
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
