package io.parley.bench.archive;

/// Asks a server for archives. Blocks.
public interface ArchiveClient {
  /// Asks, and gives the answer's JSON.
  ///
  /// @param limited with a token that does not reach every chat
  String ask(String body, boolean limited);
}
