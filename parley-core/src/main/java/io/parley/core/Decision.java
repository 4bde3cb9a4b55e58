package io.parley.core;

import java.util.List;

/// The outcome of a command.
public sealed interface Decision {
  /// The command is carried out.
  ///
  /// @param changes what happens, in order; empty if nothing needs to
  /// @param result the answer to the caller
  record Accepted(List<Change> changes, Result result) implements Decision {}

  /// The command is refused and nothing happens.
  record Rejected(Rejection rejection) implements Decision {}

  /// Accepts with an answer and changes.
  static Decision accepted(Result result, Change... changes) {
    return new Accepted(List.of(changes), result);
  }

  /// Accepts with an answer and changes.
  static Decision accepted(Result result, List<Change> changes) {
    return new Accepted(List.copyOf(changes), result);
  }

  /// Accepts a command whose answer has no content.
  static Decision done(Change... changes) {
    return new Accepted(List.of(changes), Result.Done.DONE);
  }

  /// Refuses.
  static Decision rejected(Rejection rejection) {
    return new Rejected(rejection);
  }
}
