package io.parley.gateway.rtm;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop's share of the connections: its tasks, its flushes and its tick.
public final class RtmLoop {
  private static final Logger log = LoggerFactory.getLogger(RtmLoop.class);
  private static final int TASKS_AT_ONCE = 10_000;

  private final Context context;
  private final Patience patience;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Set<RtmConnection> connections = new LinkedHashSet<>();
  private List<RtmConnection> unflushed = new ArrayList<>();
  private long tick;
  private @Nullable Promise<Void> stopped;

  /// Must be called on the event loop, whose tick it starts.
  public RtmLoop(Context context, RtmConfig config) {
    this.context = context;
    this.patience = Patience.of(config);
    context.owner().setPeriodic(patience.tick().toMillis(), _ -> tick());
  }

  /// Has a task done on the event loop, after all those before. May be called on any thread.
  public void execute(Runnable task) {
    tasks.add(task);
    schedule();
  }

  /// The number of the present tick.
  long now() {
    return tick;
  }

  Patience patience() {
    return patience;
  }

  void add(RtmConnection connection) {
    connections.add(connection);
    if (stopped != null) {
      connection.stop();
    }
  }

  void remove(RtmConnection connection) {
    connections.remove(connection);
    completeStop();
  }

  /// Has the connection flushed at the end of this turn.
  void flushLater(RtmConnection connection) {
    unflushed.add(connection);
    schedule();
  }

  /// Lets every connection finish its requests and take its leave.
  ///
  /// @return completes when all are gone
  public Future<Void> stop() {
    Promise<Void> promise = Promise.promise();
    execute(
        () -> {
          stopped = promise;
          List.copyOf(connections).forEach(RtmConnection::stop);
          completeStop();
        });
    return promise.future();
  }

  private void completeStop() {
    if (stopped != null && connections.isEmpty()) {
      stopped.tryComplete();
    }
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      context.runOnContext(_ -> turn());
    }
  }

  private void turn() {
    scheduled.set(false);
    for (int i = 0; i < TASKS_AT_ONCE; i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        break;
      }
      guarded(task);
    }
    List<RtmConnection> ready = unflushed;
    unflushed = new ArrayList<>();
    for (RtmConnection connection : ready) {
      guarded(connection::flush);
    }
    if (!tasks.isEmpty()) {
      schedule();
    }
  }

  private void tick() {
    tick++;
    for (RtmConnection connection : List.copyOf(connections)) {
      guarded(connection::tick);
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | StackOverflowError e) {
      log.error("A step of an RTM connection failed", e);
    }
  }
}
