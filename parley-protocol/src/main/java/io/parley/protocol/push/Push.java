package io.parley.protocol.push;

import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;

/// A push that is not a frame yet.
///
/// @param payload an object
public record Push(String action, Payload payload) {
  EncodedPush encoded() {
    return Frames.push(action, payload);
  }
}
