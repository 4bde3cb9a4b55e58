package io.parley.bench.load;

import java.util.SplittableRandom;

/// What people do in a mixed load.
///
/// A close is always followed by a start, so that for every ten operations that are drawn and are
/// neither, the two together come out at the share that each of them is drawn with twice over.
public enum Operation {
  /// A message: over when it is answered and has reached the other side.
  MESSAGE("messages", 70),
  /// An agent's typing indicator.
  TYPING("typing indicators", 10),
  /// A customer's sneak peek.
  SNEAK_PEEK("sneak peeks", 10),
  /// An agent's list of chats.
  LIST("lists of chats", 2.5),
  /// A page of an agent's archives.
  ARCHIVE("archives", 2.5),
  /// A customer closes the thread.
  CLOSE("closes", 2.5),
  /// The same customer opens the chat again: over when an agent has it. Never drawn.
  START("starts", 0);

  private static final double DRAWN = 97.5;

  private final String title;
  private final double weight;

  Operation(String title, double weight) {
    this.title = title;
    this.weight = weight;
  }

  /// What is done, in words.
  public String title() {
    return title;
  }

  /// One of those that are drawn, as often as its weight says.
  static Operation draw(SplittableRandom random) {
    var point = random.nextDouble() * DRAWN;
    for (var operation : values()) {
      point -= operation.weight;
      if (point < 0) {
        return operation;
      }
    }
    return MESSAGE;
  }
}
