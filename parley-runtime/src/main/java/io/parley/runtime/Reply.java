package io.parley.runtime;

import io.parley.core.Rejection;
import io.parley.core.Result;

/// The answer to a command.
public sealed interface Reply {
  /// Carried out, and on disk.
  ///
  /// @param seq the number of the last change that the license had then
  record Done(Result result, long seq) implements Reply {}

  /// Refused.
  record Refused(Rejection rejection) implements Reply {}

  /// There is no such license.
  record NoSuchLicense() implements Reply {}

  /// Not carried out because of a fault on the server's side, which is logged.
  record Failed() implements Reply {}
}
