package io.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The measured part of a mixed run: at every desk one thing is done after the other. Everything
/// but the future belongs to the event loop's thread.
final class Bustle implements Load {
  private static final byte[] INCOMING_CHAT = bytes("incoming_chat_thread\"");

  private final LoadLoop loop;
  private final List<Desk> desks;
  private final ToIntFunction<String> deskOfChat;
  private final Pace pace;
  private final SplittableRandom random;
  private final Map<Operation, Histogram> latencies = new EnumMap<>(Operation.class);
  private final MeasuredSpan measured = new MeasuredSpan();
  private final Refusals refusals = new Refusals();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private boolean beginning = true;
  private long begun;
  private long ended;
  private long messagesSent;
  private long echoed;
  private long strays;
  private long disordered;

  /// @param deskOfChat the number of the desk that a chat belongs to, or -1
  Bustle(
      LoadLoop loop,
      List<Desk> desks,
      ToIntFunction<String> deskOfChat,
      Pace pace,
      SplittableRandom random) {
    this.loop = loop;
    this.desks = desks;
    this.deskOfChat = deskOfChat;
    this.pace = pace;
    this.random = random;
    for (var operation : Operation.values()) {
      latencies.put(operation, Histograms.ofLatencies());
    }
  }

  /// What an agent's connection has to tell: it also learns there which chats the agent gets.
  RtmConnection.Listener agent(String id) {
    return new AgentSide(bytes('"' + id + '"'));
  }

  /// What a customer's connection has to tell.
  RtmConnection.Listener customer() {
    return new Side();
  }

  @Override
  public void start() {
    switch (pace) {
      case Pace.Closed() -> desks.forEach(desk -> next(desk, System.nanoTime()));
      case Pace.Open(var operationsPerSecond) ->
          new ArrivalSchedule(loop, operationsPerSecond, _ -> beginning, this::arrive).keep();
    }
  }

  @Override
  public long startMeasuring() {
    measured.begin();
    return ended;
  }

  @Override
  public long stop() {
    measured.end();
    beginning = false;
    endIfQuiet();
    return ended;
  }

  @Override
  public CompletableFuture<Void> over() {
    return over;
  }

  @Override
  public Object progress() {
    return List.of(ended, echoed, refusals.count());
  }

  /// How long each kind of operation took.
  List<MixedOutcome.Kind> kinds() {
    var kinds = new ArrayList<MixedOutcome.Kind>();
    latencies.forEach(
        (operation, nanos) -> kinds.add(new MixedOutcome.Kind(operation, Latency.of(nanos))));
    return kinds;
  }

  /// How long the operations took, whatever their kind.
  Latency all() {
    var all = Histograms.ofLatencies();
    latencies.values().forEach(all::add);
    return Latency.of(all);
  }

  /// What went wrong until now.
  Troubles troubles() {
    var lost = begun - ended + (messagesSent - echoed);
    return new Troubles(Math.max(0, lost), refusals.count(), strays, disordered, refusals.first());
  }

  private void next(Desk desk, long startNanos) {
    begin(desk, Operation.draw(random), startNanos);
  }

  private void begin(Desk desk, Operation operation, long startNanos) {
    begun++;
    if (operation == Operation.MESSAGE) {
      messagesSent++;
    }
    desk.begin(operation, startNanos);
  }

  private void arrive(long number, long dueNanos) {
    var desk = desks.get((int) (number % desks.size()));
    if (desk.doing() == null) {
      next(desk, dueNanos);
    } else {
      desk.heldBack().add(dueNanos);
    }
  }

  private void advance(Desk desk, int step) {
    if (!desk.advance(step)) {
      disordered++;
    } else if (desk.isOver()) {
      end(desk);
    }
  }

  private void end(Desk desk) {
    var done = desk.doing();
    if (done == null) {
      return;
    }
    ended++;
    var nanos = latencies.get(done);
    if (nanos != null) {
      measured.record(nanos, desk.startedNanos());
    }
    desk.end();
    proceed(desk, done);
    endIfQuiet();
  }

  /// What is closed is opened again before anything else, even when nothing else begins any more.
  private void proceed(Desk desk, Operation done) {
    switch (pace) {
      case Pace.Closed() -> {
        if (done == Operation.CLOSE) {
          begin(desk, Operation.START, System.nanoTime());
        } else if (beginning) {
          next(desk, System.nanoTime());
        }
      }
      case Pace.Open(_) -> {
        var due = desk.heldBack().poll();
        if (done == Operation.CLOSE) {
          begin(desk, Operation.START, due == null ? System.nanoTime() : due);
        } else if (due != null) {
          next(desk, due);
        }
      }
    }
  }

  private void endIfQuiet() {
    if (!beginning && begun == ended && messagesSent == echoed) {
      over.complete(null);
    }
  }

  private @Nullable Desk deskAt(byte[] frame, int mark, int to) {
    var number = MessageFrame.conversationAt(frame, mark, to);
    return number < 0 || number >= desks.size() ? null : desks.get(number);
  }

  private void pushed(RtmConnection connection, Desk desk, int message) {
    if (!desk.isMember(connection)) {
      strays++;
    } else if (desk.isDoing(message) && desk.isReader(connection)) {
      advance(desk, Desk.ARRIVAL);
    } else {
      // The writer's own push may come when the operation is over.
      echoed++;
      if (!desk.isNextEcho(message)) {
        disordered++;
      }
      endIfQuiet();
    }
  }

  private void responded(Desk desk, int request) {
    if (desk.isDoing(request)) {
      advance(desk, Desk.ANSWER);
    } else {
      disordered++;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Anybody's connection.
  private class Side implements RtmConnection.Listener {
    @Override
    public final void text(RtmConnection from, byte[] frame, int start, int end) {
      var action = ServerFrame.action(frame, start, end);
      if (ServerFrame.isIncomingEvent(frame, action, end)) {
        var mark = ServerFrame.text(frame, action, end);
        var desk = deskAt(frame, mark, end);
        if (desk != null) {
          pushed(from, desk, MessageFrame.messageAt(frame, mark));
        }
      } else if (JsonScan.standsAt(INCOMING_CHAT, frame, action, end)) {
        chatCame(from, frame, start, end);
      } else if (isResponse(frame, action, end)) {
        var mark = ServerFrame.requestId(frame, start, end);
        var desk = deskAt(frame, mark, end);
        if (desk == null || !ServerFrame.isSuccess(frame, action, end)) {
          refusals.add(
              new String(frame, start, Math.min(end - start, 500), StandardCharsets.UTF_8));
        } else {
          responded(desk, MessageFrame.messageAt(frame, mark));
        }
      }
    }

    @Override
    public final void closed(RtmConnection from, String reason) {
      refusals.add(reason);
    }

    /// Somebody has a chat now.
    void chatCame(RtmConnection connection, byte[] push, int start, int end) {}

    private static boolean isResponse(byte[] frame, int action, int end) {
      var nearby = Math.min(end, action + 80);
      return action >= 0 && ServerFrame.isResponse(frame, action, nearby);
    }
  }

  /// An agent's connection.
  private final class AgentSide extends Side {
    private final byte[] quotedId;

    AgentSide(byte[] quotedId) {
      this.quotedId = quotedId;
    }

    @Override
    void chatCame(RtmConnection connection, byte[] push, int start, int end) {
      // Agents are told of others' chats, too.
      if (JsonScan.indexOf(quotedId, push, start, end) < 0) {
        return;
      }
      var chat = IncomingChat.read(java.util.Arrays.copyOfRange(push, start, end));
      var number = deskOfChat.applyAsInt(chat.chatId());
      var id = new String(quotedId, 1, quotedId.length - 2, StandardCharsets.UTF_8);
      if (number < 0 || !chat.userIds().contains(id)) {
        return;
      }
      var desk = desks.get(number);
      desk.assign(connection);
      if (desk.doing() == Operation.START) {
        advance(desk, Desk.ARRIVAL);
      }
    }
  }
}
