package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.store.outbox.DroppedWebhooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How deliveries make way for others while the processors are full.
class DispatcherPaceTest extends DispatcherStage {
  @Test
  void shouldHoldBackWhileOthersNeedTheProcessors() {
    dispatcher.resume();
    isBusy(0.95, 0.5);
    commitsEach(ACME, 0, 100);

    answersAll();
    assertThat(wire.delivered).hasSize(10);
    assertThat(dispatcher.nextDue()).contains(now.plusMillis(50));

    now = now.plusMillis(50);
    dispatcher.resume();
    answersAll();
    assertThat(wire.delivered).hasSize(20);

    isBusy(0.8, 0.5);
    answersAll();
    assertThat(wire.delivered).hasSize(30);

    isBusy(0.7, 0.5);
    answersAll();
    assertThat(wire.delivered).hasSize(100);
    assertThat(dispatcher.nextDue()).isEmpty();
  }

  @Test
  void shouldHoldBackNothingWhenTheProcessorsAreBusyWithWebhooks() {
    dispatcher.resume();
    isBusy(1, 0.2);
    commitsEach(ACME, 0, 100);

    answersAll();

    assertThat(wire.delivered).hasSize(100);
  }

  @Test
  void shouldServeReceiversInTurnWhileItHoldsBack() {
    dispatcher.resume();
    isBusy(1, 1);
    commitsEach(ACME, 0, 100);
    commitsEach(OTHER, 100, 200);

    for (int slice = 0; slice < 2; slice++) {
      answersAll();
      now = now.plusMillis(50);
      dispatcher.resume();
    }
    answersAll();

    assertThat(wire.delivered).hasSize(30);
    assertThat(wire.delivered.stream().filter(seq -> seq >= 100)).hasSizeBetween(8, 20);
  }

  @Test
  void shouldForgetWhatItHeldBackOfAWebhookThatIsNoMore() {
    dispatcher.resume();
    isBusy(1, 1);
    commitsEach(ACME, 0, 100);
    answersAll();

    dispatcher.dropped(List.of(new DroppedWebhooks.One(ACME, HOOK)));
    isBusy(0, 0);

    assertThat(wire.sent).hasSize(10);
    assertThat(dispatcher.nextDue()).isEmpty();
  }
}
