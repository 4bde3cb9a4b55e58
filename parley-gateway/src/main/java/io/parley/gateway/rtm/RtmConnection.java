package io.parley.gateway.rtm;

import io.parley.core.ErrorType;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.user.AgentId;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Request;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.Payload;
import io.parley.protocol.Transport;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.frame.RequestFrame;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.runtime.Cause;
import io.parley.runtime.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One RTM connection, from its opening until the wire is gone. [RtmState] says where it stands.
/// Every method is called on the connection's event loop.
public final class RtmConnection {
  private static final int NORMAL_CLOSURE = 1000;
  private static final int POLICY_VIOLATION = 1008;
  private static final int MAX_FRAMES_IN_TICK = 10_000;

  private final RtmLoop loop;
  private final Wire wire;
  private final Peer peer;
  private final RtmServices services;
  private final String id;
  private final Outgoing outgoing;
  private final List<PendingRequest> pending = new ArrayList<>(2);
  private final List<String> held = new ArrayList<>(0);
  private final long openedAt;
  private RtmState state = RtmState.AWAITING_LOGIN;
  private @Nullable RtmSession session;
  private boolean stranger = true;
  private boolean stopping;
  private boolean flushPlanned;
  private boolean closeSent;
  private int closeCode = NORMAL_CLOSURE;
  private String closeReason = "";
  private long heardAt;
  private int framesInTick;
  private long pingedAt;
  private long closingSince;

  /// Begins with nobody logged in; [#open] is to be called next.
  RtmConnection(RtmLoop loop, Wire wire, Peer peer, RtmServices services) {
    this.loop = loop;
    this.wire = wire;
    this.peer = peer;
    this.services = services;
    this.id = services.ids().nextUuid();
    this.outgoing =
        new Outgoing(services.config().maxQueuedFrames(), services.config().maxQueuedChars());
    this.openedAt = loop.now();
    this.heardAt = openedAt;
    this.pingedAt = openedAt;
  }

  String id() {
    return id;
  }

  Peer peer() {
    return peer;
  }

  // ------------------------------------------------------------------ what the wire says

  /// The wire can be used from now on.
  void open() {
    services.meters().opened(peer.api());
    loop.add(this);
    if (!services.strangers().came(peer.address())) {
      disconnect(Disconnection.TOO_MANY_STRANGERS);
    } else if (peer.tenant() != null) {
      peer.tenant()
          .onSuccess(
              found -> {
                if (found.isEmpty()) {
                  loop.execute(() -> disconnect(Disconnection.LICENSE_NOT_FOUND));
                }
              });
    }
  }

  /// The client is alive. One that sends frames as fast as the wire carries them takes the loop
  /// from the others, whatever the frames are: it is closed.
  public void heard() {
    if (heardAt != loop.now()) {
      heardAt = loop.now();
      framesInTick = 0;
    }
    if (++framesInTick > MAX_FRAMES_IN_TICK) {
      violated(POLICY_VIOLATION, "too many frames");
    }
  }

  /// The client sent a text.
  public void text(String text) {
    heard();
    if (state == RtmState.CLOSING || state == RtmState.CLOSED) {
      return;
    }
    RequestFrame frame;
    try {
      frame = Frames.parse(text);
    } catch (InvalidRequest e) {
      RequestFrame readable = Frames.readable(text);
      send(ResponseFrames.error(readable.requestId(), readable.action(), Answered.failure(e)));
      return;
    }
    Optional<Method> method =
        services.methods().find(peer.version(), peer.api(), Transport.RTM, frame.action());
    if (method.isEmpty()) {
      refuse(frame, ErrorType.VALIDATION, "`action`: unknown action `" + frame.action() + "`");
    } else {
      receive(frame, method.get());
    }
  }

  /// The client sent what it must not: the connection ends.
  ///
  /// @param code as for WebSocket's close frames
  public void violated(int code, String reason) {
    if (state != RtmState.CLOSING && state != RtmState.CLOSED) {
      closeCode = code;
      closeReason = reason;
      closing();
    }
  }

  /// The wire is gone.
  public void closed() {
    if (state == RtmState.CLOSED) {
      return;
    }
    lose();
    state = RtmState.CLOSED;
    outgoing.clear();
    noStranger();
    pending.clear();
    held.clear();
    services.meters().closed(peer.api());
    loop.remove(this);
  }

  // ------------------------------------------------------------------ requests

  private void receive(RequestFrame frame, Method method) {
    if (method.handling() == Handling.OfConnection.PING) {
      send(Frames.response(frame.requestId(), frame.action(), Payload.EMPTY));
      return;
    }
    boolean login = method.handling() == Handling.OfConnection.LOGIN;
    if (login && state != RtmState.AWAITING_LOGIN) {
      refuse(frame, ErrorType.VALIDATION, "`action`: this connection is logged in, or about to be");
    } else if (!login && state != RtmState.OPEN) {
      refuse(frame, ErrorType.AUTHENTICATION, "Log in first");
    } else if (stopping) {
      refuse(frame, ErrorType.SERVICE_UNAVAILABLE, ErrorType.SERVICE_UNAVAILABLE.message());
    } else if (pending.size() >= services.config().maxPendingRequests()) {
      refuse(
          frame,
          ErrorType.PENDING_REQUESTS_LIMIT_REACHED,
          ErrorType.PENDING_REQUESTS_LIMIT_REACHED.message());
    } else {
      perform(frame, method);
    }
  }

  private void perform(RequestFrame frame, Method method) {
    var request =
        new PendingRequest(
            frame, method, loop.now() + loop.patience().request(), services.meters().nanoTime());
    pending.add(request);
    RtmSession loggedIn = session;
    if (method.handling() == Handling.OfConnection.LOGIN) {
      state = RtmState.LOGGING_IN;
      new Login(this, loop, services, request).start();
    } else if (loggedIn == null) {
      settle(request, Answered.failure(ErrorType.AUTHENTICATION));
    } else if (method.handling() == Handling.OfConnection.LOGOUT) {
      logOut(loggedIn, request);
    } else {
      services
          .calls()
          .make(
              new Request(
                  peer.version(),
                  method,
                  loggedIn.grant(),
                  frame.payload(),
                  frame.authorId(),
                  new Cause(id, frame.requestId())),
              answered -> loop.execute(() -> settle(request, answered)));
    }
  }

  private void logOut(RtmSession loggedIn, PendingRequest request) {
    if (!(loggedIn.grant().holder().id() instanceof AgentId agentId)) {
      settle(request, Answered.failure(ErrorType.VALIDATION, "Only agents log out"));
      return;
    }
    services
        .placement()
        .submit(
            loggedIn.grant().licenseId(),
            new LogOutAgent(agentId, id),
            new Cause(id, request.frame().requestId()),
            reply -> {
              if (reply instanceof Reply.Done) {
                loggedIn.leave();
              }
              loop.execute(() -> loggedOut(request, reply));
            });
  }

  private void loggedOut(PendingRequest request, Reply reply) {
    if (reply instanceof Reply.Done) {
      settle(request, new Answered.Success(Payload.EMPTY));
      closing();
    } else {
      settle(request, Answered.failure(reply));
    }
  }

  /// Answers a request, unless its time is over or the connection is closing.
  private void settle(PendingRequest request, Answered answered) {
    if (!pending.remove(request)) {
      return;
    }
    services.meters().answered(request.method(), answered.outcome(), request.sinceNanos());
    send(ResponseFrames.of(request.frame(), answered));
    if (stopping && pending.isEmpty()) {
      disconnect(Disconnection.stop(peer.api()));
    }
  }

  private void refuse(RequestFrame frame, ErrorType type, String message) {
    services.meters().refused(peer.api(), type);
    send(ResponseFrames.error(frame.requestId(), frame.action(), Answered.failure(type, message)));
  }

  // ------------------------------------------------------------------ login

  /// The login was refused; another may be tried while there is time.
  void loginFailed(PendingRequest request, Answered.Failure failure) {
    if (state == RtmState.LOGGING_IN && pending.contains(request)) {
      state = RtmState.AWAITING_LOGIN;
    }
    settle(request, failure);
  }

  /// The license has let the user in. False if that came too late and was undone.
  boolean entered(RtmSession entering, PendingRequest request) {
    if (state != RtmState.LOGGING_IN || !pending.contains(request)) {
      entering.lose();
      return false;
    }
    session = entering;
    entering.watchToken();
    noStranger();
    services.meters().loggedIn(peer.api());
    return true;
  }

  /// The login's answer is ready: first it, then the pushes that came meanwhile.
  void opened(RtmSession entered, PendingRequest request, Answered answered) {
    if (state != RtmState.LOGGING_IN || session != entered) {
      return;
    }
    boolean inTime = pending.contains(request);
    settle(request, answered);
    if (state != RtmState.LOGGING_IN) {
      return;
    }
    if (inTime && answered instanceof Answered.Success) {
      state = RtmState.OPEN;
      held.forEach(this::send);
    } else {
      disconnect(Disconnection.INTERNAL_ERROR);
    }
    held.clear();
  }

  // ------------------------------------------------------------------ what goes out

  /// Sends a push, or holds it back until the login is answered.
  void push(RtmSession from, String frame) {
    if (from != session) {
      return;
    }
    switch (state) {
      case OPEN -> send(frame);
      case LOGGING_IN -> {
        held.add(frame);
        if (held.size() > services.config().maxQueuedFrames()) {
          tooSlow();
        }
      }
      case AWAITING_LOGIN, CLOSING, CLOSED -> {}
    }
  }

  private void send(String frame) {
    if (state == RtmState.CLOSING || state == RtmState.CLOSED) {
      return;
    }
    if (outgoing.offer(frame)) {
      planFlush();
    } else {
      tooSlow();
    }
  }

  private void tooSlow() {
    services.meters().cutOff(peer.api());
    lose();
    state = RtmState.CLOSING;
    closeSent = true;
    outgoing.clear();
    wire.cut();
  }

  private void planFlush() {
    if (!flushPlanned) {
      flushPlanned = true;
      loop.flushLater(this);
    }
  }

  /// Puts what is queued on the wire.
  void flush() {
    flushPlanned = false;
    List<String> frames = outgoing.take();
    if (!frames.isEmpty()) {
      wire.send(frames, this::flushed);
    } else if (state == RtmState.CLOSING && outgoing.isIdle() && !closeSent) {
      closeSent = true;
      wire.close(closeCode, closeReason);
    }
  }

  private void flushed() {
    outgoing.flushed();
    if (!outgoing.isIdle() || state == RtmState.CLOSING) {
      planFlush();
    }
  }

  // ------------------------------------------------------------------ the end

  /// Tells the client why and closes, after everything that was sent before.
  void disconnect(Disconnection why) {
    if (state == RtmState.CLOSING || state == RtmState.CLOSED) {
      return;
    }
    send(why.frame(peer.api()));
    closing();
  }

  /// The server stops: what was asked is answered, then the client is told.
  void stop() {
    stopping = true;
    if (pending.isEmpty()) {
      disconnect(Disconnection.stop(peer.api()));
    }
  }

  private void closing() {
    if (state == RtmState.CLOSING || state == RtmState.CLOSED) {
      return;
    }
    lose();
    state = RtmState.CLOSING;
    closingSince = loop.now();
    planFlush();
  }

  private void lose() {
    RtmSession loggedIn = session;
    if (loggedIn != null) {
      session = null;
      services.meters().loggedOut(peer.api());
      loggedIn.lose();
    }
  }

  private void noStranger() {
    if (stranger) {
      stranger = false;
      services.strangers().left(peer.address());
    }
  }

  // ------------------------------------------------------------------ time

  /// Looks at everything that has a time-out.
  void tick() {
    Patience patience = loop.patience();
    long now = loop.now();
    switch (state) {
      case AWAITING_LOGIN, LOGGING_IN -> {
        if (now - openedAt > patience.login()) {
          disconnect(Disconnection.CONNECTION_TIMEOUT);
        }
      }
      case OPEN -> {
        if (now - heardAt > patience.silence()) {
          disconnect(Disconnection.CONNECTION_TIMEOUT);
        } else if (now - Math.max(heardAt, pingedAt) >= patience.ping()) {
          pingedAt = now;
          wire.ping();
        }
      }
      case CLOSING -> {
        if (now - closingSince > patience.close()) {
          wire.cut();
        }
      }
      case CLOSED -> {}
    }
    if (!pending.isEmpty()) {
      List.copyOf(pending).stream()
          .filter(request -> request.deadline() < now)
          .forEach(this::timedOut);
    }
  }

  private void timedOut(PendingRequest request) {
    boolean login = request.method().handling() == Handling.OfConnection.LOGIN;
    if (login && session == null && state == RtmState.LOGGING_IN) {
      state = RtmState.AWAITING_LOGIN;
    }
    settle(request, Answered.failure(ErrorType.REQUEST_TIMEOUT));
  }
}
