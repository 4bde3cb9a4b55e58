package io.parley.gateway.call;

import io.parley.core.ErrorType;
import io.parley.core.Rejection;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.Payload;
import io.parley.runtime.Reply;
import org.jspecify.annotations.Nullable;

/// What became of a request.
public sealed interface Answered {
  /// It was carried out.
  record Success(Payload payload) implements Answered {}

  /// It was not.
  ///
  /// @param data the error's `data`, if any
  record Failure(ErrorType type, String message, @Nullable Payload data) implements Answered {}

  /// Fails with the documented message.
  static Failure failure(ErrorType type) {
    return new Failure(type, type.message(), null);
  }

  /// Fails with a message of one's own.
  static Failure failure(ErrorType type, String message) {
    return new Failure(type, message, null);
  }

  /// Fails because the rules refused the command or query.
  static Failure failure(Rejection rejection) {
    return new Failure(rejection.type(), rejection.message(), null);
  }

  /// Fails because a command was not carried out, or answered with something unexpected.
  static Failure failure(Reply reply) {
    return switch (reply) {
      case Reply.Refused(var rejection) -> failure(rejection);
      case Reply.NoSuchLicense() -> failure(ErrorType.LICENSE_NOT_FOUND);
      case Reply.Failed(), Reply.Done _ -> failure(ErrorType.INTERNAL);
    };
  }

  /// Fails because the request is not as documented.
  static Failure failure(InvalidRequest invalid) {
    String message = invalid.getMessage();
    return new Failure(
        ErrorType.VALIDATION, message == null ? ErrorType.VALIDATION.message() : message, null);
  }

  /// Fails because the request belongs to another region.
  static Failure misdirected(String region) {
    return new Failure(
        ErrorType.MISDIRECTED_REQUEST,
        ErrorType.MISDIRECTED_REQUEST.message(),
        json -> {
          json.writeStartObject();
          json.writeStringField("region", region);
          json.writeEndObject();
        });
  }

  /// The value of the label `outcome` in metrics: `success` or the type of the error.
  default String outcome() {
    return switch (this) {
      case Success _ -> "success";
      case Failure failure -> failure.type().wireName();
    };
  }
}
