package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatTransferred;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.PostbackSent;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.event.Event;
import io.parley.core.event.EventId;
import io.parley.core.license.LicenseId;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a group does to chats, threads and their users.
///
/// A chat of which a thread was started within the group is known whole: later changes are applied
/// to it as the core does it, and its rows are written from what came out. Of other chats only
/// what the changes say is written.
final class ChatRows {

  private static final RowStatement PUT_CHAT =
      RowStatement.of(
          """
          insert into chat (
            license_id, id, created_at, last_thread_created_at, active, last_thread_id, group_ids,
            followers, properties)
          select * from {rows}
          on conflict (license_id, id) do update set
            last_thread_created_at = excluded.last_thread_created_at,
            active = excluded.active,
            last_thread_id = excluded.last_thread_id,
            group_ids = excluded.group_ids,
            followers = excluded.followers,
            properties = excluded.properties
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("created_at", Kind.TIME),
          column("last_thread_created_at", Kind.TIME),
          column("active", Kind.FLAG),
          column("last_thread_id", Kind.TEXT),
          column("group_ids", Kind.INTS),
          column("followers", Kind.TEXTS),
          column("properties", Kind.JSON));

  /// For a thread that was active before the group: its chat has no other last thread yet.
  private static final RowStatement SET_ACTIVE_THREAD_ACCESS =
      RowStatement.of(
          """
          update thread t set group_ids = r.group_ids
          from {rows}
          join chat c on c.license_id = r.license_id and c.id = r.chat_id
          where t.license_id = r.license_id and t.id = c.last_thread_id and t.closed_at is null
          """,
          column("license_id", Kind.LONG),
          column("chat_id", Kind.TEXT),
          column("group_ids", Kind.INTS));

  private static final RowStatement SET_UNINDEXED =
      RowStatement.of(
          """
          update thread t set unindexed = true
          from {rows}
          where t.license_id = r.license_id and t.id = r.id and not t.unindexed
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT));

  private record ChatKey(LicenseId licenseId, ChatId chatId) {}

  private record ThreadKey(LicenseId licenseId, ThreadId threadId) {}

  private record EventKey(LicenseId licenseId, EventId eventId) {}

  private final EventRows events;
  private final Map<ChatKey, WholeChat> wholes = new LinkedHashMap<>();
  private final Map<ChatKey, ChatPatch> patches = new LinkedHashMap<>();
  private final Map<ThreadKey, ThreadPatch> threadPatches = new LinkedHashMap<>();
  private final Map<ChatKey, Access> activeThreadAccesses = new LinkedHashMap<>();
  private final Map<EventKey, EventPatch> eventPatches = new LinkedHashMap<>();
  private final Set<ThreadKey> unindexed = new LinkedHashSet<>();
  private final RowBlock startedThreads = new RowBlock(ThreadPatch.ADD);

  ChatRows(EventRows events) {
    this.events = events;
  }

  boolean isEmpty() {
    return wholes.isEmpty()
        && patches.isEmpty()
        && threadPatches.isEmpty()
        && eventPatches.isEmpty()
        && unindexed.isEmpty();
  }

  /// @param active the license's active threads, as before the change
  void add(LicenseId licenseId, long seq, ChatChange change, Set<ThreadId> active) {
    var key = new ChatKey(licenseId, change.chatId());
    switch (change) {
      case ThreadStarted started -> {
        active.add(started.thread().id());
        start(key, seq, started);
      }
      case EventAdded(ChatId chatId, Event event) -> {
        events.add(licenseId, chatId, event);
        if (!active.contains(event.id().threadId())) {
          unindexed.add(new ThreadKey(licenseId, event.id().threadId()));
        }
      }
      case EventPropertiesUpdated(_, Event event, _) ->
          patch(licenseId, event.id()).set(event.properties());
      case EventPropertiesDeleted(_, Event event, _) ->
          patch(licenseId, event.id()).set(event.properties());
      case PostbackSent sent -> patch(licenseId, sent.event().id()).set(sent.event().body());
      case ThreadPropertiesUpdated updated ->
          onThread(key, seq, updated, updated.threadId())
              .ifPresent(patch -> patch.properties().set(updated.properties()));
      case ThreadPropertiesDeleted deleted ->
          onThread(key, seq, deleted, deleted.threadId())
              .ifPresent(patch -> patch.properties().delete(deleted.names()));
      case ThreadTagged tagged ->
          onThread(key, seq, tagged, tagged.threadId())
              .ifPresent(patch -> patch.tag(tagged.tag(), true));
      case ThreadUntagged untagged ->
          onThread(key, seq, untagged, untagged.threadId())
              .ifPresent(patch -> patch.tag(untagged.tag(), false));
      case ThreadClosed closed -> {
        active.remove(closed.threadId());
        onChat(key, seq, change);
      }
      case UserAddedToChat _,
          UserRemovedFromChat _,
          EventsSeen _,
          ChatFollowed _,
          ChatUnfollowed _,
          ChatAccessChanged _,
          ChatPropertiesUpdated _,
          ChatPropertiesDeleted _ ->
          onChat(key, seq, change);
      case ChatTransferred _, TypingIndicated _, SneakPeeked _, InactivityReviewed _ -> {}
    }
  }

  /// The patch to note a change of a thread in; empty if the thread is known whole.
  private Optional<ThreadPatch> onThread(
      ChatKey key, long seq, ChatChange change, ThreadId threadId) {
    WholeChat whole = wholes.get(key);
    if (whole != null && whole.isLastThread(threadId)) {
      whole.apply(seq, change);
      return Optional.empty();
    }
    return Optional.of(patch(key.licenseId(), threadId));
  }

  private void onChat(ChatKey key, long seq, ChatChange change) {
    WholeChat whole = wholes.get(key);
    if (whole != null) {
      whole.apply(seq, change);
    } else {
      patch(key, seq, change);
    }
  }

  private void start(ChatKey key, long seq, ThreadStarted started) {
    started.initialEvents().forEach(event -> events.add(key.licenseId(), key.chatId(), event));
    patches.remove(key);
    WholeChat before = wholes.get(key);
    if (before == null) {
      wholes.put(key, new WholeChat(seq, started.chat()));
    } else {
      ThreadPatch.add(startedThreads, key.licenseId(), before.chat());
      before.replace(seq, started.chat());
    }
  }

  /// Of a chat that is not known whole.
  private void patch(ChatKey key, long seq, ChatChange change) {
    ChatPatch chat = patches.computeIfAbsent(key, _ -> new ChatPatch());
    switch (change) {
      case ThreadClosed closed -> {
        chat.close();
        patch(key.licenseId(), closed.threadId()).close(closed.closedAt());
      }
      case UserAddedToChat added -> {
        chat.add(seq, added.member());
        if (added.threadId() != null) {
          patch(key.licenseId(), added.threadId()).add(added.member().userId());
        }
      }
      case UserRemovedFromChat removed -> chat.remove(removed.userId());
      case EventsSeen seen -> chat.see(seen.userId(), seen.seenUpTo());
      case ChatFollowed followed -> chat.follow(followed.agentId(), true);
      case ChatUnfollowed unfollowed -> chat.follow(unfollowed.agentId(), false);
      case ChatPropertiesUpdated updated -> chat.properties().set(updated.properties());
      case ChatPropertiesDeleted deleted -> chat.properties().delete(deleted.names());
      case ChatAccessChanged changed -> {
        chat.set(changed.result());
        if (!chat.isClosed()) {
          activeThreadAccesses.put(key, changed.result());
        }
      }
      case ThreadStarted _,
          EventAdded _,
          EventPropertiesUpdated _,
          EventPropertiesDeleted _,
          PostbackSent _,
          ThreadPropertiesUpdated _,
          ThreadPropertiesDeleted _,
          ThreadTagged _,
          ThreadUntagged _,
          ChatTransferred _,
          TypingIndicated _,
          SneakPeeked _,
          InactivityReviewed _ ->
          throw new IllegalStateException("no patch of a chat: " + change);
    }
  }

  private ThreadPatch patch(LicenseId licenseId, ThreadId threadId) {
    return threadPatches.computeIfAbsent(
        new ThreadKey(licenseId, threadId), _ -> new ThreadPatch());
  }

  private EventPatch patch(LicenseId licenseId, EventId eventId) {
    return eventPatches.computeIfAbsent(new EventKey(licenseId, eventId), _ -> new EventPatch());
  }

  void writeTo(Statements statements) throws SQLException {
    var accesses = new RowBlock(SET_ACTIVE_THREAD_ACCESS);
    activeThreadAccesses.forEach(
        (key, access) ->
            accesses.add(key.licenseId().value(), key.chatId().value(), ArrayText.of(access)));
    accesses.writeTo(statements);
    writeChats(statements);
    writePatches(statements);
  }

  private void writeChats(Statements statements) throws SQLException {
    var chats = new RowBlock(PUT_CHAT);
    var putMembers = new RowBlock(MemberPatch.PUT);
    var updatedMembers = new RowBlock(MemberPatch.UPDATE);
    wholes.forEach(
        (key, whole) -> {
          put(chats, key.licenseId(), whole.chat());
          ThreadPatch.add(startedThreads, key.licenseId(), whole.chat());
          whole.putMembers(putMembers, key.licenseId());
        });
    chats.writeTo(statements);
    startedThreads.writeTo(statements);

    var updatedChats = new RowBlock(ChatPatch.UPDATE);
    patches.forEach(
        (key, patch) ->
            patch.addTo(key.licenseId(), key.chatId(), updatedChats, putMembers, updatedMembers));
    updatedChats.writeTo(statements);
    putMembers.writeTo(statements);
    updatedMembers.writeTo(statements);
  }

  private void writePatches(Statements statements) throws SQLException {
    var updatedThreads = new RowBlock(ThreadPatch.UPDATE);
    threadPatches.forEach(
        (key, patch) -> patch.addTo(updatedThreads, key.licenseId(), key.threadId()));
    updatedThreads.writeTo(statements);

    var updatedEvents = new RowBlock(EventPatch.UPDATE);
    eventPatches.forEach(
        (key, patch) -> patch.addTo(updatedEvents, key.licenseId(), key.eventId()));
    updatedEvents.writeTo(statements);

    var late = new RowBlock(SET_UNINDEXED);
    unindexed.forEach(key -> late.add(key.licenseId().value(), key.threadId().value()));
    late.writeTo(statements);
  }

  private static void put(RowBlock chats, LicenseId licenseId, Chat chat) {
    var thread = chat.lastThread();
    chats.add(
        licenseId.value(),
        chat.id().value(),
        Micros.of(chat.createdAt()),
        Micros.of(thread == null ? chat.createdAt() : thread.createdAt()),
        chat.active(),
        thread == null ? null : thread.id().value(),
        ArrayText.of(chat.access()),
        ArrayText.of(chat.followers().stream().map(agent -> agent.value()).toList()),
        PropertiesCodec.encode(chat.properties()));
  }
}
