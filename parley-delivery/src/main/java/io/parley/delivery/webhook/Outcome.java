package io.parley.delivery.webhook;

/// What became of one request.
public sealed interface Outcome {
  /// The receiver has it.
  record Delivered() implements Outcome {}

  /// The receiver has it not, or did not say so.
  ///
  /// @param reason in a few words, for whoever looks after it
  record Failed(String reason) implements Outcome {}
}
