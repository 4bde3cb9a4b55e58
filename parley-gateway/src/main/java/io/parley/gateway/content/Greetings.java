package io.parley.gateway.content;

import io.parley.core.content.Greeting;
import io.parley.core.license.LicenseId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Port: knows what visitors may be greeted with. Filled by [LicenseContents#greetings].
@FunctionalInterface
public interface Greetings {
  /// The greetings that are switched on, in their order. Doesn't block; the future completes on any
  /// thread.
  CompletableFuture<List<Greeting>> of(LicenseId licenseId);
}
