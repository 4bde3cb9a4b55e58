package io.parley.bench.load;

/// How fast conversations are held.
public sealed interface Pace {
  /// As fast as the server lets them: one message at a time in every conversation, each side
  /// writing when it has read what the other wrote.
  record Closed() implements Pace {}

  /// At a fixed rate, whatever the server does. Latencies count from the moment at which a message
  /// should have been sent, so a server that stalls is charged for everyone whom it kept waiting.
  ///
  /// @param messagesPerSecond the rate of all conversations together
  record Open(double messagesPerSecond) implements Pace {}
}
