package io.parley.protocol.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// A request as it came over an RTM connection.
///
/// @param requestId the client's name for the request, if it gave one
/// @param payload empty if none was given
/// @param authorId the bot that the request is made as, if any
public record RequestFrame(
    @Nullable String requestId, String action, ObjectNode payload, @Nullable String authorId) {}
