package io.parley.server.demo;

import io.parley.core.Command;
import io.parley.core.Result;
import io.parley.core.license.LicenseId;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import java.util.concurrent.CompletableFuture;

/// Asks the license's writer for one thing after another.
final class Writers {
  private final Placement placement;
  private final LicenseId licenseId;

  Writers(Placement placement, LicenseId licenseId) {
    this.placement = placement;
    this.licenseId = licenseId;
  }

  /// Blocks until it is on disk.
  ///
  /// @throws IllegalStateException if it was refused
  Result ask(Command command) {
    var answer = new CompletableFuture<Reply>();
    placement.submit(licenseId, command, Cause.NONE, answer::complete);
    return switch (answer.join()) {
      case Reply.Done(Result result, _) -> result;
      case Reply other -> throw new IllegalStateException("the demo's past can't be had: " + other);
    };
  }
}
