package io.parley.core.chat;

import io.parley.core.event.Event;
import io.parley.core.user.UserId;

/// A user pressed a button of a rich message, or took that back.
///
/// @param event the rich message as it is now, with who has pressed its buttons
/// @param postbackId the button's postback
/// @param announced whether the chat is told: only in active threads
public record PostbackSent(
    ChatId chatId,
    Event event,
    UserId userId,
    String postbackId,
    boolean toggled,
    boolean announced)
    implements ChatChange {}
