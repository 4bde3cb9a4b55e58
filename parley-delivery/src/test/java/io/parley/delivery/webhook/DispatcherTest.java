package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.DroppedWebhooks;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is sent when, without a network, a database or a clock that runs.
class DispatcherTest {
  private static final LicenseId ACME = new LicenseId(100);
  private static final LicenseId OTHER = new LicenseId(200);
  private static final WebhookId HOOK = new WebhookId("hook");
  private static final String URL = "http://a.example/hook";
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

  private Instant now = Instant.parse("2026-01-05T10:00:00Z");
  private final Wire wire = new Wire();
  private final Busy processors = new Busy();
  private final Dispatcher dispatcher =
      new Dispatcher(
          CONFIG,
          new RetrySchedule(
              CONFIG.tries(), CONFIG.retryWindow(), CONFIG.firstRetry(), new SplittableRandom(1)),
          new Pace(processors),
          () -> now,
          wire);

  /// Takes note of what is to be done.
  private static final class Wire implements Dispatcher.Effects {
    private final SequencedMap<OutboxEntry.Key, Consumer<Outcome>> open = new LinkedHashMap<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final List<Long> delivered = new ArrayList<>();
    private final List<Outbox.Failure> failed = new ArrayList<>();

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

  private static OutboxEntry entry(long seq, String subject) {
    return entry(ACME, "http://a.example/hook", seq, subject);
  }

  private static OutboxEntry entry(LicenseId licenseId, String url, long seq, String subject) {
    return new OutboxEntry(
        licenseId, HOOK, seq, subject, "event_added", url, "s", "0123456789", Tries.NONE);
  }

  private void commits(OutboxEntry... entries) {
    dispatcher.committed(List.of(entries));
  }

  private void takes(long seq) {
    wire.answer(seq, new Outcome.Delivered());
  }

  private void refuses(long seq) {
    wire.answer(seq, new Outcome.Failed("answered with status 500"));
  }

  private void passes(Duration time) {
    now = now.plus(time);
    dispatcher.tick();
  }

  @Test
  void shouldSendOneAfterAnotherWithinASubject() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    assertThat(wire.sent).containsExactly(1L);

    takes(1);

    assertThat(wire.sent).containsExactly(1L, 2L);
    assertThat(wire.delivered).containsExactly(1L);
    assertThat(dispatcher.pending()).isEqualTo(1);
  }

  @Test
  void shouldSendWhatIsAboutOthersAtTheSameTime() {
    commits(entry(1, "chat A"), entry(2, "chat B"));

    assertThat(wire.sent).containsExactly(1L, 2L);
  }

  @Test
  void shouldGiveAReceiverOnlySoMuchAtATime() {
    commits(entry(1, "chat A"), entry(2, "chat B"), entry(3, "chat C"));
    commits(entry(OTHER, "http://a.example/hook", 4, "chat D"));
    commits(entry(ACME, "http://b.example/hook", 5, "chat E"));
    assertThat(wire.sent).containsExactly(1L, 2L, 4L, 5L);

    takes(2);

    assertThat(wire.sent).containsExactly(1L, 2L, 4L, 5L, 3L);
  }

  @Test
  void shouldTryAgainLaterAndKeepTheOrder() {
    commits(entry(1, "chat A"), entry(2, "chat A"), entry(3, "chat B"));
    refuses(1);
    takes(3);
    assertThat(wire.failed).hasSize(1);
    assertThat(wire.failed.getFirst().parked()).isFalse();
    assertThat(wire.failed.getFirst().tries().count()).isEqualTo(1);
    assertThat(wire.sent).containsExactly(1L, 3L);

    passes(Duration.ofMillis(700));
    assertThat(wire.sent).containsExactly(1L, 3L);
    passes(Duration.ofMillis(600));
    assertThat(wire.sent).containsExactly(1L, 3L, 1L);
    takes(1);

    assertThat(wire.sent).containsExactly(1L, 3L, 1L, 2L);
  }

  @Test
  void shouldParkWhatFailsTooOftenAndGoOn() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    for (int tries = 1; tries < 4; tries++) {
      refuses(1);
      passes(Duration.between(now, dispatcher.nextDue().orElseThrow()));
    }
    refuses(1);

    assertThat(wire.failed.getLast().parked()).isTrue();
    assertThat(wire.failed.getLast().tries().count()).isEqualTo(4);
    assertThat(wire.sent.getLast()).isEqualTo(2);
    assertThat(dispatcher.pending()).isEqualTo(1);
  }

  @Test
  void shouldNotGiveWhatFollowsAWholeWindowOfItsOwn() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    refuses(1);
    passes(Duration.ofHours(2));
    refuses(1);
    assertThat(wire.failed.getLast().parked()).isTrue();

    refuses(2);

    assertThat(wire.failed.getLast().key().seq()).isEqualTo(2);
    assertThat(wire.failed.getLast().parked()).isTrue();
  }

  @Test
  void shouldTryWhateverWaitsWhenTheReceiverIsBack() {
    commits(entry(1, "chat A"), entry(2, "chat B"));
    refuses(1);
    refuses(2);
    passes(Duration.ofSeconds(2));
    refuses(1);
    refuses(2);
    commits(entry(3, "chat C"));
    int before = wire.sent.size();

    takes(3);

    assertThat(wire.sent.subList(before, wire.sent.size())).containsExactlyInAnyOrder(1L, 2L);
    int failures = wire.failed.size();
    refuses(1);
    assertThat(wire.failed).as("a try before its time does not count").hasSize(failures);
    takes(2);
    assertThat(wire.delivered).containsExactly(3L, 2L);
  }

  @Test
  void shouldWaitAsLongAsAnEarlierRunHasDecided() {
    var waiting = entry(1, "chat A").with(new Tries(2, now.plusSeconds(60), now.minusSeconds(60)));
    dispatcher.found(List.of(new Outbox.Waiting(ACME, HOOK, "http://a.example/hook", 1, 1)));
    dispatcher.wasRead(new WebhookKey(ACME, HOOK), List.of(waiting), true, 1);
    assertThat(wire.sent).isEmpty();

    passes(Duration.ofSeconds(61));

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void shouldReadWhatDoesNotFitIntoMemory() {
    OutboxEntry[] many =
        IntStream.rangeClosed(1, 15)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new);
    commits(many);
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }
    assertThat(wire.reads).containsExactly(11L);

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK),
        List.of(many[10], many[11], many[12], many[13], many[14]),
        true,
        15);
    for (long seq = 6; seq <= 15; seq++) {
      takes(seq);
    }

    assertThat(wire.delivered)
        .isEqualTo(IntStream.rangeClosed(1, 15).mapToObj(seq -> (long) seq).toList());
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldNotSendTwiceWhatWasReadBeforeItWasToldOf() {
    commits(
        IntStream.rangeClosed(1, 11)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new));
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK), List.of(entry(11, "chat A"), entry(12, "chat A")), true, 11);
    commits(entry(12, "chat A"));
    for (long seq = 6; seq <= 12; seq++) {
      takes(seq);
    }

    assertThat(wire.sent).doesNotHaveDuplicates().endsWith(12L);
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldReadOnWhileMoreIsCommitted() {
    commits(
        IntStream.rangeClosed(1, 12)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new));
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }
    commits(entry(13, "chat A"));

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK), List.of(entry(11, "chat A"), entry(12, "chat A")), true, 12);
    for (long seq = 6; seq <= 8; seq++) {
      takes(seq);
    }

    assertThat(wire.reads).containsExactly(11L, 13L);
  }

  @Test
  void shouldForgetWhatAWebhookThatIsNoMoreHasToSend() {
    commits(entry(1, "chat A"), entry(2, "chat A"), entry(3, "chat B"), entry(4, "chat C"));
    dispatcher.dropped(List.of(new DroppedWebhooks.One(ACME, HOOK)));
    takes(1);
    refuses(3);

    assertThat(wire.sent).containsExactly(1L, 3L);
    assertThat(wire.delivered).isEmpty();
    assertThat(wire.failed).isEmpty();
    assertThat(dispatcher.pending()).isZero();
    assertThat(dispatcher.oldest()).isEmpty();
  }

  @Test
  void shouldKnowTheWebhooksOfABotByTheirNames() {
    var ofBot = new DroppedWebhooks.OfBot(ACME, new AgentId("5c98"));

    assertThat(ofBot.include(ACME, new WebhookId("5c98-1"))).isTrue();
    assertThat(ofBot.include(OTHER, new WebhookId("5c98-1"))).isFalse();
    assertThat(ofBot.include(ACME, new WebhookId("5c987-1"))).isFalse();
  }

  @Test
  void shouldSendAgainWhatAnOperatorReturns() {
    dispatcher.returned(List.of(entry(1, "chat A")));

    assertThat(wire.sent).containsExactly(1L);
    takes(1);
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldSendNothingMoreWhenItIsStopped() {
    commits(entry(1, "chat A"), entry(2, "chat A"));

    dispatcher.stop();
    takes(1);

    assertThat(wire.sent).containsExactly(1L);
    assertThat(wire.delivered).containsExactly(1L);
    assertThat(dispatcher.inFlight()).isZero();
  }

  @Test
  void shouldKnowSinceWhenTheOldestWaits() {
    Instant first = now;
    commits(entry(1, "chat A"));
    passes(Duration.ofSeconds(5));
    commits(entry(2, "chat B"));

    assertThat(dispatcher.oldest()).contains(first);
    takes(1);
    assertThat(dispatcher.oldest()).contains(first.plusSeconds(5));
  }

  /// A while in which the processor is as busy as that, so much of it for others than webhooks.
  private void isBusy(double load, double forOthers) {
    var span = Duration.ofMillis(250);
    processors.load = load;
    processors.forOthers = processors.forOthers.plusNanos(Math.round(span.toNanos() * forOthers));
    now = now.plus(span);
    dispatcher.resume();
  }

  /// The receivers answer at once, for as long as they are sent anything.
  private void answersAll() {
    while (!wire.open.isEmpty()) {
      takes(wire.open.firstEntry().getKey().seq());
    }
  }

  private void commitsEach(LicenseId licenseId, int from, int to) {
    for (int i = from; i < to; i++) {
      commits(
          new OutboxEntry(
              licenseId, HOOK, i, "chat " + i, "event_added", URL, "s", "", Tries.NONE));
    }
  }

  @Test
  void shouldHoldBackWhileOthersNeedTheProcessors() {
    dispatcher.resume();
    isBusy(0.95, 0.5);
    commitsEach(ACME, 0, 100);

    answersAll();
    assertThat(wire.delivered).hasSize(10);
    assertThat(dispatcher.nextDue()).contains(now.plusMillis(50));

    now = now.plusMillis(50);
    dispatcher.resume();
    answersAll();
    assertThat(wire.delivered).hasSize(20);

    isBusy(0.8, 0.5);
    answersAll();
    assertThat(wire.delivered).hasSize(30);

    isBusy(0.7, 0.5);
    answersAll();
    assertThat(wire.delivered).hasSize(100);
    assertThat(dispatcher.nextDue()).isEmpty();
  }

  @Test
  void shouldHoldBackNothingWhenTheProcessorsAreBusyWithWebhooks() {
    dispatcher.resume();
    isBusy(1, 0.2);
    commitsEach(ACME, 0, 100);

    answersAll();

    assertThat(wire.delivered).hasSize(100);
  }

  @Test
  void shouldServeReceiversInTurnWhileItHoldsBack() {
    dispatcher.resume();
    isBusy(1, 1);
    commitsEach(ACME, 0, 100);
    commitsEach(OTHER, 100, 200);

    for (int slice = 0; slice < 2; slice++) {
      answersAll();
      now = now.plusMillis(50);
      dispatcher.resume();
    }
    answersAll();

    assertThat(wire.delivered).hasSize(30);
    assertThat(wire.delivered.stream().filter(seq -> seq >= 100)).hasSizeBetween(8, 20);
  }

  @Test
  void shouldForgetWhatItHeldBackOfAWebhookThatIsNoMore() {
    dispatcher.resume();
    isBusy(1, 1);
    commitsEach(ACME, 0, 100);
    answersAll();

    dispatcher.dropped(List.of(new DroppedWebhooks.One(ACME, HOOK)));
    isBusy(0, 0);

    assertThat(wire.sent).hasSize(10);
    assertThat(dispatcher.nextDue()).isEmpty();
  }

  @Test
  void shouldKeepALittleOfEachWebhookInMemoryWhenAllTogetherHaveMuch() {
    for (int hook = 0; hook < 30; hook++) {
      var webhookId = new WebhookId("hook" + hook);
      for (int i = 0; i < 10; i++) {
        commits(
            new OutboxEntry(
                ACME,
                webhookId,
                hook * 10 + i,
                "chat A",
                "event_added",
                URL,
                "s",
                "0123456789",
                Tries.NONE));
      }
    }
    assertThat(dispatcher.pending()).isEqualTo(300);
    takes(0);
    takes(10);
    assertThat(wire.reads).isEmpty();

    takes(20);

    assertThat(wire.reads).containsExactly(21L);
    assertThat(wire.pages).containsExactly(10);
  }
}
