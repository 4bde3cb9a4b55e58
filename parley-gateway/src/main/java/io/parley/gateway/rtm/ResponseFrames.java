package io.parley.gateway.rtm;

import io.parley.core.ErrorType;
import io.parley.gateway.call.Answered;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.frame.RequestFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the responses to requests.
final class ResponseFrames {
  private static final Logger log = LoggerFactory.getLogger(ResponseFrames.class);

  private ResponseFrames() {}

  static String of(RequestFrame frame, Answered answered) {
    return switch (answered) {
      case Answered.Success(Payload payload) -> success(frame, payload);
      case Answered.Failure failure -> error(frame.requestId(), frame.action(), failure);
    };
  }

  private static String success(RequestFrame frame, Payload payload) {
    try {
      return Frames.response(frame.requestId(), frame.action(), payload);
    } catch (RuntimeException e) {
      log.error("The answer to {} can't be written", frame.action(), e);
      return error(frame.requestId(), frame.action(), Answered.failure(ErrorType.INTERNAL));
    }
  }

  static String error(@Nullable String requestId, String action, Answered.Failure failure) {
    return Frames.error(requestId, action, failure.type(), failure.message(), failure.data());
  }
}
