package io.parley.gateway.rtm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The frames of one connection that have not been put on the wire. At most one flush is on its
/// way; what comes meanwhile waits here, up to a limit.
final class Outgoing {
  private static final int CHARS_AT_ONCE = 256 * 1024;

  private final int maxFrames;
  private final int maxChars;
  private final ArrayDeque<String> frames = new ArrayDeque<>(2);
  private int chars;
  private boolean flushing;

  Outgoing(int maxFrames, int maxChars) {
    this.maxFrames = maxFrames;
    this.maxChars = maxChars;
  }

  /// Queues a frame; false if the queue is full.
  boolean offer(String frame) {
    if (frames.size() >= maxFrames || chars + frame.length() > maxChars) {
      return false;
    }
    frames.add(frame);
    chars += frame.length();
    return true;
  }

  /// Takes the next frames to be flushed; none while a flush is on its way.
  List<String> take() {
    if (flushing || frames.isEmpty()) {
      return List.of();
    }
    var taken = new ArrayList<String>(frames.size());
    int taking = 0;
    while (taking < CHARS_AT_ONCE) {
      String frame = frames.poll();
      if (frame == null) {
        break;
      }
      taken.add(frame);
      taking += frame.length();
    }
    chars -= taking;
    flushing = true;
    return taken;
  }

  /// The flush has ended.
  void flushed() {
    flushing = false;
  }

  /// True if nothing waits and nothing is on its way.
  boolean isIdle() {
    return !flushing && frames.isEmpty();
  }

  void clear() {
    frames.clear();
    chars = 0;
  }
}
