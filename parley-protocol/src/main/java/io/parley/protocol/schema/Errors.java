package io.parley.protocol.schema;

import io.parley.core.ErrorType;
import io.parley.protocol.Transport;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Errors on the wire.
public final class Errors {
  private static final Set<ErrorType> EVERYWHERE =
      EnumSet.of(
          ErrorType.AUTHENTICATION,
          ErrorType.AUTHORIZATION,
          ErrorType.INTERNAL,
          ErrorType.LICENSE_NOT_FOUND,
          ErrorType.MISDIRECTED_REQUEST,
          ErrorType.REQUESTER_AWAITING_APPROVAL,
          ErrorType.REQUESTER_SUSPENDED,
          ErrorType.REQUEST_TIMEOUT,
          ErrorType.SERVICE_UNAVAILABLE,
          ErrorType.TOO_MANY_REQUESTS,
          ErrorType.VALIDATION);
  private static final Set<ErrorType> OVER_HTTP =
      EnumSet.of(
          ErrorType.ENTITY_TOO_LARGE,
          ErrorType.NOT_ALLOWED,
          ErrorType.NOT_FOUND,
          ErrorType.UNSUPPORTED_VERSION);

  /// The payload of a response that tells of an error.
  public static final Shape.OfObject PAYLOAD =
      Shape.object(
          "Error",
          Member.required(
              "error",
              Shape.object(
                  Member.required(
                      "type",
                      Shape.choice(
                          Arrays.stream(ErrorType.values())
                              .map(ErrorType::wireName)
                              .toArray(String[]::new)),
                      "the kind of the error"),
                  Member.required(
                      "message", Shape.text(), "for developers; names the field that is wrong"),
                  Member.optional(
                      "data",
                      Shape.object(
                          Member.optional(
                              "region", Shape.text(), "the region that the request belongs to")),
                      "more about it")),
              "what went wrong"));

  private Errors() {}

  /// How every method may fail that is reached so.
  public static Set<ErrorType> common(Transport transport) {
    var errors = EnumSet.copyOf(EVERYWHERE);
    switch (transport) {
      case RTM -> errors.add(ErrorType.PENDING_REQUESTS_LIMIT_REACHED);
      case WEB -> errors.addAll(OVER_HTTP);
    }
    return Collections.unmodifiableSet(errors);
  }
}
