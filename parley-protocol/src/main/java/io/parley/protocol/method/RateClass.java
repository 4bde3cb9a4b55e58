package io.parley.protocol.method;

/// How often a method may be called, by what it costs.
public enum RateClass {
  /// Typing, seen marks, pings: often and cheap.
  SIGNAL,
  /// Anything that changes something.
  CHANGE,
  /// Lists and histories.
  READ,
  /// Searches and uploads.
  HEAVY
}
