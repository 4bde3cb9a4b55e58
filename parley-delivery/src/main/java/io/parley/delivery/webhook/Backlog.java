package io.parley.delivery.webhook;

/// How much one webhook has to send, and how much of it is in memory. The rest is read from the
/// outbox when there is room.
final class Backlog {
  private final int limit;
  private final Room room;
  private long inMemory;
  private long pending;
  private long takenUpTo = -1;
  private long nextSeq = Long.MAX_VALUE;
  private long lastSeen = -1;
  private boolean reading;

  /// @param limit characters
  /// @param room shared with all others
  Backlog(int limit, Room room) {
    this.limit = limit;
    this.room = room;
  }

  /// Something of an earlier run waits in the outbox.
  void found(long count, long lastSeq) {
    pending += count;
    nextSeq = 0;
    lastSeen = lastSeq;
  }

  /// Something was committed.
  ///
  /// @return true if it is to be kept in memory now; else it was already read, or will be
  boolean arrives(long seq, int size) {
    pending++;
    if (seq <= takenUpTo) {
      return false;
    }
    if (!isBehind() && inMemory > 0 && (inMemory + size > limit || room.isFull())) {
      nextSeq = seq;
    }
    lastSeen = Math.max(lastSeen, seq);
    return !isBehind();
  }

  /// Something is kept in memory.
  void taken(long seq, int size) {
    takenUpTo = Math.max(takenUpTo, seq);
    inMemory += size;
    room.take(size);
  }

  /// Somebody wants something to be sent again.
  void returned() {
    pending++;
  }

  /// Something is delivered or parked.
  void settled(int size) {
    inMemory -= size;
    room.giveBack(size);
    pending--;
  }

  /// The webhook is no more.
  void dropped() {
    room.giveBack(inMemory);
    inMemory = 0;
  }

  /// True if some of it is in the outbox alone.
  boolean isBehind() {
    return nextSeq != Long.MAX_VALUE;
  }

  /// True if it is time to read more.
  boolean wantsMore() {
    return isBehind() && !reading && inMemory <= (room.isFull() ? 0 : limit / 2);
  }

  /// Begins to read.
  ///
  /// @return from which number on
  long read() {
    reading = true;
    return nextSeq;
  }

  /// The number of the last that is surely committed: what is read shows all up to it.
  long lastSeen() {
    return lastSeen;
  }

  /// Something was read.
  ///
  /// @param last the number of the last one; -1 if there was none
  /// @param complete true if there was no more
  /// @param seenBefore [#lastSeen] when reading began
  void wasRead(long last, boolean complete, long seenBefore) {
    reading = false;
    nextSeq = Math.max(last + 1, complete ? seenBefore + 1 : nextSeq);
    if (nextSeq > lastSeen) {
      nextSeq = Long.MAX_VALUE;
    }
  }

  /// Reading failed.
  void wasNotRead() {
    reading = false;
  }

  /// How much there is to send.
  long pending() {
    return pending;
  }
}
