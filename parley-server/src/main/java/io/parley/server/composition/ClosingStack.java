package io.parley.server.composition;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened so far; closes it in the reverse order, also while more is being opened on
/// another thread.
final class ClosingStack implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClosingStack.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /// Adds something to be closed.
  ///
  /// @throws StartImpossible if the stack is closed already: then so is what was to be added
  <T extends AutoCloseable> T add(T part) {
    synchronized (this) {
      if (!closed) {
        open.push(part);
        return part;
      }
    }
    close(part);
    throw new StartImpossible("stopped while it was starting");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    for (AutoCloseable part = next(); part != null; part = next()) {
      close(part);
    }
  }

  private synchronized @Nullable AutoCloseable next() {
    return open.poll();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.warn("{} could not be closed", part, e);
    }
  }
}
