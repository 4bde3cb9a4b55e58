package io.parley.runtime;

import io.parley.core.license.LicenseId;

/// The one way out of a writer: lets a batch go to the delivery when its commit has returned, and
/// not before.
final class CommitGate {
  private final LicenseId licenseId;
  private final Delivery delivery;
  private final FailureListener onFailure;

  /// Hears of commits that failed.
  interface FailureListener {
    void failed(long generation, Exception cause);
  }

  CommitGate(LicenseId licenseId, Delivery delivery, FailureListener onFailure) {
    this.licenseId = licenseId;
    this.delivery = delivery;
    this.onFailure = onFailure;
  }

  Journal.Completion completionOf(OutcomeBatch batch, long generation) {
    return new Journal.Completion() {
      @Override
      public void committed() {
        delivery.deliver(batch);
      }

      @Override
      public void failed(Exception cause) {
        batch.outcomes().forEach(outcome -> outcome.replyTo().reply(new Reply.Failed()));
        onFailure.failed(generation, cause);
      }
    };
  }

  /// Tells everybody that the live state is gone.
  void reset() {
    delivery.reset(licenseId);
  }
}
