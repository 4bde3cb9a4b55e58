package io.parley.core;

import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A context whose time stands still until it is moved and whose ids are numbered.
public final class TestContext implements Context {
  private Instant now = Instant.parse("2026-01-05T10:00:00Z");
  private int ids;
  private final Map<ThreadId, List<Event>> events = new HashMap<>();

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public int idsDrawn() {
    return ids;
  }

  public void rewindIds(int drawn) {
    ids = drawn;
  }

  public void load(ThreadId threadId, List<Event> loaded) {
    events.put(threadId, List.copyOf(loaded));
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public String nextId() {
    return "%010d".formatted(++ids);
  }

  @Override
  public String nextUuid() {
    return "00000000-0000-4000-8000-%012d".formatted(++ids);
  }

  @Override
  public List<Event> eventsOf(ThreadId threadId) {
    return events.getOrDefault(threadId, List.of());
  }
}
