package io.parley.runtime;

/// What comes into the mailbox of a writer.
sealed interface Message {
  /// A command.
  record Submitted(Submission submission) implements Message {}

  /// What a submission waited for is here.
  record Arrived(Submission submission, Loaded loaded) implements Message {}

  /// Loading failed.
  record LoadFailed(Submission submission, Exception cause) implements Message {}

  /// A batch of this generation could not be committed.
  record CommitFailed(long generation, Exception cause) implements Message {}

  /// The writer is to end when everything before this is done.
  record Stop() implements Message {}
}
