package io.parley.protocol.push;

import io.parley.protocol.frame.Frames;
import org.jspecify.annotations.Nullable;

/// A push as a text frame, encoded once for all the connections that see the same.
public final class EncodedPush {
  private final String members;
  private final String frame;

  /// @param members the members of the frame but for the request id, from `"action":` on, without
  ///     braces
  public EncodedPush(String members) {
    this.members = members;
    this.frame = "{" + members + "}";
  }

  /// The frame for a connection.
  ///
  /// @param requestId the id of the request that caused the push, if that connection made it
  public String frameFor(@Nullable String requestId) {
    return requestId == null
        ? frame
        : "{\"request_id\":" + Frames.quoted(requestId) + "," + members + "}";
  }
}
