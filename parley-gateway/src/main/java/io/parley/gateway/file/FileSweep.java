package io.parley.gateway.file;

import io.parley.store.file.UploadedFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes files that no event has used in time: at the start, and once an hour.
public final class FileSweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FileSweep.class);
  private static final Duration INTERVAL = Duration.ofHours(1);

  /// A file that was still good when an event was decided must be there when the event is written.
  private static final Duration KEPT_AFTER_END = Duration.ofMinutes(10);

  private static final int AT_ONCE = 500;

  private final Vertx vertx;
  private final UploadedFiles files;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Executor blocking;
  private final long timer;

  /// Sweeps from now on.
  ///
  /// @param blocking runs each sweep
  public FileSweep(
      Vertx vertx, UploadedFiles files, Blobs blobs, InstantSource clock, Executor blocking) {
    this.vertx = vertx;
    this.files = files;
    this.blobs = blobs;
    this.clock = clock;
    this.blocking = blocking;
    this.timer = vertx.setPeriodic(0, INTERVAL.toMillis(), _ -> startSweep());
  }

  private void startSweep() {
    blocking.execute(this::sweep);
  }

  /// Sweeps now: first bytes, then rows, so that nothing is left behind that nobody knows of.
  /// Blocks.
  void sweep() {
    try {
      boolean more = true;
      while (more) {
        List<UploadedFiles.Key> expired =
            files.expired(clock.instant().minus(KEPT_AFTER_END), AT_ONCE);
        List<UploadedFiles.Key> gone = expired.stream().filter(this::removeBytes).toList();
        gone.forEach(files::removeTemporary);
        more = gone.size() == AT_ONCE;
      }
    } catch (RuntimeException e) {
      log.warn("Expired files could not be removed; the next try is in an hour", e);
    }
  }

  private boolean removeBytes(UploadedFiles.Key key) {
    try {
      blobs.remove(key);
      return true;
    } catch (IOException e) {
      log.warn("The bytes of file {} of license {} stay", key.fileId(), key.licenseId(), e);
      return false;
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
