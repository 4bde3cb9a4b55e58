package io.parley.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.bench.load.LoadLoop;
import io.parley.bench.load.Outcome;
import io.parley.bench.load.Pace;
import io.parley.bench.load.PairChat;
import io.parley.bench.load.PairChat.Length;
import io.parley.bench.load.Population;
import io.parley.bench.load.ServerRefusal;
import io.parley.bench.machine.ServerProcesses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RelayPairChatTest {
  private static final Population PEOPLE = new Population(2, 6);

  @Test
  void shouldAnswerAndDeliverEveryMessageOfConversationsHeldInTurns() throws Exception {
    var outcome = pairChat(new NoLedger(), 6, 6, new Pace.Closed(), new Length.Counted(3_000));

    assertThat(outcome.tally().isClean()).isTrue();
    assertThat(outcome.tally().sent()).isEqualTo(3_000);
    assertThat(outcome.messages()).isEqualTo(3_000);
    assertThat(outcome.delivery().count()).isEqualTo(3_000);
    assertThat(outcome.response().count()).isEqualTo(3_000);
    assertThat(outcome.delivery().p50()).isPositive();
  }

  @Test
  void shouldAnswerAndDeliverEveryMessageOfAFixedRate() throws Exception {
    var outcome = pairChat(new NoLedger(), 6, 6, new Pace.Open(4_000), new Length.Counted(2_000));

    assertThat(outcome.tally().isClean()).isTrue();
    assertThat(outcome.delivery().count()).isEqualTo(2_000);
    assertThat(outcome.seconds()).isGreaterThanOrEqualTo(0.45);
  }

  @Test
  void shouldTellConversationsApartThatShareAnAgent() throws Exception {
    var outcome = pairChat(new NoLedger(), 9, 2, new Pace.Closed(), new Length.Counted(1_000));

    assertThat(outcome.tally().isClean()).isTrue();
    assertThat(outcome.tally().delivered()).isEqualTo(1_000);
  }

  @Test
  void shouldMeasureOnlyWhatWasSentAfterTheWarmUp() throws Exception {
    var length = new Length.Timed(Duration.ofMillis(200), Duration.ofMillis(300));

    var outcome = pairChat(new NoLedger(), 2, 2, new Pace.Closed(), length);

    assertThat(outcome.tally().isClean()).isTrue();
    assertThat(outcome.delivery().count()).isBetween(1L, outcome.tally().sent() - 1);
  }

  @Test
  void shouldNoticeMessagesThatAreLost() throws Exception {
    var taken = new AtomicInteger();
    var lossy =
        new LedgerOf(
            message -> {
              if (taken.incrementAndGet() != 50) {
                message.deliver();
              }
            });

    var outcome = impatientPairChat(lossy, new Length.Counted(200));

    assertThat(outcome.tally().lost()).isEqualTo(1);
    assertThat(outcome.tally().disordered()).isPositive();
  }

  @Test
  void shouldNoticeMessagesThatComeTwice() throws Exception {
    var twice =
        new LedgerOf(
            message -> {
              message.deliver();
              message.deliver();
            });

    var outcome = impatientPairChat(twice, new Length.Counted(100));

    assertThat(outcome.tally().disordered()).isPositive();
    assertThat(outcome.tally().isClean()).isFalse();
  }

  @Test
  void shouldSayWhyWhenNoConversationCanBegin() {
    assertThatThrownBy(
            () -> pairChat(new NoLedger(), 2, 1, new Pace.Closed(), new Length.Counted(1)))
        .isInstanceOf(ServerRefusal.class)
        .hasMessageContaining("start_chat was refused");
  }

  private record LedgerOf(Consumer<RelayMessage> acceptance) implements Ledger {
    @Override
    public void accept(RelayMessage message) {
      acceptance.accept(message);
    }

    @Override
    public void close() {}
  }

  private static Outcome pairChat(
      Ledger ledger, int conversations, int agents, Pace pace, Length length) throws Exception {
    return run(
        ledger,
        new PairChat.Plan(PEOPLE, conversations, agents, pace, length, Duration.ofSeconds(5)));
  }

  private static Outcome impatientPairChat(Ledger ledger, Length length) throws Exception {
    var patience = Duration.ofMillis(500);
    return run(ledger, new PairChat.Plan(PEOPLE, 1, 1, new Pace.Open(2_000), length, patience));
  }

  private static Outcome run(Ledger ledger, PairChat.Plan plan) throws Exception {
    var config = new RelayConfig(0, 2, PEOPLE);
    try (var relay = RelayServer.start(config, ledger, InstantSource.system());
        var loop = LoadLoop.open()) {
      var processes = new ServerProcesses(List.of());
      return new PairChat(loop, relay.address(), plan, processes).run();
    }
  }
}
