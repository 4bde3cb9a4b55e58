package io.parley.core.chat;

import io.parley.core.Change;

/// A change to one chat.
public sealed interface ChatChange extends Change
    permits ChatAccessChanged,
        ChatFollowed,
        ChatPropertiesDeleted,
        ChatPropertiesUpdated,
        ChatTransferred,
        ChatUnfollowed,
        EventAdded,
        EventPropertiesDeleted,
        EventPropertiesUpdated,
        EventsSeen,
        InactivityReviewed,
        PostbackSent,
        SneakPeeked,
        ThreadClosed,
        ThreadPropertiesDeleted,
        ThreadPropertiesUpdated,
        ThreadStarted,
        ThreadTagged,
        ThreadUntagged,
        TypingIndicated,
        UserAddedToChat,
        UserRemovedFromChat {
  /// The chat.
  ChatId chatId();
}
