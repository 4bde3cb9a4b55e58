package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Context;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What is told of places in line: a thread that waits has the property `lc2.queue_pos`, and
/// `lc2.queue_waiting_time`, in seconds, once that can be estimated. No other thread has them.
///
/// Who comes into a line is told at once, and who leaves it loses the properties at once. Those who
/// merely move up are told together, at most once in [#PACE]; far from the head of the line only
/// when they have moved far.
final class QueueNotices {
  /// How much time lies between two looks at those who wait.
  static final Duration PACE = Duration.ofSeconds(5);

  /// Up to which place every move is told.
  private static final int NEAR = 20;

  /// Beyond it, a move is told when it is this part of the place.
  private static final int FAR_MOVE = 10;

  private static final String NAMESPACE = "lc2";
  private static final String POSITION = "queue_pos";
  private static final String WAITING_TIME = "queue_waiting_time";

  private QueueNotices() {}

  /// The place that was told last; empty if none was.
  static OptionalInt told(ChatThread thread) {
    return thread.properties().get(NAMESPACE, POSITION) instanceof Whole(long value)
        ? OptionalInt.of(Math.toIntExact(value))
        : OptionalInt.empty();
  }

  /// True if whoever waits there is told the place: chats that stay without an agent until
  /// somebody comes are in line, too, and are not told.
  static boolean isTold(Waiting waiting) {
    return waiting.routed() && !waiting.pinned();
  }

  /// What a chat is told that came into a line or left one.
  static Optional<Change> of(License license, Context context, ChatId chatId) {
    Chat chat = license.chatOrNull(chatId);
    ChatThread thread = chat == null ? null : chat.lastThread();
    if (thread == null) {
      return Optional.empty();
    }
    Waiting waiting = license.routing().queues().waitingOrNull(chatId);
    OptionalInt told = told(thread);
    if (waiting != null && isTold(waiting)) {
      return Router.placeOf(license, chatId, context.now())
          .filter(place -> told.isEmpty() || told.getAsInt() != place.position())
          .map(place -> set(chatId, thread, place));
    }
    return told.isPresent() ? Optional.of(deleted(chatId, thread)) : Optional.empty();
  }

  /// What those are told who have moved, but for some chats.
  static List<Change> ofMoves(License license, Context context, Set<ChatId> except) {
    var changes = new ArrayList<Change>();
    RoutingState routing = license.routing();
    for (Map.Entry<ChatId, Queues.Place> entry : routing.queues().places().entrySet()) {
      ChatId chatId = entry.getKey();
      Queues.Place place = entry.getValue();
      Chat chat = except.contains(chatId) ? null : license.chatOrNull(chatId);
      ChatThread thread = chat == null ? null : chat.activeThread().orElse(null);
      if (thread != null && isTold(place.waiting()) && isFar(told(thread), place.position())) {
        var now =
            new QueuePlace(
                place.groupId(),
                place.position(),
                place.waiting().since(),
                routing.estimatedWait(place.groupId(), place.position(), context.now()));
        changes.add(set(chatId, thread, now));
      }
    }
    return changes;
  }

  private static boolean isFar(OptionalInt told, int position) {
    if (told.isEmpty()) {
      return true;
    }
    int moved = Math.abs(told.getAsInt() - position);
    return position <= NEAR ? moved > 0 : (long) moved * FAR_MOVE >= told.getAsInt();
  }

  private static Change set(ChatId chatId, ChatThread thread, QueuePlace place) {
    Properties told = Properties.of(NAMESPACE, POSITION, new Whole(place.position()));
    Properties all =
        place
            .estimatedWait()
            .map(wait -> told.with(NAMESPACE, WAITING_TIME, new Whole(wait.toSeconds())))
            .orElse(told);
    return new ThreadPropertiesUpdated(chatId, thread.id(), all);
  }

  private static Change deleted(ChatId chatId, ChatThread thread) {
    var names = new ArrayList<String>();
    for (String name : List.of(POSITION, WAITING_TIME)) {
      if (thread.properties().get(NAMESPACE, name) != null) {
        names.add(name);
      }
    }
    Map<String, List<String>> all = Map.of(NAMESPACE, List.copyOf(names));
    return new ThreadPropertiesDeleted(chatId, thread.id(), all, thread.properties().without(all));
  }
}
