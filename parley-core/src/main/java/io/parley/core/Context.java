package io.parley.core;

import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision may use beside the state: the time, fresh ids, and what its command asked to
/// have loaded.
public interface Context {
  /// The time of the decision, with a resolution of microseconds.
  Instant now();

  /// A fresh id for a chat or a thread: ten characters of `A-Z0-9`.
  String nextId();

  /// A fresh UUID, for a customer or as the public id of an agent.
  String nextUuid();

  /// A thread that the command named in its [Need]s, or null if there is none.
  @Nullable ChatThread threadOrNull(ThreadId threadId);

  /// An event that the command named in its [Need]s, or null if there is none.
  @Nullable Event eventOrNull(EventId eventId);

  /// The events of a thread that the command named in its [Need]s, in order; empty for others.
  List<Event> eventsOf(ThreadId threadId);

  /// A file that the command named in its [Need]s, or null if there is none.
  @Nullable UploadedFile fileOrNull(FileId fileId);
}
