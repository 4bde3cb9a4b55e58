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

  private static final JsonScan.Key ACTION = JsonScan.Key.of("action");
  private static final JsonScan.Key REQUEST_ID = JsonScan.Key.of("request_id");
  private static final JsonScan.Key SUCCESS = JsonScan.Key.of("success");
  private static final JsonScan.Key TEXT = JsonScan.Key.of("text");
  private static final byte[] INCOMING_EVENT = bytes("incoming_event\"");
  private static final byte[] SEND_EVENT = bytes("send_event\"");
  private static final byte[] TRUE = bytes("true");

  private final LoadLoop loop;
  private final List<Conversation> conversations;
  private final Pace pace;
  private final long mostMessages;
  private final Histogram deliveryNanos = Histograms.ofLatencies();
  private final Histogram responseNanos = Histograms.ofLatencies();
  private final CompletableFuture<Tally> over = new CompletableFuture<>();
  private boolean sending = true;
  private long measuredFrom = Long.MAX_VALUE;
  private long measuredTo = Long.MAX_VALUE;
  private long sent;
  private long answered;
  private long delivered;
  private long echoed;
  private long refused;
  private long strays;
  private long disordered;
  private String firstRefusal = "";
  private long paceStart;
  private long planned;

  /// @param mostMessages after how many messages nothing more is sent
  Exchange(LoadLoop loop, List<Conversation> conversations, Pace pace, long mostMessages) {
    this.loop = loop;
    this.conversations = conversations;
    this.pace = pace;
    this.mostMessages = mostMessages;
  }

  @Override
  public void start() {
    paceStart = System.nanoTime();
    switch (pace) {
      case Pace.Closed() -> {
        for (var conversation : conversations) {
          sendNow(conversation);
        }
      }
      case Pace.Open(var messagesPerSecond) -> keepPace(1e9 / messagesPerSecond);
    }
  }

  @Override
  public long startMeasuring() {
    measuredFrom = System.nanoTime();
    return delivered;
  }

  @Override
  public long stop() {
    measuredTo = System.nanoTime();
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
    return new Tally(sent, answered, delivered, echoed, refused, strays, disordered, firstRefusal);
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
    var action = JsonScan.valueOf(ACTION, message, from, to);
    if (JsonScan.standsAt(INCOMING_EVENT, message, action, to)) {
      var mark = JsonScan.valueOf(TEXT, message, action, to);
      var conversation = conversationAt(message, mark, to);
      if (conversation != null) {
        pushed(connection, conversation, MessageFrame.messageAt(message, mark));
      }
    } else if (JsonScan.standsAt(SEND_EVENT, message, action, to)) {
      var success = JsonScan.valueOf(SUCCESS, message, action, to);
      var mark = JsonScan.valueOf(REQUEST_ID, message, from, to);
      var conversation = conversationAt(message, mark, to);
      if (conversation == null || !JsonScan.standsAt(TRUE, message, success, to)) {
        refuse(new String(message, from, to - from, StandardCharsets.UTF_8));
      } else {
        responded(conversation, MessageFrame.messageAt(message, mark));
      }
    }
  }

  @Override
  public void closed(RtmConnection connection, String reason) {
    refuse(reason);
  }

  private @Nullable Conversation conversationAt(byte[] message, int mark, int to) {
    var number = MessageFrame.conversationAt(message, mark, to);
    return number < 0 || number >= conversations.size() ? null : conversations.get(number);
  }

  private void pushed(RtmConnection connection, Conversation conversation, int message) {
    if (connection == conversation.receiverOf(message)) {
      delivered++;
      record(deliveryNanos, conversation.startedNanos(message));
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
    record(responseNanos, conversation.startedNanos(message));
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

  private void keepPace(double intervalNanos) {
    var now = System.nanoTime();
    var due = dueAt(intervalNanos);
    while (sending && planned < mostMessages && due <= now) {
      var conversation = conversations.get((int) (planned % conversations.size()));
      if (conversation.inFlight() < MOST_IN_FLIGHT) {
        conversation.send(due);
        countSent();
      } else {
        conversation.holdBack(due);
      }
      planned++;
      due = dueAt(intervalNanos);
    }
    if (sending && planned < mostMessages) {
      loop.schedule(() -> keepPace(intervalNanos), Math.max(1, due - System.nanoTime()));
    }
  }

  private long dueAt(double intervalNanos) {
    return paceStart + (long) (planned * intervalNanos);
  }

  private void record(Histogram histogram, long startedNanos) {
    if (startedNanos >= measuredFrom && startedNanos < measuredTo) {
      Histograms.record(histogram, System.nanoTime() - startedNanos);
    }
  }

  private void refuse(String answer) {
    if (firstRefusal.isEmpty()) {
      firstRefusal = answer;
    }
    refused++;
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
