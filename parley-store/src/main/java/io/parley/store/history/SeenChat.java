package io.parley.store.history;

import io.parley.core.Rejection;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.store.codec.StorableText;
import io.parley.store.row.ChatRow;
import java.util.List;
import java.util.Optional;

/// What a viewer sees when looking for a chat in what is kept.
sealed interface SeenChat {

  /// The viewer may see the chat.
  record Of(Chat chat) implements SeenChat {}

  /// The viewer may not, or there is none.
  record None(Rejection rejection) implements SeenChat {}

  /// A chat as found, and whether the viewer may see it.
  record Found(ChatRow row, boolean visible) {}

  static SeenChat of(Reading reading, ChatId chatId) {
    var sql =
        """
        select %s as visible, %s
        from chat c %s %s
        where c.license_id = :license and c.id = :chat
        """
            .formatted(
                reading.viewer().chats(),
                ChatRow.COLUMNS,
                ChatRow.LAST_THREAD,
                reading.viewer().end());
    Optional<Found> found =
        reading
            .query(sql)
            .bind("chat", StorableText.of(chatId.value()))
            .map((row, _) -> new Found(ChatRow.read(row), row.getBoolean("visible")))
            .findFirst();
    if (found.isEmpty()) {
      return new None(new Rejection.ChatNotFound(chatId));
    }
    return found.get().visible()
        ? new Of(reading.whole(List.of(found.get().row())).getFirst())
        : new None(new Rejection.ChatForbidden(chatId));
  }
}
