package io.parley.runtime;

import io.parley.core.Context;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The context of one license's decisions: a time that never goes backwards, ids, and what was
/// loaded for the command at hand.
final class DecisionContext implements Context {
  private final InstantSource clock;
  private final IdSource ids;
  private Instant now = Instant.EPOCH;
  private Map<ThreadId, List<Event>> loadedEvents = Map.of();

  DecisionContext(InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// Begins a decision.
  DecisionContext begin(Map<ThreadId, List<Event>> events) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (time.isAfter(now)) {
      now = time;
    }
    loadedEvents = events;
    return this;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public String nextId() {
    return ids.nextId();
  }

  @Override
  public String nextUuid() {
    return ids.nextUuid();
  }

  @Override
  public List<Event> eventsOf(ThreadId threadId) {
    return loadedEvents.getOrDefault(threadId, List.of());
  }
}
