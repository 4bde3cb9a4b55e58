package io.parley.core.chat;

import io.parley.core.Change;

/// A change to one chat.
public sealed interface ChatChange extends Change
    permits ChatFollowed,
        ChatPropertiesUpdated,
        ChatUnfollowed,
        EventAdded,
        EventsSeen,
        InactivityReviewed,
        SneakPeeked,
        ThreadClosed,
        ThreadPropertiesUpdated,
        ThreadStarted,
        TypingIndicated,
        UserAddedToChat,
        UserRemovedFromChat {
  /// The chat.
  ChatId chatId();
}
