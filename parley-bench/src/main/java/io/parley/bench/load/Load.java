package io.parley.bench.load;

import java.util.concurrent.CompletableFuture;

/// Something that keeps a server busy, with a middle that is measured. All methods are called on
/// the event loop's thread.
interface Load {
  /// Begins.
  void start();

  /// Measures from now on.
  ///
  /// @return how much had been done before
  long startMeasuring();

  /// Measures, and begins, nothing more.
  ///
  /// @return how much has been done until now
  long stop();

  /// Done when the load was stopped and nothing is on its way any more. May be asked on any thread.
  CompletableFuture<?> over();

  /// What has happened until now: a value that is another one as long as something happens.
  Object progress();
}
