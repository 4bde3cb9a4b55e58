package io.parley.core.event;

import io.parley.core.chat.ThreadId;
import java.util.Optional;

/// Names an event: the number, from 1, that it has in its thread.
public record EventId(ThreadId threadId, int number) {
  /// The id on the wire: `<thread id>_<number>`.
  public String value() {
    return threadId.value() + "_" + number;
  }

  /// Reads an id from the wire; empty if it can't be one.
  public static Optional<EventId> parse(String value) {
    int separator = value.lastIndexOf('_');
    int digits = value.length() - separator - 1;
    if (separator < 1 || digits < 1 || digits > 9 || value.charAt(separator + 1) == '0') {
      return Optional.empty();
    }
    int number = 0;
    for (int i = separator + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      number = number * 10 + (c - '0');
    }
    return Optional.of(new EventId(new ThreadId(value.substring(0, separator)), number));
  }

  @Override
  public String toString() {
    return value();
  }
}
