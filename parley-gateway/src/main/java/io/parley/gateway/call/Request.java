package io.parley.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.gateway.account.Grant;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Method;
import io.parley.runtime.Cause;
import org.jspecify.annotations.Nullable;

/// A request of someone known for a method that exists.
///
/// @param authorId the bot that the request names as its author, if any; an empty name is none
/// @param cause the connection and the request's name there, if it came over one
public record Request(
    ApiVersion version,
    Method method,
    Grant grant,
    ObjectNode payload,
    @Nullable String authorId,
    Cause cause) {

  public Request {
    authorId = authorId == null || authorId.isBlank() ? null : authorId;
  }
}
