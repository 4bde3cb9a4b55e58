package io.parley.runtime;

import io.parley.core.Context;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The context of one license's decisions: a time that never goes backwards, ids, and what was
/// loaded for the command at hand.
final class DecisionContext implements Context {
  private final InstantSource clock;
  private final IdSource ids;
  private Instant now = Instant.EPOCH;
  private Loaded loaded = Loaded.NOTHING;

  DecisionContext(InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// Begins a decision.
  DecisionContext begin(Loaded arrived) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (time.isAfter(now)) {
      now = time;
    }
    loaded = arrived;
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
  public @Nullable ChatThread threadOrNull(ThreadId threadId) {
    return loaded.threads().get(threadId);
  }

  @Override
  public @Nullable Event eventOrNull(EventId eventId) {
    return loaded.singleEvents().get(eventId);
  }

  @Override
  public List<Event> eventsOf(ThreadId threadId) {
    return loaded.events().getOrDefault(threadId, List.of());
  }

  @Override
  public @Nullable UploadedFile fileOrNull(FileId fileId) {
    return loaded.files().get(fileId);
  }
}
