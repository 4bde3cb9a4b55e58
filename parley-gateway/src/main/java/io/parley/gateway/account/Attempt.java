package io.parley.gateway.account;

import java.util.function.Function;

/// What a step of a flow came to: a value to go on with, or the error that ends the flow.
sealed interface Attempt<T> {
  /// Goes on.
  record Passed<T>(T value) implements Attempt<T> {}

  /// Ends.
  record Failed<T>(OAuthError error) implements Attempt<T> {}

  static <T> Attempt<T> passed(T value) {
    return new Passed<>(value);
  }

  static <T> Attempt<T> failed(OAuthError error) {
    return new Failed<>(error);
  }

  static <T> Attempt<T> failed(OAuthError.Code code, String description) {
    return new Failed<>(new OAuthError(code, description));
  }

  static <T> Attempt<T> invalidRequest(String description) {
    return new Failed<>(OAuthError.invalidRequest(description));
  }

  /// The next step, if this one passed.
  default <R> Attempt<R> then(Function<T, Attempt<R>> next) {
    return switch (this) {
      case Passed<T>(T value) -> next.apply(value);
      case Failed<T>(OAuthError error) -> new Failed<>(error);
    };
  }

  /// The value made into another, if there is one.
  default <R> Attempt<R> map(Function<T, R> change) {
    return then(value -> new Passed<>(change.apply(value)));
  }
}
