package io.parley.cluster;

import io.parley.core.Command;
import io.parley.core.license.LicenseId;
import io.parley.runtime.Cause;
import io.parley.runtime.LicenseHost;
import io.parley.runtime.Reply;
import io.parley.runtime.ReplyTo;
import java.util.ArrayDeque;
import java.util.Queue;

/// The way to one license from this node. While the license's entity runs here the door is open,
/// and commands go straight to the host; before a closed door they wait in order.
///
/// All methods may be called from any thread. None but [#shut] blocks.
final class Door {
  private static final int MOST_WAITING = 10_000;

  private final LicenseId licenseId;
  private final LicenseHost host;
  private final Runnable call;
  private final Queue<Waiter> waiters = new ArrayDeque<>();
  private State state = State.UNKNOWN;
  private long calls;

  private record Waiter(Command command, Cause cause, ReplyTo replyTo) {}

  private enum State {
    /// Nobody has asked for the license yet.
    UNKNOWN,
    /// The entity was called and has not started yet.
    CALLED,
    /// The entity runs here.
    OPEN
  }

  /// Makes a closed door.
  ///
  /// @param call calls the entity
  Door(LicenseId licenseId, LicenseHost host, Runnable call) {
    this.licenseId = licenseId;
    this.host = host;
    this.call = call;
  }

  synchronized void submit(Command command, Cause cause, ReplyTo replyTo) {
    if (state == State.OPEN) {
      host.submit(licenseId, command, cause, replyTo);
    } else if (waiters.size() < MOST_WAITING) {
      waiters.add(new Waiter(command, cause, replyTo));
      callOnce();
    } else {
      replyTo.reply(new Reply.Failed());
    }
  }

  synchronized void wake() {
    if (state == State.OPEN) {
      host.wake(licenseId);
    } else {
      callOnce();
    }
  }

  /// The entity runs here now.
  synchronized void open() {
    if (state == State.OPEN) {
      return;
    }
    state = State.OPEN;
    host.wake(licenseId);
    for (Waiter waiter : waiters) {
      host.submit(licenseId, waiter.command(), waiter.cause(), waiter.replyTo());
    }
    waiters.clear();
  }

  /// The entity goes: ends the writer. Blocks until what it was given is committed.
  void shut() {
    synchronized (this) {
      state = State.UNKNOWN;
    }
    host.stop(licenseId);
  }

  /// Names the call that is being waited for, for [#giveUp].
  synchronized long currentCall() {
    return calls;
  }

  /// Nobody has come in time: answers everyone who waits with an error, unless the door has been
  /// opened or the entity been called again since.
  void giveUp(long awaitedCall) {
    Queue<Waiter> givenUp;
    synchronized (this) {
      if (state != State.CALLED || calls != awaitedCall) {
        return;
      }
      state = State.UNKNOWN;
      givenUp = new ArrayDeque<>(waiters);
      waiters.clear();
    }
    givenUp.forEach(waiter -> waiter.replyTo().reply(new Reply.Failed()));
  }

  private void callOnce() {
    if (state == State.UNKNOWN) {
      state = State.CALLED;
      calls++;
      call.run();
    }
  }
}
