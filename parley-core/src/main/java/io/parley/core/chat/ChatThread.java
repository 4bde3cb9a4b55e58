package io.parley.core.chat;

import io.parley.core.access.Access;
import io.parley.core.event.EventId;
import io.parley.core.property.Properties;
import io.parley.core.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thread of a chat, without its events.
///
/// @param ordinal 1 for the first thread of the chat, then 2, 3, …
/// @param createdAt in microseconds
/// @param userIds everyone who was or wrote in the thread, in the order of appearance
/// @param eventCount how many events the thread has; the number of the last
/// @param lastEventAt the time of the last event, or of the start if there is none
/// @param closedAt null while the thread is active
public record ChatThread(
    ThreadId id,
    int ordinal,
    Instant createdAt,
    Access access,
    Properties properties,
    List<String> tags,
    List<UserId> userIds,
    int eventCount,
    Instant lastEventAt,
    @Nullable Instant closedAt) {

  /// Makes the lists unmodifiable.
  public ChatThread {
    tags = List.copyOf(tags);
    userIds = List.copyOf(userIds);
  }

  /// True while events go here.
  public boolean active() {
    return closedAt == null;
  }

  /// The id of the next event.
  public EventId nextEventId() {
    return new EventId(id, eventCount + 1);
  }

  /// The time of an event that is added at `now`: after every earlier one, by a microsecond at
  /// least.
  public Instant nextEventTime(Instant now) {
    Instant earliest = eventCount == 0 ? createdAt : lastEventAt.plus(1, ChronoUnit.MICROS);
    return now.isBefore(earliest) ? earliest : now;
  }

  ChatThread withEvent(Instant createdAt) {
    return new ChatThread(
        id,
        ordinal,
        this.createdAt,
        access,
        properties,
        tags,
        userIds,
        eventCount + 1,
        createdAt,
        closedAt);
  }

  ChatThread closed(Instant at) {
    return new ChatThread(
        id, ordinal, createdAt, access, properties, tags, userIds, eventCount, lastEventAt, at);
  }

  ChatThread withUser(UserId userId) {
    if (userIds.contains(userId)) {
      return this;
    }
    var users = new ArrayList<>(userIds);
    users.add(userId);
    return new ChatThread(
        id, ordinal, createdAt, access, properties, tags, users, eventCount, lastEventAt, closedAt);
  }

  ChatThread withAccess(Access newAccess) {
    return new ChatThread(
        id,
        ordinal,
        createdAt,
        newAccess,
        properties,
        tags,
        userIds,
        eventCount,
        lastEventAt,
        closedAt);
  }

  ChatThread withTag(String tag, boolean tagged) {
    var newTags = new ArrayList<>(tags);
    newTags.remove(tag);
    if (tagged) {
      newTags.add(tag);
    }
    return new ChatThread(
        id,
        ordinal,
        createdAt,
        access,
        properties,
        newTags,
        userIds,
        eventCount,
        lastEventAt,
        closedAt);
  }

  ChatThread withProperties(Properties newProperties) {
    return new ChatThread(
        id,
        ordinal,
        createdAt,
        access,
        newProperties,
        tags,
        userIds,
        eventCount,
        lastEventAt,
        closedAt);
  }
}
