package io.parley.store.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Stops the journal after a commit, so that the next group gathers, and notes how large groups
/// are.
final class Gate implements CommitListener {

  private final Semaphore mayGoOn = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private final List<Integer> groups = new ArrayList<>();
  private volatile boolean closed;

  /// The next commit stops behind this.
  void close() {
    closed = true;
  }

  /// Waits until the journal has stopped.
  void awaitStop() throws InterruptedException {
    stopped.acquire();
  }

  void open() {
    closed = false;
    mayGoOn.release();
  }

  synchronized List<Integer> groups() {
    return List.copyOf(groups);
  }

  @Override
  public void committed(int batches, int changes, Duration took) {
    synchronized (this) {
      groups.add(batches);
    }
    if (closed) {
      stopped.release();
      mayGoOn.acquireUninterruptibly();
    }
  }

  @Override
  public void failed(int batches, Exception cause) {}
}
