package io.parley.store.journal;

import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.chat.ThreadId;
import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;
import java.util.HashMap;
import java.util.Map;

/// A chat of which a group of batches knows everything, with the place of each of its users.
final class WholeChat {

  private Chat chat;
  private final Map<UserId, Long> positions = new HashMap<>();

  WholeChat(long seq, Chat chat) {
    this.chat = chat;
    place(seq);
  }

  Chat chat() {
    return chat;
  }

  boolean isLastThread(ThreadId threadId) {
    ChatThread last = chat.lastThread();
    return last != null && last.id().equals(threadId);
  }

  void apply(long seq, ChatChange change) {
    replace(seq, chat.apply(change));
  }

  void replace(long seq, Chat after) {
    chat = after;
    place(seq);
  }

  void putMembers(RowBlock members, LicenseId licenseId) {
    for (Membership member : chat.members()) {
      MemberPatch.put(
          members, licenseId, chat.id(), positions.getOrDefault(member.userId(), 0L), member);
    }
  }

  private void place(long seq) {
    int index = 0;
    for (Membership member : chat.members()) {
      positions.putIfAbsent(member.userId(), MemberPatch.position(seq, index));
      index++;
    }
  }
}
