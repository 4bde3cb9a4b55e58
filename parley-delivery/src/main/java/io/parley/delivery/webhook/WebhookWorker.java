package io.parley.delivery.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.core.license.LicenseId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.DroppedWebhooks;
import io.parley.store.outbox.Outbox;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers webhooks, on a thread of its own, until it is closed.
public final class WebhookWorker implements OutboxListener, Runnable, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebhookWorker.class);
  private static final int AT_ONCE = 1_000;
  private static final Duration NAP = Duration.ofMillis(500);
  private static final Duration END = Duration.ofSeconds(3);

  private final LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Duration sweepInterval;
  private final SettlementWorker settlements;
  private final WebhookMeters meters;
  private final Map<WebhookKey, LatestOutcome> latest = new ConcurrentHashMap<>();
  private final Thread thread;
  private Instant nextSweep = Instant.EPOCH;
  private @Nullable Instant endBy;

  /// Starts with what an earlier run has left. Blocks until that is known.
  ///
  /// @param sender not closed with it
  /// @param processors whose scarcity makes deliveries wait
  public WebhookWorker(
      WebhookConfig config,
      Outbox outbox,
      Sender sender,
      Processors processors,
      InstantSource clock,
      RandomGenerator random,
      MeterRegistry registry) {
    this.outbox = outbox;
    this.clock = clock;
    this.sweepInterval = config.sweepInterval();
    this.settlements = new SettlementWorker(outbox);
    this.meters = new WebhookMeters(registry, clock);
    var schedule =
        new RetrySchedule(config.tries(), config.retryWindow(), config.firstRetry(), random);
    this.dispatcher =
        new Dispatcher(config, schedule, new Pace(processors), clock, new Work(sender));
    List<Outbox.Waiting> waiting = outbox.waiting();
    mailbox.add(() -> dispatcher.found(waiting));
    this.thread = Thread.ofPlatform().daemon().name("webhooks").start(this);
    processors.leaveOut(thread);
    processors.leaveOut(settlements.thread());
  }

  @Override
  public void committed(List<OutboxEntry> entries) {
    mailbox.add(() -> dispatcher.committed(entries));
  }

  @Override
  public void dropped(List<DroppedWebhooks> webhooks) {
    mailbox.add(
        () -> {
          dispatcher.dropped(webhooks);
          latest
              .keySet()
              .removeIf(
                  key ->
                      webhooks.stream()
                          .anyMatch(each -> each.include(key.licenseId(), key.webhookId())));
        });
  }

  /// How the latest deliveries of a webhook went. For any number of threads.
  public LatestOutcome latest(LicenseId licenseId, WebhookId webhookId) {
    return latest.getOrDefault(new WebhookKey(licenseId, webhookId), LatestOutcome.NONE);
  }

  /// Lets what is on its way arrive, and ends; what is left stays in the outbox.
  @Override
  public void close() {
    mailbox.add(
        () -> {
          dispatcher.stop();
          endBy = clock.instant().plus(END);
        });
    try {
      thread.join(END.plusSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settlements.close();
  }

  @Override
  public void run() {
    var taken = new ArrayList<Runnable>();
    try {
      while (!isOver()) {
        Runnable first = mailbox.poll(nap().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          mailbox.drainTo(taken, AT_ONCE);
        }
        taken.forEach(WebhookWorker::guarded);
        taken.clear();
        guarded(this::lookAround);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOver() {
    return endBy != null && (dispatcher.inFlight() == 0 || !clock.instant().isBefore(endBy));
  }

  private Duration nap() {
    Instant next = dispatcher.nextDue().orElse(null);
    if (next == null) {
      return NAP;
    }
    Duration left = Duration.between(clock.instant(), next).plusMillis(1);
    return left.isNegative() ? Duration.ZERO : left.compareTo(NAP) < 0 ? left : NAP;
  }

  private void lookAround() {
    Instant now = clock.instant();
    dispatcher.resume();
    if (dispatcher.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
      dispatcher.tick();
    }
    if (!now.isBefore(nextSweep) && endBy == null) {
      nextSweep = now.plus(sweepInterval);
      dispatcher.tick();
      meters.backlog(
          dispatcher.pending(), dispatcher.oldest().orElse(null), dispatcher.holdsBack());
      Thread.ofVirtual().name("webhook-sweep").start(this::sweep);
    }
  }

  private void sweep() {
    try {
      List<OutboxEntry> released = outbox.takeReleased();
      if (!released.isEmpty()) {
        mailbox.add(() -> dispatcher.returned(released));
      }
      meters.parked(outbox.parked());
    } catch (RuntimeException e) {
      log.warn("The outbox can't be looked at", e);
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      log.error("The delivery of webhooks stumbled", e);
    }
  }

  /// What the dispatcher has done elsewhere.
  private final class Work implements Dispatcher.Effects {
    private final Sender sender;

    private Work(Sender sender) {
      this.sender = sender;
    }

    @Override
    public void send(OutboxEntry entry, Consumer<Outcome> done) {
      sender.send(entry, outcome -> mailbox.add(() -> done.accept(outcome)));
    }

    @Override
    public void read(WebhookKey webhook, long fromSeq, int atMost) {
      long seenBefore = dispatcher.lastSeen(webhook);
      Thread.ofVirtual()
          .name("webhook-read")
          .start(() -> read(webhook, fromSeq, atMost, seenBefore));
    }

    private void read(WebhookKey webhook, long fromSeq, int atMost, long seenBefore) {
      try {
        List<OutboxEntry> page =
            outbox.from(webhook.licenseId(), webhook.webhookId(), fromSeq, atMost);
        boolean complete = page.size() < atMost;
        mailbox.add(() -> dispatcher.wasRead(webhook, page, complete, seenBefore));
      } catch (RuntimeException e) {
        log.warn("The outbox can't be read", e);
        mailbox.add(() -> dispatcher.wasNotRead(webhook));
      }
    }

    @Override
    public void delivered(OutboxEntry entry, Instant since) {
      settlements.delivered(entry.key());
      meters.delivered(since);
      note(WebhookKey.of(entry), outcome -> outcome.succeeded(clock.instant()));
    }

    @Override
    public void failed(Outbox.Failure failure) {
      settlements.failed(failure);
      meters.failed(failure.parked());
      var key = new WebhookKey(failure.key().licenseId(), failure.key().webhookId());
      note(key, outcome -> outcome.failed(failure.at(), failure.reason()));
    }

    private void note(WebhookKey webhook, UnaryOperator<LatestOutcome> change) {
      latest.put(webhook, change.apply(latest.getOrDefault(webhook, LatestOutcome.NONE)));
    }
  }
}
