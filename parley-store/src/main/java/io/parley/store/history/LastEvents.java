package io.parley.store.history;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventType;
import io.parley.core.query.Answer.LastEvent;
import io.parley.store.row.EventRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The newest events of chats, all chats of a page in one query.
///
/// A message is found from the end of the last thread, where it nearly always is; events of other
/// types by an index that holds no messages.
final class LastEvents {

  private static final List<String> RARE_TYPES =
      Arrays.stream(EventType.values())
          .filter(type -> type != EventType.MESSAGE)
          .map(EventType::wireName)
          .toList();

  private final Reading reading;

  LastEvents(Reading reading) {
    this.reading = reading;
  }

  /// The newest event of each type that the viewer may see, or whose thread he may not look into.
  Map<ChatId, Map<EventType, LastEvent>> perType(List<Chat> chats) {
    String visible = reading.viewer().events();
    var sql =
        """
        select asked.id as chat_id, t.ordinal, %s as readable, %s
        from unnest(:chats::text[]) as asked(id)
        cross join lateral (
          (select last.*
           from thread lt
           cross join lateral (
             select e.* from event e
             where e.license_id = lt.license_id and e.thread_id = lt.id
               and e.type = 'message' and %s
             order by e.number desc
             limit 1) last
           where lt.license_id = :license and lt.chat_id = asked.id
           order by lt.ordinal desc
           limit 1)
          union all
          select last.*
          from unnest(:rareTypes::text[]) as rare(type)
          cross join lateral (
            select e.* from event e
            where e.license_id = :license and e.chat_id = asked.id
              and e.type = rare.type and e.type <> 'message' and %s
            order by e.created_at desc
            limit 1) last) e
        join thread t on t.license_id = :license and t.id = e.thread_id
        """
            .formatted(reading.viewer().threads(), EventRow.COLUMNS, visible, visible);
    var perType = new HashMap<ChatId, Map<EventType, LastEvent>>();
    reading
        .query(sql)
        .bindArray("chats", String.class, ids(chats))
        .bindArray("rareTypes", String.class, RARE_TYPES)
        .map(
            (row, _) -> {
              var type = EventType.of(row.getString("type")).orElseThrow();
              return perType
                  .computeIfAbsent(
                      new ChatId(row.getString("chat_id")), _ -> new EnumMap<>(EventType.class))
                  .put(
                      type,
                      new LastEvent(
                          new ThreadId(row.getString("thread_id")),
                          row.getInt("ordinal"),
                          row.getBoolean("readable") ? EventRow.read(row) : null));
            })
        .list();
    return perType;
  }

  /// The chats whose newest visible event by somebody else the viewer has not seen.
  Set<ChatId> unread(List<Chat> chats) {
    var sql =
        """
        select asked.id
        from unnest(:chats::text[]) as asked(id)
        cross join lateral (
          select last.created_at
          from thread t
          cross join lateral (
            select e.created_at from event e
            where e.license_id = t.license_id and e.thread_id = t.id
              and e.author is distinct from :viewer and %s
            order by e.number desc
            limit 1) last
          where t.license_id = :license and t.chat_id = asked.id and %s
          order by t.ordinal desc
          limit 1) newest
        left join chat_user m
          on m.license_id = :license and m.chat_id = asked.id and m.user_key = :viewer
        where newest.created_at > coalesce(m.events_seen_up_to, '-infinity')
        """
            .formatted(reading.viewer().events(), reading.viewer().threads());
    return new HashSet<>(
        reading
            .query(sql)
            .bindArray("chats", String.class, ids(chats))
            .map((row, _) -> new ChatId(row.getString("id")))
            .list());
  }

  private static List<String> ids(List<Chat> chats) {
    return chats.stream().map(chat -> chat.id().value()).toList();
  }
}
