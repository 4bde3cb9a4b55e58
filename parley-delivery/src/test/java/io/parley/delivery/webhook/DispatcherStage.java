package io.parley.delivery.webhook;

import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.Outbox;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A dispatcher without a network, a database or a clock that runs: what is committed, how
/// receivers answer and what time it is are up to a test.
abstract class DispatcherStage {
  static final LicenseId ACME = new LicenseId(100);
  static final LicenseId OTHER = new LicenseId(200);
  static final WebhookId HOOK = new WebhookId("hook");
  static final String URL = "http://a.example/hook";
  private static final WebhookConfig CONFIG =
      new WebhookConfig(
          2,
          Duration.ofSeconds(10),
          4,
          Duration.ofHours(1),
          Duration.ofSeconds(1),
          100,
          200,
          Duration.ofSeconds(2));

  Instant now = Instant.parse("2026-01-05T10:00:00Z");
  final Wire wire = new Wire();
  private final Busy processors = new Busy();
  final Dispatcher dispatcher =
      new Dispatcher(
          CONFIG,
          new RetrySchedule(
              CONFIG.tries(), CONFIG.retryWindow(), CONFIG.firstRetry(), new SplittableRandom(1)),
          new Pace(processors),
          () -> now,
          wire);

  /// Takes note of what is to be done.
  static final class Wire implements Dispatcher.Effects {
    private final SequencedMap<OutboxEntry.Key, Consumer<Outcome>> open = new LinkedHashMap<>();
    final List<Long> sent = new ArrayList<>();
    final List<Long> reads = new ArrayList<>();
    final List<Integer> pages = new ArrayList<>();
    final List<Long> delivered = new ArrayList<>();
    final List<Outbox.Failure> failed = new ArrayList<>();

    @Override
    public void send(OutboxEntry entry, Consumer<Outcome> done) {
      sent.add(entry.seq());
      open.put(entry.key(), done);
    }

    @Override
    public void read(WebhookKey webhook, long fromSeq, int atMost) {
      reads.add(fromSeq);
      pages.add(atMost);
    }

    @Override
    public void delivered(OutboxEntry entry, Instant since) {
      delivered.add(entry.seq());
    }

    @Override
    public void failed(Outbox.Failure failure) {
      failed.add(failure);
    }

    private void answer(long seq, Outcome outcome) {
      OutboxEntry.Key key =
          open.keySet().stream().filter(each -> each.seq() == seq).findFirst().orElseThrow();
      open.remove(key).accept(outcome);
    }
  }

  /// One processor, as busy as a test says.
  private static final class Busy implements Processors {
    private double load;
    private Duration forOthers = Duration.ZERO;

    @Override
    public int count() {
      return 1;
    }

    @Override
    public double load() {
      return load;
    }

    @Override
    public long otherNanos() {
      return forOthers.toNanos();
    }

    @Override
    public void leaveOut(Thread thread) {}
  }

  static OutboxEntry entry(long seq, String subject) {
    return entry(ACME, "http://a.example/hook", seq, subject);
  }

  static OutboxEntry entry(LicenseId licenseId, String url, long seq, String subject) {
    return new OutboxEntry(
        licenseId, HOOK, seq, subject, "event_added", url, "s", "0123456789", Tries.NONE);
  }

  void commits(OutboxEntry... entries) {
    dispatcher.committed(List.of(entries));
  }

  void takes(long seq) {
    wire.answer(seq, new Outcome.Delivered());
  }

  void refuses(long seq) {
    wire.answer(seq, new Outcome.Failed("answered with status 500"));
  }

  void passes(Duration time) {
    now = now.plus(time);
    dispatcher.tick();
  }

  /// A while in which the processor is as busy as that, so much of it for others than webhooks.
  void isBusy(double load, double forOthers) {
    var span = Duration.ofMillis(250);
    processors.load = load;
    processors.forOthers = processors.forOthers.plusNanos(Math.round(span.toNanos() * forOthers));
    now = now.plus(span);
    dispatcher.resume();
  }

  /// The receivers answer at once, for as long as they are sent anything.
  void answersAll() {
    while (!wire.open.isEmpty()) {
      takes(wire.open.firstEntry().getKey().seq());
    }
  }

  void commitsEach(LicenseId licenseId, int from, int to) {
    for (int i = from; i < to; i++) {
      commits(
          new OutboxEntry(
              licenseId, HOOK, i, "chat " + i, "event_added", URL, "s", "", Tries.NONE));
    }
  }
}
