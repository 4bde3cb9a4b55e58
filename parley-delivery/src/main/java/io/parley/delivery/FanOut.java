package io.parley.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.chat.ChatChange;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.protocol.push.EncodedPush;
import io.parley.protocol.session.Session;
import io.parley.runtime.Cause;
import io.parley.runtime.Committed;
import io.parley.runtime.Delivery;
import io.parley.runtime.Outcome;
import io.parley.runtime.OutcomeBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells callers and audiences of this node what was committed, on a thread of its own.
///
/// A fault in one reply or push is logged and counted; it stops neither the others nor the thread.
public final class FanOut implements Delivery, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FanOut.class);
  private static final int AT_ONCE = 1_000;
  private static final Duration END = Duration.ofSeconds(5);

  private final Sessions sessions;
  private final ViewListener views;
  private final ChangeRenderer renderer;
  private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
  private final DeliveryMeters meters;
  private final Thread thread;

  private sealed interface Parcel {
    record Batch(OutcomeBatch batch, long arrivedNanos) implements Parcel {}

    record Reset(LicenseId licenseId) implements Parcel {}

    record End() implements Parcel {}
  }

  /// Starts the delivery thread.
  public FanOut(
      Sessions sessions, ViewListener views, ChangeRenderer renderer, MeterRegistry registry) {
    this.sessions = sessions;
    this.views = views;
    this.renderer = renderer;
    this.meters = new DeliveryMeters(registry, queue);
    this.thread = Thread.ofPlatform().daemon().name("delivery").start(this::run);
  }

  @Override
  public void deliver(OutcomeBatch batch) {
    queue.add(new Parcel.Batch(batch, meters.nanoTime()));
  }

  @Override
  public void reset(LicenseId licenseId) {
    queue.add(new Parcel.Reset(licenseId));
  }

  /// Delivers what was handed over before, and ends.
  @Override
  public void close() {
    queue.add(new Parcel.End());
    try {
      thread.join(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var taken = new ArrayList<Parcel>();
    boolean running = true;
    try {
      while (running) {
        taken.add(queue.take());
        queue.drainTo(taken, AT_ONCE);
        for (Parcel parcel : taken) {
          running &= guarded(parcel);
        }
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean guarded(Parcel parcel) {
    try {
      return handle(parcel);
    } catch (RuntimeException | StackOverflowError e) {
      log.error("The delivery failed", e);
      return true;
    }
  }

  private boolean handle(Parcel parcel) {
    return switch (parcel) {
      case Parcel.Batch(OutcomeBatch batch, long arrivedNanos) -> {
        deliver(batch, arrivedNanos);
        yield true;
      }
      case Parcel.Reset(LicenseId licenseId) -> {
        sessions.all(licenseId).forEach(session -> session.disconnect("internal_error"));
        yield true;
      }
      case Parcel.End() -> false;
    };
  }

  private void deliver(OutcomeBatch batch, long arrivedNanos) {
    views.seen(batch.view());
    for (Outcome outcome : batch.outcomes()) {
      try {
        outcome.replyTo().reply(outcome.reply());
      } catch (RuntimeException e) {
        log.error("License {}: a reply failed", batch.licenseId(), e);
      }
      for (Committed committed : outcome.changes()) {
        push(batch, outcome.cause(), committed, arrivedNanos);
        endSessions(batch.licenseId(), committed.change());
      }
    }
  }

  /// Closes the connections of who may not be connected any more.
  private void endSessions(LicenseId licenseId, Change change) {
    switch (change) {
      case CustomerBanned banned ->
          end(sessions.of(licenseId, banned.customerId()), "customer_banned");
      case AgentDeleted deleted ->
          end(sessions.of(licenseId, deleted.agentId()), "access_token_revoked");
      case AgentConfigured(Agent agent, _) when !agent.standing().works() ->
          end(sessions.of(licenseId, agent.id()), "agent_disconnected_by_server");
      default -> {}
    }
  }

  private static void end(List<Session> ended, String reason) {
    ended.forEach(session -> session.disconnect(reason));
  }

  private void push(OutcomeBatch batch, Cause cause, Committed committed, long arrivedNanos) {
    if (committed.audience().isEmpty()) {
      return;
    }
    try {
      int receivers = push(batch.licenseId(), batch.view(), cause, committed);
      meters.pushed(receivers, arrivedNanos);
    } catch (RuntimeException e) {
      meters.failed();
      log.error(
          "License {}: {} can't be pushed",
          batch.licenseId(),
          committed.change().getClass().getSimpleName(),
          e);
    }
  }

  private int push(LicenseId licenseId, LicenseView view, Cause cause, Committed committed) {
    Audience audience = committed.audience();
    var rendering = new Rendering(renderer, committed.change(), view);
    int receivers = 0;
    for (AgentId agentId : audience.members()) {
      receivers += toAgent(sessions.of(licenseId, agentId), rendering, cause, Reach.MY);
    }
    Reach needed = committed.change() instanceof ChatChange ? Reach.ACCESS : Reach.MY;
    for (AgentId agentId : witnesses(licenseId, audience)) {
      receivers += toAgent(sessions.of(licenseId, agentId), rendering, cause, needed);
    }
    for (CustomerId customerId : audience.customers()) {
      for (Session session : sessions.of(licenseId, customerId)) {
        send(session, rendering.forCustomers(session.version()), cause);
        receivers++;
      }
    }
    return receivers;
  }

  private Iterable<AgentId> witnesses(LicenseId licenseId, Audience audience) {
    if (!audience.allAgents()) {
      return audience.witnesses();
    }
    if (audience.members().isEmpty()) {
      return sessions.agents(licenseId);
    }
    Set<AgentId> everyone = new HashSet<>(sessions.agents(licenseId));
    audience.members().forEach(everyone::remove);
    return everyone;
  }

  private static int toAgent(
      List<Session> agentSessions, Rendering rendering, Cause cause, Reach needed) {
    int receivers = 0;
    for (Session session : agentSessions) {
      if (session.reach().atLeast(needed)) {
        send(session, rendering.forAgents(session.version()), cause);
        receivers++;
      }
    }
    return receivers;
  }

  private static void send(Session session, List<EncodedPush> pushes, Cause cause) {
    String requestId =
        session.connectionId().equals(cause.connectionId()) ? cause.requestId() : null;
    for (EncodedPush push : pushes) {
      session.push(push, requestId);
    }
  }
}
