package io.parley.protocol.push;

import io.parley.protocol.frame.Frames;
import org.jspecify.annotations.Nullable;

/// A push as a text frame, encoded once for all the connections that see the same.
///
/// @param frame the frame without a request id: a JSON object with at least one member and no space
///     before it
public record EncodedPush(String frame) {

  /// The frame for a connection.
  ///
  /// @param requestId the id of the request that caused the push, if that connection made it
  public String frameFor(@Nullable String requestId) {
    return requestId == null
        ? frame
        : "{\"request_id\":" + Frames.quoted(requestId) + "," + frame.substring(1);
  }
}
