package io.parley.bench.load;

/// Counts error responses and connections that the server closed, and keeps what it said first.
final class Refusals {
  private long count;
  private String first = "";

  /// Counts one.
  ///
  /// @param said the error response, or why the connection was closed
  void add(String said) {
    if (first.isEmpty()) {
      first = said;
    }
    count++;
  }

  long count() {
    return count;
  }

  /// What the server said when it first refused, or the empty string.
  String first() {
    return first;
  }
}
