package io.parley.delivery.notification;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.license.LicenseId;
import org.jspecify.annotations.Nullable;

/// What a device is told.
///
/// @param kind `incoming_chat_thread` or `incoming_event`, like the push that tells the same
/// @param text what the customer wrote, if it was a message
public record Notification(
    LicenseId licenseId, String kind, ChatId chatId, ThreadId threadId, @Nullable String text) {}
