package io.parley.delivery.webhook;

import io.parley.store.outbox.Outbox;
import io.parley.store.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down how deliveries ended: while one transaction is on its way, the next gathers.
final class SettlementWorker implements Runnable, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SettlementWorker.class);
  private static final int AT_ONCE = 2_000;
  private static final int PAUSE_SECONDS = 1;
  private static final int END_SECONDS = 5;

  private sealed interface Item {
    record Delivered(OutboxEntry.Key key) implements Item {}

    record Failed(Outbox.Failure failure) implements Item {}

    record End() implements Item {}
  }

  private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final Outbox outbox;
  private final Thread thread;
  private volatile boolean ending;

  SettlementWorker(Outbox outbox) {
    this.outbox = outbox;
    this.thread = Thread.ofPlatform().daemon().name("webhook-settlement").start(this);
  }

  Thread thread() {
    return thread;
  }

  void delivered(OutboxEntry.Key key) {
    queue.add(new Item.Delivered(key));
  }

  void failed(Outbox.Failure failure) {
    queue.add(new Item.Failed(failure));
  }

  @Override
  public void run() {
    var taken = new ArrayList<Item>();
    boolean running = true;
    try {
      while (running) {
        taken.add(queue.take());
        queue.drainTo(taken, AT_ONCE);
        running = !taken.removeIf(item -> item instanceof Item.End);
        settle(taken);
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle(List<Item> items) throws InterruptedException {
    var delivered = new ArrayList<OutboxEntry.Key>(items.size());
    var failed = new LinkedHashMap<OutboxEntry.Key, Outbox.Failure>();
    for (Item item : items) {
      switch (item) {
        case Item.Delivered(OutboxEntry.Key key) -> delivered.add(key);
        case Item.Failed(Outbox.Failure failure) -> failed.put(failure.key(), failure);
        case Item.End() -> {}
      }
    }
    var settlement = new Outbox.Settlement(delivered, failed.values());
    boolean written = settlement.isEmpty();
    while (!written) {
      try {
        outbox.settle(settlement);
        written = true;
      } catch (RuntimeException e) {
        log.warn("The outcome of {} deliveries can't be written down", items.size(), e);
        if (ending) {
          return;
        }
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      }
    }
  }

  /// Writes down what there is, and ends.
  @Override
  public void close() {
    ending = true;
    queue.add(new Item.End());
    try {
      thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
