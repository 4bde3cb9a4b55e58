package io.parley.core.routing;

import io.parley.core.license.LicenseChange;
import java.time.Instant;

/// Those who wait were looked at, and know their places in line. Not kept.
public record QueueReviewed(Instant at) implements LicenseChange {
  @Override
  public boolean durable() {
    return false;
  }
}
