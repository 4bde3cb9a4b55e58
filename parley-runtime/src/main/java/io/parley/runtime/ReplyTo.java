package io.parley.runtime;

/// Takes the answer to a command. Called on a thread of the delivery: must not block.
@FunctionalInterface
public interface ReplyTo {
  /// For who does not wait for an answer.
  ReplyTo NOBODY = _ -> {};

  /// Takes the answer.
  void reply(Reply reply);
}
