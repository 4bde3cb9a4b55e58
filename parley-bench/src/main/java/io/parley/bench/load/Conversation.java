package io.parley.bench.load;

import java.util.ArrayDeque;
import java.util.Deque;

/// One agent and one customer who write in turns, and which of their messages have got how far.
///
/// Messages with even numbers are the agent's, those with odd numbers the customer's.
final class Conversation {
  /// The response to the sender.
  static final int ANSWER = 1;

  /// The push to the other side.
  static final int DELIVERY = 2;

  /// The push to the sender's own connection.
  static final int ECHO = 4;

  private static final int RING = 64;
  private static final int TURN_OVER = ANSWER | DELIVERY;

  private final RtmConnection agent;
  private final RtmConnection customer;
  private final MessageFrame frame;
  private final long[] startedNanos = new long[RING];
  private final byte[] arrived = new byte[RING];
  private final int[] expected = new int[2 * (ECHO + 1)];
  private final Deque<Long> heldBack = new ArrayDeque<>(0);
  private int next;
  private int inFlight;

  Conversation(int number, String chatId, RtmConnection agent, RtmConnection customer) {
    this.agent = agent;
    this.customer = customer;
    this.frame = new MessageFrame(number, chatId);
    for (var step = 0; step <= ECHO; step++) {
      expected[2 * step + 1] = 1;
    }
  }

  /// Sends the next message.
  ///
  /// @param startNanos from when on its latency counts
  void send(long startNanos) {
    startedNanos[next % RING] = startNanos;
    arrived[next % RING] = 0;
    frame.send(senderOf(next), next);
    next++;
    inFlight++;
  }

  /// Keeps a message back until one of those on their way has arrived.
  void holdBack(long startNanos) {
    heldBack.add(startNanos);
  }

  /// Sends the message that has been held back longest, if there is one.
  ///
  /// @return whether there was one
  boolean sendHeldBack() {
    var startNanos = heldBack.poll();
    if (startNanos == null) {
      return false;
    }
    send(startNanos);
    return true;
  }

  int inFlight() {
    return inFlight;
  }

  long startedNanos(int message) {
    return startedNanos[message % RING];
  }

  /// Notes that a message has got one step further, and whether that came in order and only once.
  boolean isInOrder(int message, int step) {
    var place = 2 * step + (message & 1);
    var inOrder = expected[place] == message;
    expected[place] = message + 2;
    return inOrder;
  }

  /// Notes that a message has got one step further.
  ///
  /// @return whether with this step its turn is over
  boolean advance(int message, int step) {
    var before = arrived[message % RING];
    arrived[message % RING] = (byte) (before | step);
    var over = (before & TURN_OVER) != TURN_OVER && ((before | step) & TURN_OVER) == TURN_OVER;
    if (over) {
      inFlight--;
    }
    return over;
  }

  RtmConnection senderOf(int message) {
    return (message & 1) == 0 ? agent : customer;
  }

  RtmConnection receiverOf(int message) {
    return (message & 1) == 0 ? customer : agent;
  }
}
