package io.parley.delivery.webhook;

import io.parley.store.outbox.OutboxEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What one webhook has to say about one subject, in order.
final class Lane {
  /// What the lane is doing.
  enum State {
    /// It waits for its receiver to have time.
    READY,
    /// Its first entry is being sent.
    SENDING,
    /// Its first entry failed, and is tried again later.
    WAITING,
    /// Its webhook is no more.
    DROPPED
  }

  private record Kept(OutboxEntry entry, Instant since) {}

  final LaneKey key;
  final Backlog backlog;
  final Receiver receiver;
  State state = State.READY;

  /// When the first entry is tried again.
  Instant dueAt = Instant.EPOCH;

  /// Since when its entries fail; null after a success.
  @Nullable Instant failingSince;

  /// True while the first entry is tried before its time: a failure does not count then.
  boolean early;

  private final Deque<Kept> entries = new ArrayDeque<>(1);

  Lane(LaneKey key, Backlog backlog, Receiver receiver) {
    this.key = key;
    this.backlog = backlog;
    this.receiver = receiver;
  }

  void add(OutboxEntry entry, Instant since) {
    entries.add(new Kept(entry, since));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  OutboxEntry first() {
    return entries.getFirst().entry();
  }

  /// Since when the first entry waits.
  Instant since() {
    return entries.getFirst().since();
  }

  OutboxEntry removeFirst() {
    return entries.removeFirst().entry();
  }

  void replaceFirst(OutboxEntry entry) {
    Kept first = entries.removeFirst();
    entries.addFirst(new Kept(entry, first.since()));
  }
}
