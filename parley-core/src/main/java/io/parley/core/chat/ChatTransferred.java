package io.parley.core.chat;

import io.parley.core.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody, or the router, gave a chat to other agents or groups. Who leaves and who comes is told
/// by changes of their own.
///
/// @param requester null for the router
/// @param target where it went
public record ChatTransferred(
    ChatId chatId, ThreadId threadId, @Nullable UserId requester, TransferTarget target, Instant at)
    implements ChatChange {}
