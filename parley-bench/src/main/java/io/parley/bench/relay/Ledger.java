package io.parley.bench.relay;

/// Where messages are written down before anyone is told of them.
public interface Ledger extends AutoCloseable {
  /// Takes a message; sooner or later, and in the order of acceptance within a chat, it is
  /// delivered.
  void accept(RelayMessage message);

  /// Writes nothing more.
  @Override
  void close();
}
