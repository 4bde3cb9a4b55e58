package io.parley.core.query;

/// In which order a list is given.
public enum Order {
  /// Oldest first.
  ASCENDING,
  /// Newest first.
  DESCENDING
}
