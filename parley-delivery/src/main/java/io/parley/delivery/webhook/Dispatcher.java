package io.parley.delivery.webhook;

import io.parley.store.outbox.DroppedWebhooks;
import io.parley.store.outbox.Outbox;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Decides what is sent when. For one thread; nothing here blocks.
final class Dispatcher {
  private record Due(Instant at, Lane lane) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at.compareTo(other.at);
    }
  }

  private static final int PAGE = 500;
  private static final int SMALL_PAGE = 10;

  private final WebhookConfig config;
  private final RetrySchedule schedule;
  private final InstantSource clock;
  private final Effects effects;
  private final Map<WebhookKey, Backlog> backlogs = new HashMap<>();
  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private final Map<Receiver.Key, Receiver> receivers = new HashMap<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final Pace pace;
  private final Room room;

  /// Receivers that could be given more, but for the pace.
  private final LinkedHashSet<Receiver> held = new LinkedHashSet<>();
  private boolean stopping;
  private int inFlight;

  /// What the dispatcher wants to be done elsewhere.
  interface Effects {
    /// Sends; `done` is to be called on the dispatcher's thread.
    void send(OutboxEntry entry, Consumer<Outcome> done);

    /// Reads what a webhook has to send from the outbox; [#wasRead] or [#wasNotRead] is to be
    /// called on the dispatcher's thread.
    ///
    /// @param atMost how many entries
    void read(WebhookKey webhook, long fromSeq, int atMost);

    /// The receiver has it.
    void delivered(OutboxEntry entry, Instant since);

    /// The receiver has it not.
    void failed(Outbox.Failure failure);
  }

  Dispatcher(
      WebhookConfig config,
      RetrySchedule schedule,
      Pace pace,
      InstantSource clock,
      Effects effects) {
    this.config = config;
    this.schedule = schedule;
    this.pace = pace;
    this.room = new Room(config.charactersInMemoryOfAll());
    this.clock = clock;
    this.effects = effects;
  }

  /// Something of an earlier run waits.
  void found(List<Outbox.Waiting> waiting) {
    for (Outbox.Waiting each : waiting) {
      var key = new WebhookKey(each.licenseId(), each.webhookId());
      Backlog backlog = backlog(key);
      backlog.found(each.count(), each.lastSeq());
      refill(key, backlog);
    }
  }

  /// Something was committed.
  void committed(List<OutboxEntry> entries) {
    Instant now = clock.instant();
    for (OutboxEntry entry : entries) {
      var key = WebhookKey.of(entry);
      Backlog backlog = backlog(key);
      if (backlog.arrives(entry.seq(), entry.body().length())) {
        take(key, backlog, entry, now);
      } else {
        refill(key, backlog);
      }
    }
  }

  /// Something was read from the outbox.
  ///
  /// @param complete true if there was no more
  /// @param seenBefore [#lastSeen] when reading began
  void wasRead(WebhookKey key, List<OutboxEntry> page, boolean complete, long seenBefore) {
    Backlog backlog = backlogs.get(key);
    if (backlog == null) {
      return;
    }
    Instant now = clock.instant();
    long last = -1;
    for (OutboxEntry entry : page) {
      take(key, backlog, entry, now);
      last = entry.seq();
    }
    backlog.wasRead(last, complete, seenBefore);
    refill(key, backlog);
  }

  /// The number of the last of a webhook's that is surely committed.
  long lastSeen(WebhookKey key) {
    return backlog(key).lastSeen();
  }

  /// The outbox could not be read.
  void wasNotRead(WebhookKey key) {
    Backlog backlog = backlogs.get(key);
    if (backlog != null) {
      backlog.wasNotRead();
    }
  }

  /// Somebody wants these to be sent again.
  void returned(List<OutboxEntry> entries) {
    Instant now = clock.instant();
    for (OutboxEntry entry : entries) {
      var key = WebhookKey.of(entry);
      Backlog backlog = backlog(key);
      backlog.returned();
      take(key, backlog, entry, now);
    }
  }

  /// These webhooks are no more.
  void dropped(List<DroppedWebhooks> dropped) {
    for (DroppedWebhooks webhooks : dropped) {
      backlogs
          .entrySet()
          .removeIf(
              each -> {
                boolean gone =
                    webhooks.include(each.getKey().licenseId(), each.getKey().webhookId());
                if (gone) {
                  each.getValue().dropped();
                }
                return gone;
              });
      for (Lane lane : List.copyOf(lanes.values())) {
        WebhookKey key = lane.key.webhook();
        if (webhooks.include(key.licenseId(), key.webhookId())) {
          lanes.remove(lane.key);
          lane.receiver.ready.remove(lane);
          lane.receiver.waiting.remove(lane);
          lane.state = Lane.State.DROPPED;
        }
      }
    }
  }

  /// Sends what is due, and reads what could not be read.
  void tick() {
    Instant now = clock.instant();
    for (Due first = due.peek(); first != null && !first.at().isAfter(now); first = due.peek()) {
      due.poll();
      Lane lane = first.lane();
      if (lane.state == Lane.State.WAITING && !lane.dueAt.isAfter(now)) {
        lane.receiver.waiting.remove(lane);
        ready(lane);
      }
    }
    backlogs.forEach(this::refill);
  }

  /// Begins what the pace has held back, one for each receiver in turn.
  void resume() {
    if (!pace.advance(clock.instant())) {
      return;
    }
    while (!held.isEmpty()) {
      Receiver receiver = held.removeFirst();
      if (mayGetMore(receiver)) {
        if (!pace.take()) {
          held.addFirst(receiver);
          return;
        }
        send(receiver);
        held.addLast(receiver);
      }
    }
  }

  /// When [#tick] or [#resume] has something to send.
  Optional<Instant> nextDue() {
    Instant next = due.isEmpty() ? null : due.element().at();
    if (!held.isEmpty() && (next == null || pace.nextSlice().isBefore(next))) {
      next = pace.nextSlice();
    }
    return Optional.ofNullable(next);
  }

  /// Sends nothing more.
  void stop() {
    stopping = true;
  }

  /// How many requests have no answer yet.
  int inFlight() {
    return inFlight;
  }

  /// How many entries are to be sent.
  long pending() {
    return backlogs.values().stream().mapToLong(Backlog::pending).sum();
  }

  /// True while deliveries wait for the processors.
  boolean holdsBack() {
    return pace.holdsBack();
  }

  /// Since when the oldest of them waits.
  Optional<Instant> oldest() {
    return lanes.values().stream().map(Lane::since).min(Instant::compareTo);
  }

  private Backlog backlog(WebhookKey key) {
    return backlogs.computeIfAbsent(key, _ -> new Backlog(config.charactersInMemory(), room));
  }

  private void refill(WebhookKey key, Backlog backlog) {
    if (!stopping && backlog.wantsMore()) {
      effects.read(key, backlog.read(), room.isFull() ? SMALL_PAGE : PAGE);
    }
  }

  private void take(WebhookKey key, Backlog backlog, OutboxEntry entry, Instant now) {
    backlog.taken(entry.seq(), entry.body().length());
    var laneKey = new LaneKey(key, entry.subject());
    Lane lane = lanes.get(laneKey);
    if (lane != null) {
      lane.add(entry, now);
      return;
    }
    var receiverKey = Receiver.Key.of(entry.licenseId(), entry.url());
    Receiver receiver = receivers.computeIfAbsent(receiverKey, _ -> new Receiver());
    lane = new Lane(laneKey, backlog, receiver);
    lane.add(entry, now);
    lanes.put(laneKey, lane);
    begin(lane, now);
  }

  /// Begins with the first entry of a lane.
  private void begin(Lane lane, Instant now) {
    Tries tries = lane.first().state();
    if (tries.failingSince() != null) {
      lane.failingSince = tries.failingSince();
    }
    Instant nextAt = tries.nextAt();
    if (nextAt != null && nextAt.isAfter(now)) {
      await(lane, nextAt);
    } else {
      ready(lane);
    }
  }

  private void await(Lane lane, Instant until) {
    lane.state = Lane.State.WAITING;
    lane.early = false;
    lane.dueAt = until;
    lane.receiver.waiting.add(lane);
    due.add(new Due(until, lane));
  }

  private void ready(Lane lane) {
    lane.state = Lane.State.READY;
    lane.receiver.ready.add(lane);
    pump(lane.receiver);
  }

  private void pump(Receiver receiver) {
    while (mayGetMore(receiver)) {
      if (!held.isEmpty() || !pace.take()) {
        held.add(receiver);
        return;
      }
      send(receiver);
    }
  }

  private boolean mayGetMore(Receiver receiver) {
    return !stopping
        && receiver.inFlight < config.connectionsPerReceiver()
        && !receiver.ready.isEmpty();
  }

  private void send(Receiver receiver) {
    Lane lane = receiver.ready.remove();
    lane.state = Lane.State.SENDING;
    receiver.inFlight++;
    inFlight++;
    effects.send(lane.first(), outcome -> answered(lane, outcome));
  }

  private void answered(Lane lane, Outcome outcome) {
    Receiver receiver = lane.receiver;
    receiver.inFlight--;
    inFlight--;
    boolean recovered = false;
    switch (outcome) {
      case Outcome.Delivered() -> {
        recovered = receiver.recovered();
        delivered(lane);
      }
      case Outcome.Failed(String reason) -> {
        receiver.failed();
        failed(lane, reason);
      }
    }
    if (recovered) {
      wake(receiver);
    }
    pump(receiver);
    if (receiver.isIdle()) {
      receivers.values().remove(receiver);
    }
  }

  private void delivered(Lane lane) {
    if (lane.state == Lane.State.DROPPED) {
      return;
    }
    effects.delivered(lane.first(), lane.since());
    lane.failingSince = null;
    next(lane);
  }

  private void failed(Lane lane, String reason) {
    if (lane.state == Lane.State.DROPPED) {
      return;
    }
    Instant now = clock.instant();
    if (lane.early && lane.dueAt.isAfter(now)) {
      await(lane, lane.dueAt);
      return;
    }
    OutboxEntry entry = lane.first();
    Instant since = lane.failingSince == null ? now : lane.failingSince;
    lane.failingSince = since;
    int tries = entry.state().count() + 1;
    boolean parked = tries >= config.tries() || !now.isBefore(since.plus(config.retryWindow()));
    Instant nextAt = parked ? null : now.plus(schedule.after(tries));
    var state = new Tries(tries, nextAt, since);
    effects.failed(new Outbox.Failure(entry.key(), state, reason, now, parked));
    if (nextAt == null) {
      next(lane);
    } else {
      lane.replaceFirst(entry.with(state));
      await(lane, nextAt);
    }
  }

  /// Goes on with what follows the first entry.
  private void next(Lane lane) {
    OutboxEntry done = lane.removeFirst();
    lane.early = false;
    lane.backlog.settled(done.body().length());
    refill(lane.key.webhook(), lane.backlog);
    if (lane.isEmpty()) {
      lanes.remove(lane.key);
    } else {
      begin(lane, clock.instant());
    }
  }

  /// The receiver is there again: whatever waits for it is tried at once.
  private void wake(Receiver receiver) {
    var waiting = new ArrayList<>(receiver.waiting);
    receiver.waiting.clear();
    for (Lane lane : waiting) {
      lane.early = true;
      lane.state = Lane.State.READY;
      receiver.ready.add(lane);
    }
  }
}
