package io.parley.bench.load;

import io.parley.bench.machine.ServerProcesses;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/// Many people who come back at once, as after a restart: each connects and logs in as soon as one
/// of those before has got in, and stays.
///
/// Their tokens were made before; that is not part of the storm.
public final class LoginStorm {
  private static final byte[] LOGIN = bytes("login\"");

  /// What a storm is.
  ///
  /// @param population whom the server knows; its agents log in several times when there are not
  /// enough of them
  /// @param connections how many people come
  /// @param oneAgentIn every how manieth of them is an agent; the others are customers, each a new
  /// one
  /// @param atOnce how many are on their way in at once
  /// @param patience how long all of it may take
  public record Plan(
      Population population, int connections, int oneAgentIn, int atOnce, Duration patience) {}

  private enum State {
    COMING,
    IN,
    GONE
  }

  private record Ticket(String path, String token) {}

  private final LoadLoop loop;
  private final URI server;
  private final Plan plan;
  private final FrontDoor door;
  private final ServerProcesses processes;
  private final List<Ticket> tickets = new ArrayList<>();
  private final Histogram connectingNanos = Histograms.ofLatencies();
  private final Histogram loginNanos = Histograms.ofLatencies();
  private final Refusals refusals = new Refusals();
  private final CompletableFuture<Long> over = new CompletableFuture<>();
  private int begun;
  private int ended;
  private long pushes;

  /// A storm over a server.
  ///
  /// @param processes whose processor time is measured
  public LoginStorm(LoadLoop loop, URI server, Plan plan, ServerProcesses processes) {
    this.loop = loop;
    this.server = server;
    this.plan = plan;
    this.door = new FrontDoor(loop, server, plan.population);
    this.processes = processes;
  }

  /// Gets everyone a token, then lets the storm loose and waits until the last one is in.
  ///
  /// @throws ServerRefusal when that takes longer than the plan has patience for
  public StormOutcome run() throws InterruptedException {
    tickets.addAll(Crowd.each(plan.connections, this::ticket));
    var cpuBefore = processes.cpu();
    var begin = System.nanoTime();
    loop.execute(
        () -> {
          for (var i = 0; i < plan.atOnce; i++) {
            next();
          }
        });
    var seconds = (awaitEnd() - begin) / 1e9;
    var cpu = processes.cpu().since(cpuBefore);
    var memory = processes.memory();
    return new StormOutcome(
        plan.connections,
        (plan.connections + plan.oneAgentIn - 1) / plan.oneAgentIn,
        seconds,
        Latency.of(connectingNanos),
        Latency.of(loginNanos),
        pushes,
        refusals.count(),
        refusals.first(),
        cpu,
        memory);
  }

  private long awaitEnd() throws InterruptedException {
    try {
      return over.get(plan.patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ServerRefusal("login", "not all were in after " + plan.patience);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ticket ticket(int number) {
    if (number % plan.oneAgentIn == 0) {
      var agent = number / plan.oneAgentIn % plan.population.agents();
      return new Ticket(FrontDoor.AGENT_PATH, plan.population.agentToken(agent));
    }
    var license = plan.population.licenseOf(number);
    return new Ticket(
        FrontDoor.CUSTOMER_PATH + plan.population.licenseId(license), door.customerToken(license));
  }

  private void next() {
    if (begun == tickets.size()) {
      return;
    }
    var ticket = tickets.get(begun++);
    var guest = new Guest(System.nanoTime());
    var connection = loop.connect(server, ticket.path, guest);
    var _ =
        connection
            .opened()
            .handle(
                (open, failure) -> {
                  if (open == null) {
                    guest.fail(String.valueOf(failure));
                  } else {
                    guest.logIn(open, ticket.token);
                  }
                  return open;
                });
  }

  private void oneMoreEnded() {
    ended++;
    if (ended == tickets.size()) {
      over.complete(System.nanoTime());
    } else {
      next();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// One who comes in, or does not. Everything happens on the loop's thread.
  private final class Guest implements RtmConnection.Listener {
    private final long begunNanos;
    private State state = State.COMING;

    Guest(long begunNanos) {
      this.begunNanos = begunNanos;
    }

    void logIn(RtmConnection connection, String token) {
      Histograms.record(connectingNanos, System.nanoTime() - begunNanos);
      var request =
          bytes(
              "{\"request_id\":\"l\",\"action\":\"login\",\"payload\":{\"token\":\"Bearer %s\"}}"
                  .formatted(token));
      connection.send(request, request.length);
    }

    void fail(String reason) {
      if (state == State.COMING) {
        state = State.GONE;
        refusals.add(reason);
        oneMoreEnded();
      }
    }

    @Override
    public void text(RtmConnection from, byte[] frame, int start, int end) {
      var action = ServerFrame.action(frame, start, end);
      if (state != State.COMING || !JsonScan.standsAt(LOGIN, frame, action, end)) {
        pushes++;
        return;
      }
      if (ServerFrame.isResponse(frame, start, end) && ServerFrame.isSuccess(frame, action, end)) {
        state = State.IN;
        Histograms.record(loginNanos, System.nanoTime() - begunNanos);
        oneMoreEnded();
      } else {
        fail(new String(frame, start, Math.min(end - start, 500), StandardCharsets.UTF_8));
      }
    }

    @Override
    public void closed(RtmConnection from, String reason) {
      if (state == State.IN && !over.isDone()) {
        state = State.GONE;
        refusals.add(reason);
      } else {
        fail(reason);
      }
    }
  }
}
