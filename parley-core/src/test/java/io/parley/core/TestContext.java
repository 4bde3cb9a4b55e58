package io.parley.core;

import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A context whose time stands still until it is moved and whose ids are numbered.
public final class TestContext implements Context {
  private Instant now = Instant.parse("2026-01-05T10:00:00Z");
  private int ids;
  private final Map<ThreadId, List<Event>> events = new HashMap<>();
  private final Map<ThreadId, ChatThread> threads = new HashMap<>();
  private final Map<FileId, UploadedFile> files = new HashMap<>();

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public int idsDrawn() {
    return ids;
  }

  public void rewindIds(int drawn) {
    ids = drawn;
  }

  public void load(ChatThread thread) {
    threads.put(thread.id(), thread);
  }

  public void load(ThreadId threadId, List<Event> loaded) {
    events.put(threadId, List.copyOf(loaded));
  }

  public void load(FileId fileId, UploadedFile file) {
    files.put(fileId, file);
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
  public @Nullable ChatThread threadOrNull(ThreadId threadId) {
    return threads.get(threadId);
  }

  @Override
  public @Nullable Event eventOrNull(EventId eventId) {
    return eventsOf(eventId.threadId()).stream()
        .filter(event -> event.id().equals(eventId))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Event> eventsOf(ThreadId threadId) {
    return events.getOrDefault(threadId, List.of());
  }

  @Override
  public @Nullable UploadedFile fileOrNull(FileId fileId) {
    return files.get(fileId);
  }
}
