package io.parley.core.webhook;

import io.parley.core.chat.Chat;
import io.parley.core.license.LicenseView;
import org.jspecify.annotations.Nullable;

/// A webhook that a change fires, with what there was to see right after the change.
///
/// @param subject what it is about: the firings of one webhook about one subject are told in order
/// @param chat the chat that it is about, if it is about one
public record Firing(Webhook webhook, String subject, @Nullable Chat chat, LicenseView license) {}
