package io.parley.core.chat;

import io.parley.core.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The active thread of a chat was closed.
///
/// @param by who closed it; null for the router
public record ThreadClosed(ChatId chatId, ThreadId threadId, @Nullable UserId by, Instant closedAt)
    implements ChatChange {}
