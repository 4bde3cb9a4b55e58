package io.parley.store.journal;

import java.time.Duration;

/// Hears of every group that was committed, for metrics. Called on the journal's thread: must not
/// block.
public interface CommitListener {

  /// Hears nothing.
  CommitListener NONE =
      new CommitListener() {
        @Override
        public void committed(int batches, int changes, Duration took) {}

        @Override
        public void failed(int batches, Exception cause) {}
      };

  /// A group is on disk.
  ///
  /// @param batches how many batches with changes it had
  /// @param changes how many durable changes they had together
  /// @param took from the first statement to the return of the commit
  void committed(int batches, int changes, Duration took);

  /// A group, or the part of it that belongs to one license, is not on disk.
  void failed(int batches, Exception cause);
}
