package io.parley.runtime;

import io.parley.core.Command;
import io.parley.core.license.LicenseId;

/// Port: brings a command to the writer of its license, wherever that is.
///
/// Commands that one thread submits to one license arrive in the order of the calls. `submit` does
/// not block.
public interface Placement {
  /// Submits a command.
  ///
  /// @param cause the request behind it
  /// @param replyTo is called once: with the answer after the commit, in order with the pushes
  void submit(LicenseId licenseId, Command command, Cause cause, ReplyTo replyTo);

  /// Starts the license's writer if it sleeps, so that its timers run.
  void wake(LicenseId licenseId);
}
