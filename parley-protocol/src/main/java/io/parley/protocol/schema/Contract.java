package io.parley.protocol.schema;

import io.parley.core.ErrorType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a method promises: what it does, what its request and its answer hold, and how it can fail.
///
/// @param summary one sentence
/// @param request the payload
/// @param answer the payload of the response
/// @param errors its own; those that every method has are [Errors#common]
public record Contract(String summary, Shape request, Shape answer, Set<ErrorType> errors) {
  private static final Shape.OfObject NOTHING = Shape.object();

  /// Makes the set unmodifiable.
  public Contract {
    errors = Set.copyOf(errors);
  }

  /// A method that takes nothing and answers nothing.
  static Contract of(String summary) {
    return new Contract(summary, NOTHING, NOTHING, Set.of());
  }

  /// The same, but with these members in its request.
  Contract takes(Member... members) {
    return takes(Shape.object(members));
  }

  /// The same, but with that request.
  Contract takes(Shape newRequest) {
    return new Contract(summary, newRequest, answer, errors);
  }

  /// The same, but with these members in its answer.
  Contract gives(Member... members) {
    return gives(Shape.object(members));
  }

  /// The same, but with that answer.
  Contract gives(Shape newAnswer) {
    return new Contract(summary, request, newAnswer, errors);
  }

  /// The same, but it may also fail so.
  Contract failsWith(ErrorType... types) {
    var more = EnumSet.noneOf(ErrorType.class);
    more.addAll(errors);
    more.addAll(List.of(types));
    return new Contract(summary, request, answer, more);
  }
}
