package io.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One customer with one chat, the agent who has it, and the one thing that they are doing.
///
/// Every request bears the number of the desk and its own number at this desk, as marks do.
final class Desk {
  /// The response.
  static final int ANSWER = 1;

  /// The push to the other side, of a message; to an agent, of a start.
  static final int ARRIVAL = 2;

  private static final String ARCHIVES = "{\"pagination\":{\"page\":1,\"limit\":5}}";
  private static final String LISTS = "{\"limit\":10}";

  private final int number;
  private final String chatId;
  private final RtmConnection customer;
  private final MessageFrame messages;
  private final Deque<Long> heldBack = new ArrayDeque<>(0);
  private RtmConnection agent;
  private boolean isCustomersTurn;
  private @Nullable Operation doing;
  private int requests;
  private int awaited;
  private int lastEcho = -1;
  private long startedNanos;

  Desk(int number, String chatId, RtmConnection customer, RtmConnection agent) {
    this.number = number;
    this.chatId = chatId;
    this.customer = customer;
    this.agent = agent;
    this.messages = new MessageFrame(number, chatId);
  }

  String chatId() {
    return chatId;
  }

  /// What is being done, or null if nothing is.
  @Nullable Operation doing() {
    return doing;
  }

  long startedNanos() {
    return startedNanos;
  }

  /// What was due and has to wait until the present operation is over.
  Deque<Long> heldBack() {
    return heldBack;
  }

  /// Begins an operation.
  ///
  /// @param startNanos from when on its latency counts
  void begin(Operation operation, long startNanos) {
    doing = operation;
    startedNanos = startNanos;
    awaited = ANSWER;
    switch (operation) {
      case MESSAGE -> {
        awaited |= ARRIVAL;
        isCustomersTurn = !isCustomersTurn;
        messages.send(isCustomersTurn ? customer : agent, requests);
      }
      case TYPING -> ask(agent, "send_typing_indicator", "{\"chat_id\":\"%s\",\"is_typing\":true}");
      case SNEAK_PEEK ->
          ask(
              customer,
              "send_sneak_peek",
              "{\"chat_id\":\"%s\",\"sneak_peek_text\":\"have you seen the parcel\"}");
      case LIST -> ask(agent, "get_chats_summary", LISTS);
      case ARCHIVE -> ask(agent, "get_archives", ARCHIVES);
      case CLOSE -> ask(customer, "close_thread", "{\"chat_id\":\"%s\"}");
      case START -> {
        awaited |= ARRIVAL;
        ask(customer, "activate_chat", "{\"chat\":{\"id\":\"%s\"}}");
      }
    }
    requests++;
  }

  /// Whether a request is the one whose operation is not over.
  boolean isDoing(int request) {
    return doing != null && request == requests - 1;
  }

  /// Notes that the present operation has got one step further, which must be one it waits for.
  ///
  /// @return whether the step was waited for
  boolean advance(int step) {
    var waited = (awaited & step) != 0;
    awaited &= ~step;
    return waited;
  }

  /// Whether nothing is waited for any more.
  boolean isOver() {
    return awaited == 0;
  }

  /// Ends the present operation.
  void end() {
    doing = null;
  }

  /// Whether a connection is the one that a message has to reach.
  boolean isReader(RtmConnection connection) {
    return connection == (isCustomersTurn ? agent : customer);
  }

  /// Whether a connection is the one that a message came from.
  boolean isWriter(RtmConnection connection) {
    return connection == (isCustomersTurn ? customer : agent);
  }

  /// Whether a connection belongs to somebody in the chat.
  boolean isMember(RtmConnection connection) {
    return connection == customer || connection == agent;
  }

  /// Notes that a message has come back to its own writer.
  ///
  /// @return whether it came once and in order
  boolean isNextEcho(int message) {
    var next = message > lastEcho;
    lastEcho = Math.max(lastEcho, message);
    return next;
  }

  /// From now on this agent has the chat.
  void assign(RtmConnection another) {
    agent = another;
  }

  private void ask(RtmConnection connection, String action, String payload) {
    var request =
        ("{\"request_id\":\"c%05ds%07d\",\"action\":\"%s\",\"payload\":"
                + payload.formatted(chatId)
                + '}')
            .formatted(number, requests, action)
            .getBytes(StandardCharsets.UTF_8);
    connection.send(request, request.length);
  }
}
