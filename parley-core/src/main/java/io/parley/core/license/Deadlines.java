package io.parley.core.license;

import io.parley.core.chat.ChatId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When something has to be looked at. A deadline may come too early, never too late: an event in a
/// thread does not move its deadline; looking at it does.
final class Deadlines {
  private static final Comparator<Entry> BY_TIME =
      Comparator.comparing(Entry::at).thenComparing(entry -> entry.subject().key());

  private final TreeSet<Entry> entries = new TreeSet<>(BY_TIME);
  private final Map<Subject, Instant> times = new HashMap<>();

  /// What is to be looked at.
  sealed interface Subject {
    String key();

    /// A thread that may have been inactive for too long.
    record OfChat(ChatId chatId) implements Subject {
      @Override
      public String key() {
        return "c" + chatId.value();
      }
    }

    /// A chat whose customer typed faster than it is shown.
    record OfSneakPeek(ChatId chatId) implements Subject {
      @Override
      public String key() {
        return "p" + chatId.value();
      }
    }

    /// A customer whose connections are gone.
    record OfVisit(CustomerId customerId) implements Subject {
      @Override
      public String key() {
        return "v" + customerId.value();
      }
    }

    /// A visitor who may be greeted now.
    record OfGreeting(CustomerId customerId) implements Subject {
      @Override
      public String key() {
        return "g" + customerId.value();
      }
    }

    /// An agent whose connections are gone.
    record OfAgent(AgentId agentId) implements Subject {
      @Override
      public String key() {
        return "a" + agentId.value();
      }
    }
  }

  private record Entry(Instant at, Subject subject) {}

  void set(Subject subject, Instant at) {
    clear(subject);
    times.put(subject, at);
    entries.add(new Entry(at, subject));
  }

  void clear(Subject subject) {
    @Nullable Instant old = times.remove(subject);
    if (old != null) {
      entries.remove(new Entry(old, subject));
    }
  }

  boolean isSet(Subject subject) {
    return times.containsKey(subject);
  }

  Optional<Instant> next() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.first().at());
  }

  /// What is due at `now`, earliest first, at most `limit`.
  List<Subject> due(Instant now, int limit) {
    var due = new ArrayList<Subject>();
    for (Entry entry : entries) {
      if (entry.at().isAfter(now) || due.size() == limit) {
        break;
      }
      due.add(entry.subject());
    }
    return due;
  }
}
