package io.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The measured part of a run: all conversations, from the first message to the last.
///
/// Everything but the futures belongs to the event loop's thread.
final class Exchange implements Load, RtmConnection.Listener {
  /// Requests that one side may have waiting at once; the protocol allows ten per connection.
  private static final int MOST_IN_FLIGHT = 8;

  private static final byte[] SEND_EVENT = bytes("send_event\"");

  private final LoadLoop loop;
  private final List<Conversation> conversations;
  private final Pace pace;
  private final long mostMessages;
  private final Histogram deliveryNanos = Histograms.ofLatencies();
  private final Histogram responseNanos = Histograms.ofLatencies();
  private final MeasuredSpan measured = new MeasuredSpan();
  private final Refusals refusals = new Refusals();
  private final CompletableFuture<Tally> over = new CompletableFuture<>();
  private boolean sending = true;
  private long sent;
  private long answered;
  private long delivered;
  private long echoed;
  private long strays;
  private long disordered;

  /// @param mostMessages after how many messages nothing more is sent
  Exchange(LoadLoop loop, List<Conversation> conversations, Pace pace, long mostMessages) {
    this.loop = loop;
    this.conversations = conversations;
    this.pace = pace;
    this.mostMessages = mostMessages;
  }

  @Override
  public void start() {
    switch (pace) {
      case Pace.Closed() -> {
        for (var conversation : conversations) {
          sendNow(conversation);
        }
      }
      case Pace.Open(var messagesPerSecond) ->
          new ArrivalSchedule(
                  loop, messagesPerSecond, number -> sending && number < mostMessages, this::arrive)
              .keep();
    }
  }

  @Override
  public long startMeasuring() {
    measured.begin();
    return delivered;
  }

  @Override
  public long stop() {
    measured.end();
    sending = false;
    endIfQuiet();
    return delivered;
  }

  @Override
  public CompletableFuture<Tally> over() {
    return over;
  }

  @Override
  public Object progress() {
    return tally();
  }

  /// What has become of all messages until now.
  Tally tally() {
    return new Tally(
        sent, answered, delivered, echoed, refusals.count(), strays, disordered, refusals.first());
  }

  /// From sending a message to its push on the other side.
  Latency delivery() {
    return Latency.of(deliveryNanos);
  }

  /// From sending a message to its response.
  Latency response() {
    return Latency.of(responseNanos);
  }

  @Override
  public void text(RtmConnection connection, byte[] message, int from, int to) {
    var action = ServerFrame.action(message, from, to);
    if (ServerFrame.isIncomingEvent(message, action, to)) {
      var mark = ServerFrame.text(message, action, to);
      var conversation = conversationAt(message, mark, to);
      if (conversation != null) {
        pushed(connection, conversation, MessageFrame.messageAt(message, mark));
      }
    } else if (JsonScan.standsAt(SEND_EVENT, message, action, to)) {
      var mark = ServerFrame.requestId(message, from, to);
      var conversation = conversationAt(message, mark, to);
      if (conversation == null || !ServerFrame.isSuccess(message, action, to)) {
        refusals.add(new String(message, from, to - from, StandardCharsets.UTF_8));
      } else {
        responded(conversation, MessageFrame.messageAt(message, mark));
      }
    }
  }

  @Override
  public void closed(RtmConnection connection, String reason) {
    refusals.add(reason);
  }

  private @Nullable Conversation conversationAt(byte[] message, int mark, int to) {
    var number = MessageFrame.conversationAt(message, mark, to);
    return number < 0 || number >= conversations.size() ? null : conversations.get(number);
  }

  private void pushed(RtmConnection connection, Conversation conversation, int message) {
    if (connection == conversation.receiverOf(message)) {
      delivered++;
      measured.record(deliveryNanos, conversation.startedNanos(message));
      arrived(conversation, message, Conversation.DELIVERY);
    } else if (connection == conversation.senderOf(message)) {
      echoed++;
      arrived(conversation, message, Conversation.ECHO);
    } else {
      strays++;
    }
  }

  private void responded(Conversation conversation, int message) {
    answered++;
    measured.record(responseNanos, conversation.startedNanos(message));
    arrived(conversation, message, Conversation.ANSWER);
  }

  private void arrived(Conversation conversation, int message, int step) {
    if (!conversation.isInOrder(message, step)) {
      disordered++;
    }
    if (conversation.advance(message, step)) {
      turnOver(conversation);
    }
    if (!sending) {
      endIfQuiet();
    }
  }

  private void turnOver(Conversation conversation) {
    switch (pace) {
      case Pace.Closed() -> sendNow(conversation);
      case Pace.Open(_) -> {
        if (conversation.sendHeldBack()) {
          countSent();
        }
      }
    }
  }

  private void sendNow(Conversation conversation) {
    if (sending) {
      conversation.send(System.nanoTime());
      countSent();
    }
  }

  private void countSent() {
    sent++;
    if (sent >= mostMessages) {
      sending = false;
    }
  }

  private void arrive(long number, long dueNanos) {
    var conversation = conversations.get((int) (number % conversations.size()));
    if (conversation.inFlight() < MOST_IN_FLIGHT) {
      conversation.send(dueNanos);
      countSent();
    } else {
      conversation.holdBack(dueNanos);
    }
  }

  private void endIfQuiet() {
    if (answered == sent && delivered == sent && echoed == sent) {
      over.complete(tally());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
