package io.parley.gateway.sockjs;

import io.parley.gateway.rtm.RtmConnection;
import io.parley.gateway.rtm.RtmLoop;
import io.parley.gateway.rtm.Wire;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A client that fetches its frames by polls, or by a stream. Between two polls frames wait; a
/// client that does not come back is gone. Lives on the event loop of its connection.
final class PollingWire implements Wire {
  private static final long SECOND = 1_000;
  private static final int HEARTBEAT_SECONDS = 25;
  private static final int AWAY_SECONDS = 5;
  private static final int ALREADY_OPEN = 2010;
  private static final int TOO_BIG = 1009;

  private final RtmLoop loop;
  private final Vertx vertx;
  private final List<String> waiting = new ArrayList<>();
  private final List<Runnable> onSent = new ArrayList<>();
  private Runnable forget = () -> {};
  private long timer;
  private @Nullable RtmConnection connection;
  private @Nullable Poll poll;
  private @Nullable String closing;
  private boolean opened;
  private int secondsInState;

  /// @param loop where the session lives
  PollingWire(RtmLoop loop, Vertx vertx) {
    this.loop = loop;
    this.vertx = vertx;
  }

  /// Begins, on the event loop of the session.
  ///
  /// @param forgetting removes the session from where it is found
  void open(Runnable forgetting, Function<Wire, RtmConnection> door) {
    forget = forgetting;
    timer = vertx.setPeriodic(SECOND, _ -> tick());
    connection = door.apply(this);
  }

  /// Has something done on the event loop of the session. For any thread.
  void execute(Runnable task) {
    loop.execute(task);
  }

  /// The client asks for frames.
  void poll(Poll next) {
    if (connection != null) {
      connection.heard();
    }
    if (closing != null) {
      next.last(closing);
      end();
    } else if (poll != null) {
      next.last(SockJsFraming.close(ALREADY_OPEN, "Another connection still open"));
    } else {
      take(next);
      if (!opened) {
        opened = true;
        answer(SockJsFraming.OPEN);
      }
      deliver();
    }
  }

  private void take(Poll next) {
    poll = next;
    secondsInState = 0;
  }

  /// The client broke a poll off.
  void gone(Poll broken) {
    if (poll == broken) {
      end();
    }
  }

  /// The client sent messages.
  void received(List<String> messages, int maxChars) {
    RtmConnection listener = connection;
    if (listener == null) {
      return;
    }
    for (String message : messages) {
      if (message.length() > maxChars) {
        listener.violated(TOO_BIG, "the message is too big");
      } else {
        listener.text(message);
      }
    }
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    waiting.addAll(frames);
    onSent.add(sent);
    deliver();
  }

  private void deliver() {
    if (poll == null || waiting.isEmpty()) {
      return;
    }
    answer(SockJsFraming.messages(waiting));
    waiting.clear();
    var done = List.copyOf(onSent);
    onSent.clear();
    done.forEach(Runnable::run);
  }

  private void answer(String frame) {
    if (poll != null && !poll.frame(frame)) {
      poll = null;
      secondsInState = 0;
    }
  }

  /// Polls are signs of life, and come by themselves.
  @Override
  public void ping() {}

  @Override
  public void close(int code, String reason) {
    closing = SockJsFraming.close(code, reason);
    if (poll != null) {
      poll.last(closing);
      end();
    }
  }

  @Override
  public void cut() {
    end();
  }

  private void end() {
    vertx.cancelTimer(timer);
    forget.run();
    poll = null;
    if (connection != null) {
      connection.closed();
    }
  }

  private void tick() {
    secondsInState++;
    if (poll == null && secondsInState > AWAY_SECONDS) {
      end();
    } else if (poll != null && secondsInState >= HEARTBEAT_SECONDS) {
      secondsInState = 0;
      answer(SockJsFraming.HEARTBEAT);
    }
  }
}
