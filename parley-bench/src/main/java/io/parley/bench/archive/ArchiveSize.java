package io.parley.bench.archive;

/// How much is said in a license.
///
/// @param threads closed threads, two in each chat
/// @param eventsPerThread messages in each of them, each of twelve words
public record ArchiveSize(int threads, int eventsPerThread) {
  /// How many different words there are.
  static final int WORDS = 20_000;

  /// How many different tags there are; some threads have one.
  static final int TAGS = 500;

  /// How many different names, and how many different surnames, customers have.
  static final int NAMES = 1_000;

  /// How many agents there are to talk to.
  static final int AGENTS = 30;

  /// Refuses what is not enough for a chat.
  public ArchiveSize {
    if (threads < 2 || eventsPerThread < 1) {
      throw new IllegalArgumentException("a chat needs two threads with events");
    }
  }
}
