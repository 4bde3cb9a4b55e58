package io.parley.core.event;

import io.parley.core.chat.ThreadId;
import org.jspecify.annotations.Nullable;

/// Says which button of which rich message a message answers.
///
/// @param type together with `value`, or neither
/// @param value together with `type`, or neither
public record Postback(
    String id, ThreadId threadId, String eventId, @Nullable String type, @Nullable String value) {}
