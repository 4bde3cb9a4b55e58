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
  private static final JsonScan.Key ACTION = JsonScan.Key.of("action");
  private static final JsonScan.Key REQUEST_ID = JsonScan.Key.of("request_id");
  private static final JsonScan.Key SUCCESS = JsonScan.Key.of("success");
  private static final JsonScan.Key TEXT = JsonScan.Key.of("text");
  private static final byte[] INCOMING_EVENT = bytes("incoming_event\"");
  private static final byte[] INCOMING_CHAT = bytes("incoming_chat_thread\"");
  private static final byte[] RESPONSE = bytes("\"type\":\"response\"");
  private static final byte[] TRUE = bytes("true");

  private final LoadLoop loop;
  private final List<Desk> desks;
  private final ToIntFunction<String> deskOfChat;
  private final Pace pace;
  private final SplittableRandom random;
  private final Map<Operation, Histogram> latencies = new EnumMap<>(Operation.class);
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private boolean beginning = true;
  private long measuredFrom = Long.MAX_VALUE;
  private long measuredTo = Long.MAX_VALUE;
  private long begun;
  private long ended;
  private long messagesSent;
  private long echoed;
  private long refused;
  private long strays;
  private long disordered;
  private String firstRefusal = "";
  private long paceStart;
  private long planned;

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
    paceStart = System.nanoTime();
    switch (pace) {
      case Pace.Closed() -> desks.forEach(desk -> next(desk, System.nanoTime()));
      case Pace.Open(var operationsPerSecond) -> keepPace(1e9 / operationsPerSecond);
    }
  }

  @Override
  public long startMeasuring() {
    measuredFrom = System.nanoTime();
    return ended;
  }

  @Override
  public long stop() {
    measuredTo = System.nanoTime();
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
    return List.of(ended, echoed, refused);
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
    return new Troubles(Math.max(0, lost), refused, strays, disordered, firstRefusal);
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

  private void keepPace(double intervalNanos) {
    var now = System.nanoTime();
    var due = dueAt(intervalNanos);
    while (beginning && due <= now) {
      var desk = desks.get((int) (planned % desks.size()));
      if (desk.doing() == null) {
        next(desk, due);
      } else {
        desk.heldBack().add(due);
      }
      planned++;
      due = dueAt(intervalNanos);
    }
    if (beginning) {
      loop.schedule(() -> keepPace(intervalNanos), Math.max(1, due - System.nanoTime()));
    }
  }

  private long dueAt(double intervalNanos) {
    return paceStart + (long) (planned * intervalNanos);
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
    var started = desk.startedNanos();
    if (started >= measuredFrom && started < measuredTo) {
      var nanos = latencies.get(done);
      if (nanos != null) {
        Histograms.record(nanos, System.nanoTime() - started);
      }
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

  private void refuse(String answer) {
    if (firstRefusal.isEmpty()) {
      firstRefusal = answer;
    }
    refused++;
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
      var action = JsonScan.valueOf(ACTION, frame, start, end);
      if (JsonScan.standsAt(INCOMING_EVENT, frame, action, end)) {
        var mark = JsonScan.valueOf(TEXT, frame, action, end);
        var desk = deskAt(frame, mark, end);
        if (desk != null) {
          pushed(from, desk, MessageFrame.messageAt(frame, mark));
        }
      } else if (JsonScan.standsAt(INCOMING_CHAT, frame, action, end)) {
        chatCame(from, frame, start, end);
      } else if (isResponse(frame, action, end)) {
        var mark = JsonScan.valueOf(REQUEST_ID, frame, start, end);
        var desk = deskAt(frame, mark, end);
        var success = JsonScan.valueOf(SUCCESS, frame, action, end);
        if (desk == null || !JsonScan.standsAt(TRUE, frame, success, end)) {
          refuse(new String(frame, start, Math.min(end - start, 500), StandardCharsets.UTF_8));
        } else {
          responded(desk, MessageFrame.messageAt(frame, mark));
        }
      }
    }

    @Override
    public final void closed(RtmConnection from, String reason) {
      refuse(reason);
    }

    /// Somebody has a chat now.
    void chatCame(RtmConnection connection, byte[] push, int start, int end) {}

    private static boolean isResponse(byte[] frame, int action, int end) {
      var nearby = Math.min(end, action + 80);
      return action >= 0 && JsonScan.indexOf(RESPONSE, frame, action, nearby) >= 0;
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
