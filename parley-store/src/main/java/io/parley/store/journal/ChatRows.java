package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.license.LicenseId;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

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

  private record ChatKey(LicenseId licenseId, ChatId chatId) {}

  private record ThreadKey(LicenseId licenseId, ThreadId threadId) {}

  private final EventRows events;
  private final Map<ChatKey, WholeChat> wholes = new LinkedHashMap<>();
  private final Map<ChatKey, ChatPatch> patches = new LinkedHashMap<>();
  private final Map<ThreadKey, ThreadPatch> threadPatches = new LinkedHashMap<>();
  private final RowBlock startedThreads = new RowBlock(ThreadPatch.ADD);

  ChatRows(EventRows events) {
    this.events = events;
  }

  boolean isEmpty() {
    return wholes.isEmpty() && patches.isEmpty() && threadPatches.isEmpty();
  }

  void add(LicenseId licenseId, long seq, ChatChange change) {
    var key = new ChatKey(licenseId, change.chatId());
    WholeChat whole = wholes.get(key);
    switch (change) {
      case ThreadStarted started -> start(key, seq, started);
      case EventAdded(ChatId chatId, var event) -> events.add(licenseId, chatId, event);
      case ThreadPropertiesUpdated updated
          when whole == null || !whole.isLastThread(updated.threadId()) ->
          patch(licenseId, updated.threadId()).set(updated.properties());
      case ThreadClosed _,
          UserAddedToChat _,
          UserRemovedFromChat _,
          EventsSeen _,
          ChatFollowed _,
          ChatUnfollowed _,
          ChatPropertiesUpdated _,
          ThreadPropertiesUpdated _ -> {
        if (whole != null) {
          whole.apply(seq, change);
        } else {
          patch(key, seq, change);
        }
      }
      case TypingIndicated _, SneakPeeked _, InactivityReviewed _ -> {}
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
      case ChatPropertiesUpdated updated -> chat.set(updated.properties());
      case ThreadStarted _,
          EventAdded _,
          ThreadPropertiesUpdated _,
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

  void writeTo(Statements statements) throws SQLException {
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

    var updatedThreads = new RowBlock(ThreadPatch.UPDATE);
    threadPatches.forEach(
        (key, patch) -> patch.addTo(updatedThreads, key.licenseId(), key.threadId()));
    updatedThreads.writeTo(statements);
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
