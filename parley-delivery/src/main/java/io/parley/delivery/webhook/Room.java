package io.parley.delivery.webhook;

/// How much all webhooks together have in memory.
final class Room {
  private final long limit;
  private long used;

  /// @param limit characters
  Room(long limit) {
    this.limit = limit;
  }

  void take(int size) {
    used += size;
  }

  void giveBack(long size) {
    used -= size;
  }

  /// True if more than a little is too much now.
  boolean isFull() {
    return used >= limit;
  }
}
