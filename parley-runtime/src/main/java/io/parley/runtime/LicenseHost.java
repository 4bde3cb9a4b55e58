package io.parley.runtime;

import io.parley.core.Command;
import io.parley.core.license.LicenseId;
import io.parley.core.license.ViewLicense;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs the writers of the licenses that live on this node. Where a license lives is decided
/// elsewhere; on a node of its own the host itself is a [Placement].
public final class LicenseHost implements Placement, AutoCloseable {
  private final Journal journal;
  private final Delivery delivery;
  private final InstantSource clock;
  private final IdSource ids;
  private final ConcurrentHashMap<LicenseId, Running> running = new ConcurrentHashMap<>();

  private record Running(LicenseWriter writer, Thread thread) {}

  /// Makes a host without writers.
  public LicenseHost(Journal journal, Delivery delivery, InstantSource clock, IdSource ids) {
    this.journal = journal;
    this.delivery = delivery;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void submit(LicenseId licenseId, Command command, Cause cause, ReplyTo replyTo) {
    start(licenseId).submit(new Submission(command, cause, replyTo));
  }

  @Override
  public void wake(LicenseId licenseId) {
    submit(licenseId, new ViewLicense(), Cause.NONE, ReplyTo.NOBODY);
  }

  /// True if the license's writer runs here.
  public boolean isRunning(LicenseId licenseId) {
    return running.containsKey(licenseId);
  }

  /// How many commands wait in all mailboxes.
  public int mailboxDepth() {
    return running.values().stream().mapToInt(each -> each.writer().mailboxDepth()).sum();
  }

  /// Stops a license's writer; what was submitted before is handed to the journal first.
  public void stop(LicenseId licenseId) {
    @Nullable Running stopped = running.remove(licenseId);
    if (stopped != null) {
      end(stopped);
    }
  }

  /// Stops all writers.
  @Override
  public void close() {
    running.keySet().forEach(this::stop);
  }

  private LicenseWriter start(LicenseId licenseId) {
    @Nullable Running there = running.get(licenseId);
    return there == null
        ? running.computeIfAbsent(licenseId, this::started).writer()
        : there.writer();
  }

  private Running started(LicenseId licenseId) {
    var writer = new LicenseWriter(licenseId, journal, delivery, clock, ids);
    Thread thread = Thread.ofPlatform().daemon().name("license-" + licenseId.value()).start(writer);
    return new Running(writer, thread);
  }

  private static void end(Running stopped) {
    stopped.writer().stop();
    try {
      stopped.thread().join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
