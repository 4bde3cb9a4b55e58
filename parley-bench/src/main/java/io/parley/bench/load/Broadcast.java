package io.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// The measured part of a fan-out run. Everything but the future belongs to the event loop's
/// thread.
final class Broadcast implements Load {
  /// Messages that are on their way at once, at most: the protocol allows ten requests.
  private static final int RING = 16;

  private static final int MOST_IN_FLIGHT = 8;
  private static final byte[] SEND_EVENT = bytes("send_event\"");

  private final LoadLoop loop;
  private final RtmConnection writer;
  private final MessageFrame frame;
  private final List<Receiver> receivers = new ArrayList<>();
  private final Pace pace;
  private final int window;
  private final long[] startedNanos = new long[RING];
  private final int[] unread = new int[RING];
  private final boolean[] unanswered = new boolean[RING];
  private final Deque<Long> heldBack = new ArrayDeque<>();
  private final Histogram eachNanos = Histograms.ofLatencies();
  private final Histogram lastNanos = Histograms.ofLatencies();
  private final Histogram responseNanos = Histograms.ofLatencies();
  private final MeasuredSpan measured = new MeasuredSpan();
  private final Refusals refusals = new Refusals();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private boolean sending = true;
  private int sent;
  private int complete;
  private long received;
  private long echoed;
  private long answered;
  private long disordered;

  Broadcast(
      LoadLoop loop,
      String chatId,
      RtmConnection writer,
      List<RtmConnection> readers,
      Pace pace,
      int window) {
    if (window < 1 || window > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException("between 1 and " + MOST_IN_FLIGHT + " at once");
    }
    this.loop = loop;
    this.writer = writer;
    this.frame = new MessageFrame(0, chatId);
    this.pace = pace;
    this.window = window;
    readers.forEach(reader -> receivers.add(new Receiver(reader)));
  }

  /// Has all connections tell this load.
  ///
  /// @return how many read
  int listen() {
    writer.listen(new Sender());
    receivers.forEach(receiver -> receiver.connection.listen(receiver));
    return receivers.size();
  }

  @Override
  public void start() {
    switch (pace) {
      case Pace.Closed() -> {
        for (var i = 0; i < window; i++) {
          send(System.nanoTime());
        }
      }
      case Pace.Open(var messagesPerSecond) ->
          new ArrivalSchedule(loop, messagesPerSecond, _ -> sending, (_, due) -> arrive(due))
              .keep();
    }
  }

  @Override
  public long startMeasuring() {
    measured.begin();
    return complete;
  }

  @Override
  public long stop() {
    measured.end();
    sending = false;
    endIfQuiet();
    return complete;
  }

  @Override
  public CompletableFuture<Void> over() {
    return over;
  }

  @Override
  public Object progress() {
    return List.of(received, echoed, answered, refusals.count());
  }

  /// From sending to each agent's push.
  Latency each() {
    return Latency.of(eachNanos);
  }

  /// From sending to the last agent's push.
  Latency last() {
    return Latency.of(lastNanos);
  }

  /// From sending to the response.
  Latency response() {
    return Latency.of(responseNanos);
  }

  /// What went wrong until now.
  Troubles troubles() {
    var lost = (long) sent * receivers.size() - received + (sent - answered) + (sent - echoed);
    return new Troubles(Math.max(0, lost), refusals.count(), 0, disordered, refusals.first());
  }

  private void send(long startNanos) {
    startedNanos[sent % RING] = startNanos;
    unread[sent % RING] = receivers.size();
    unanswered[sent % RING] = true;
    frame.send(writer, sent);
    sent++;
  }

  private void arrive(long dueNanos) {
    if (sent - complete < MOST_IN_FLIGHT) {
      send(dueNanos);
    } else {
      heldBack.add(dueNanos);
    }
  }

  private void arrived(int message) {
    // Of a message that is complete nothing comes any more but what is out of order.
    if (unread[message % RING] == 0 && !unanswered[message % RING]) {
      complete++;
      switch (pace) {
        case Pace.Closed() -> {
          if (sending) {
            send(System.nanoTime());
          }
        }
        case Pace.Open(_) -> {
          var due = heldBack.poll();
          if (due != null) {
            send(due);
          }
        }
      }
    }
    endIfQuiet();
  }

  private void record(Histogram histogram, int message) {
    measured.record(histogram, startedNanos[message % RING]);
  }

  private void endIfQuiet() {
    if (!sending && complete == sent && echoed == sent) {
      over.complete(null);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The number of the message that a push holds, or -1 if it is not about one.
  private static int messageIn(byte[] push, int from, int to) {
    var action = ServerFrame.action(push, from, to);
    if (!ServerFrame.isIncomingEvent(push, action, to)) {
      return -1;
    }
    var mark = ServerFrame.text(push, action, to);
    return MessageFrame.conversationAt(push, mark, to) == 0
        ? MessageFrame.messageAt(push, mark)
        : -1;
  }

  /// An agent's connection.
  private final class Receiver implements RtmConnection.Listener {
    private final RtmConnection connection;
    private int expected;

    Receiver(RtmConnection connection) {
      this.connection = connection;
    }

    @Override
    public void text(RtmConnection from, byte[] push, int start, int end) {
      var message = messageIn(push, start, end);
      if (message < 0) {
        return;
      }
      if (message != expected || message >= sent) {
        disordered++;
        expected = Math.max(expected, message + 1);
        return;
      }
      expected++;
      received++;
      record(eachNanos, message);
      if (--unread[message % RING] == 0) {
        record(lastNanos, message);
      }
      arrived(message);
    }

    @Override
    public void closed(RtmConnection from, String reason) {
      refusals.add(reason);
    }
  }

  /// The customer's connection.
  private final class Sender implements RtmConnection.Listener {
    private int expectedEcho;

    @Override
    public void text(RtmConnection from, byte[] frame, int start, int end) {
      var echo = messageIn(frame, start, end);
      if (echo >= 0) {
        if (echo != expectedEcho) {
          disordered++;
        }
        expectedEcho = echo + 1;
        echoed++;
        endIfQuiet();
        return;
      }
      var action = ServerFrame.action(frame, start, end);
      if (JsonScan.standsAt(SEND_EVENT, frame, action, end)) {
        var mark = ServerFrame.requestId(frame, start, end);
        if (MessageFrame.conversationAt(frame, mark, end) != 0
            || !ServerFrame.isSuccess(frame, action, end)) {
          refusals.add(new String(frame, start, end - start, StandardCharsets.UTF_8));
          return;
        }
        var message = MessageFrame.messageAt(frame, mark);
        answered++;
        unanswered[message % RING] = false;
        record(responseNanos, message);
        arrived(message);
      }
    }

    @Override
    public void closed(RtmConnection from, String reason) {
      refusals.add(reason);
    }
  }
}
