package io.parley.core.chat;

import io.parley.core.user.UserId;
import org.jspecify.annotations.Nullable;

/// A user left a chat or was removed from it.
///
/// @param threadId the active thread, or null if there is none
/// @param requester who removed the user; null for the router
public record UserRemovedFromChat(
    ChatId chatId, @Nullable ThreadId threadId, UserId userId, @Nullable UserId requester)
    implements ChatChange {}
