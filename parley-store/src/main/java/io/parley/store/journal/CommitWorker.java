package io.parley.store.journal;

import io.parley.core.license.LicenseId;
import io.parley.runtime.Journal.Batch;
import io.parley.runtime.Journal.Completion;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes everything that waits, commits it as one group, tells how each batch ended, in order, and
/// begins anew: while one commit is on its way, the next group gathers.
///
/// A license whose batches can't be written does not harm the others of its group: it is fenced by
/// its epoch, or, when the database refuses its rows, every license of the group is written apart.
final class CommitWorker implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(CommitWorker.class);
  private static final int GROUP = 4_096;
  private static final Batch END =
      new Batch(new LicenseId(-1), -1, -1, List.of(), new NobodyWaits());

  private final LinkedBlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
  private final GroupWriter writer;
  private final Epochs epochs;
  private final CommitListener listener;
  private volatile boolean ended;

  private static final class NobodyWaits implements Completion {
    @Override
    public void committed() {}

    @Override
    public void failed(Exception cause) {}
  }

  CommitWorker(GroupWriter writer, Epochs epochs, CommitListener listener) {
    this.writer = writer;
    this.epochs = epochs;
    this.listener = listener;
  }

  void append(Batch batch) {
    queue.add(batch);
    if (ended) {
      failRest();
    }
  }

  /// Ends the work when everything that was appended before is committed.
  void end() {
    queue.add(END);
  }

  @Override
  public void run() {
    var group = new ArrayList<Batch>();
    boolean running = true;
    try (writer) {
      while (running) {
        group.add(queue.take());
        queue.drainTo(group, GROUP - 1);
        int end = group.indexOf(END);
        running = end < 0;
        commit(running ? group : group.subList(0, end));
        if (!running) {
          queue.addAll(group.subList(end + 1, group.size()));
        }
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      failRest();
    }
  }

  private void failRest() {
    var rest = new ArrayList<Batch>();
    queue.drainTo(rest);
    rest.forEach(batch -> fail(batch, new IllegalStateException("the journal is closed")));
  }

  private void commit(List<Batch> group) {
    var failures = new HashMap<LicenseId, Exception>();
    var durable = new ArrayList<Batch>(group.size());
    var over = new boolean[group.size()];
    for (int i = 0; i < over.length; i++) {
      Batch batch = group.get(i);
      over[i] = epochs.isOver(batch.licenseId(), batch.epoch());
      if (!over[i] && !batch.changes().isEmpty()) {
        durable.add(batch);
      }
    }
    if (!durable.isEmpty()) {
      write(durable, failures);
    }
    for (int i = 0; i < over.length; i++) {
      Batch batch = group.get(i);
      Exception failure = over[i] ? over(batch) : failures.get(batch.licenseId());
      if (failure == null) {
        complete(batch);
      } else {
        fail(batch, failure);
      }
    }
  }

  private void write(List<Batch> batches, Map<LicenseId, Exception> failures) {
    long begin = System.nanoTime();
    try {
      Set<LicenseId> fenced = writer.write(batches);
      var took = Duration.ofNanos(System.nanoTime() - begin);
      if (fenced.isEmpty()) {
        tellCommitted(batches, took);
        return;
      }
      var written = new ArrayList<Batch>(batches.size());
      for (Batch batch : batches) {
        if (fenced.contains(batch.licenseId())) {
          giveUp(batch, over(batch), failures);
        } else {
          written.add(batch);
        }
      }
      tellCommitted(written, took);
    } catch (SQLException | RuntimeException e) {
      var byLicense = new LinkedHashMap<LicenseId, List<Batch>>();
      batches.forEach(
          batch -> byLicense.computeIfAbsent(batch.licenseId(), _ -> new ArrayList<>()).add(batch));
      if (byLicense.size() > 1 && isRefusal(e)) {
        byLicense.values().forEach(each -> write(each, failures));
      } else {
        log.error("A group of {} batches could not be committed", batches.size(), e);
        batches.forEach(batch -> giveUp(batch, e, failures));
        listener.failed(batches.size(), e);
      }
    }
  }

  /// True if what was to be written is at fault, and not the connection or the server.
  private static boolean isRefusal(Exception e) {
    if (!(e instanceof SQLException refused)) {
      return true;
    }
    String state = refused.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23") || isTooLarge(state));
  }

  private static boolean isTooLarge(String state) {
    return state.startsWith("54");
  }

  private void tellCommitted(List<Batch> batches, Duration took) {
    int changes = 0;
    for (Batch batch : batches) {
      changes += batch.changes().size();
    }
    listener.committed(batches.size(), changes, took);
  }

  private void giveUp(Batch batch, Exception cause, Map<LicenseId, Exception> failures) {
    epochs.failed(batch.licenseId(), batch.epoch());
    failures.putIfAbsent(batch.licenseId(), cause);
  }

  private static EpochOver over(Batch batch) {
    return new EpochOver(batch.licenseId(), batch.epoch());
  }

  private static void complete(Batch batch) {
    try {
      batch.completion().committed();
    } catch (RuntimeException e) {
      log.error("License {}: what was committed could not be told", batch.licenseId(), e);
    }
  }

  private static void fail(Batch batch, Exception cause) {
    try {
      batch.completion().failed(cause);
    } catch (RuntimeException e) {
      log.error("License {}: a failed commit could not be told", batch.licenseId(), e);
    }
  }
}
