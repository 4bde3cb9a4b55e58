package io.parley.core;

import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import java.time.Instant;
import java.util.List;

/// What a decision may use beside the state: the time, fresh ids, and what its command asked to
/// have
/// loaded.
public interface Context {
  /// The time of the decision, with a resolution of microseconds.
  Instant now();

  /// A fresh id for a chat or a thread: ten characters of `A-Z0-9`.
  String nextId();

  /// A fresh UUID, for a customer or as the public id of an agent.
  String nextUuid();

  /// The events of a thread that the command named in its [Need]s, in order; empty for others.
  List<Event> eventsOf(ThreadId threadId);
}
