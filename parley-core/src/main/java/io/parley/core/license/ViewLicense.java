package io.parley.core.license;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;

/// Asks for a picture of the license. Changes nothing; also wakes a license that sleeps.
public record ViewLicense() implements Command {
  @Override
  public Decision decide(License license, Context context) {
    return Decision.accepted(new Result.Viewed(license.view()));
  }
}
