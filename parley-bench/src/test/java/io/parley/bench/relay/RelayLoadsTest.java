package io.parley.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.load.FanOut;
import io.parley.bench.load.FanOutOutcome;
import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.LoginStorm;
import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.Population;
import io.parley.bench.machine.ServerProcesses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RelayLoadsTest {
  private static final ServerProcesses NONE = new ServerProcesses(List.of());

  @Test
  void shouldChargeAStalledServerForEveryoneWhomItKeptWaiting() throws Exception {
    var people = new Population(1, 4);
    var plan =
        new PairChat.Plan(
            people,
            4,
            4,
            new Pace.Open(1_000),
            new PairChat.Length.Counted(2_000),
            Duration.ofSeconds(5));

    try (var relay = relay(people, new StallingLedger(500, Duration.ofMillis(500)));
        var loop = LoadLoop.open()) {
      var outcome = new PairChat(loop, relay.address(), plan, NONE).run();

      // A fifth of the messages was due during the stall and waited for 100 ms at least. Only 32 of
      // 2,000 could be on their way meanwhile: counted from when they were sent, 2 % would have
      // waited.
      assertThat(outcome.tally().isClean()).isTrue();
      assertThat(outcome.delivery().count()).isEqualTo(2_000);
      assertThat(outcome.delivery().p90()).isGreaterThan(100_000);
    }
  }

  @Test
  void shouldDeliverEveryMessageToEveryFollower() throws Exception {
    var outcome = fanOut(new NoLedger(), new Pace.Closed());

    assertThat(outcome.troubles().isNone()).isTrue();
    assertThat(outcome.messages()).isPositive();
    assertThat(outcome.last().count()).isPositive();
    assertThat(outcome.each().count()).isEqualTo(6 * outcome.last().count());
    assertThat(outcome.last().p50()).isGreaterThanOrEqualTo(outcome.each().p50());
  }

  @Test
  void shouldKeepAFixedRateToFollowers() throws Exception {
    var outcome = fanOut(new NoLedger(), new Pace.Open(200));

    assertThat(outcome.troubles().isNone()).isTrue();
    assertThat(outcome.rate()).isBetween(100.0, 300.0);
  }

  @Test
  void shouldNoticeWhatFollowersGetTwice() throws Exception {
    var twice =
        new LedgerOf(
            message -> {
              message.deliver();
              message.deliver();
            });

    assertThat(fanOut(twice, new Pace.Open(100)).troubles().disordered()).isPositive();
  }

  @Test
  void shouldLogEverybodyInAtOnce() throws Exception {
    var people = new Population(2, 4);
    try (var relay = relay(people, new NoLedger());
        var loop = LoadLoop.open()) {
      var plan = new LoginStorm.Plan(people, 60, 10, 16, Duration.ofSeconds(30));

      var outcome = new LoginStorm(loop, relay.address(), plan, NONE).run();

      assertThat(outcome.failed()).isZero();
      assertThat(outcome.agents()).isEqualTo(6);
      assertThat(outcome.login().count()).isEqualTo(60);
      assertThat(outcome.rate()).isPositive();
    }
  }

  private static FanOutOutcome fanOut(Ledger ledger, Pace pace) throws Exception {
    var people = new Population(1, 6);
    var plan =
        new FanOut.Plan(
            people,
            5,
            pace,
            4,
            Duration.ofMillis(100),
            Duration.ofMillis(400),
            Duration.ofSeconds(2));
    try (var relay = relay(people, ledger);
        var loop = LoadLoop.open()) {
      return new FanOut(loop, relay.address(), plan, NONE).run();
    }
  }

  private static RelayServer relay(Population people, Ledger ledger) {
    return RelayServer.start(new RelayConfig(0, 2, people), ledger, InstantSource.system());
  }

  private record LedgerOf(Consumer<RelayMessage> acceptance) implements Ledger {
    @Override
    public void accept(RelayMessage message) {
      acceptance.accept(message);
    }

    @Override
    public void close() {}
  }

  /// Delivers at once, but for one time, when it keeps everything back for a while.
  private static final class StallingLedger implements Ledger {
    private final int from;
    private final Duration stall;
    private final List<RelayMessage> keptBack = new ArrayList<>();
    private int taken;
    private boolean stalls;

    StallingLedger(int from, Duration stall) {
      this.from = from;
      this.stall = stall;
    }

    @Override
    public synchronized void accept(RelayMessage message) {
      taken++;
      if (taken == from) {
        stalls = true;
        CompletableFuture.delayedExecutor(stall.toMillis(), TimeUnit.MILLISECONDS)
            .execute(this::goOn);
      }
      if (stalls) {
        keptBack.add(message);
      } else {
        message.deliver();
      }
    }

    private synchronized void goOn() {
      stalls = false;
      keptBack.forEach(RelayMessage::deliver);
      keptBack.clear();
    }

    @Override
    public void close() {}
  }
}
