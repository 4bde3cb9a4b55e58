package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.DroppedWebhooks;
import io.parley.store.outbox.Outbox;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is sent when, in which order, and how often.
class DispatcherTest extends DispatcherStage {
  @Test
  void shouldSendOneAfterAnotherWithinASubject() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    assertThat(wire.sent).containsExactly(1L);

    takes(1);

    assertThat(wire.sent).containsExactly(1L, 2L);
    assertThat(wire.delivered).containsExactly(1L);
    assertThat(dispatcher.pending()).isEqualTo(1);
  }

  @Test
  void shouldSendWhatIsAboutOthersAtTheSameTime() {
    commits(entry(1, "chat A"), entry(2, "chat B"));

    assertThat(wire.sent).containsExactly(1L, 2L);
  }

  @Test
  void shouldGiveAReceiverOnlySoMuchAtATime() {
    commits(entry(1, "chat A"), entry(2, "chat B"), entry(3, "chat C"));
    commits(entry(OTHER, "http://a.example/hook", 4, "chat D"));
    commits(entry(ACME, "http://b.example/hook", 5, "chat E"));
    assertThat(wire.sent).containsExactly(1L, 2L, 4L, 5L);

    takes(2);

    assertThat(wire.sent).containsExactly(1L, 2L, 4L, 5L, 3L);
  }

  @Test
  void shouldTryAgainLaterAndKeepTheOrder() {
    commits(entry(1, "chat A"), entry(2, "chat A"), entry(3, "chat B"));
    refuses(1);
    takes(3);
    assertThat(wire.failed).hasSize(1);
    assertThat(wire.failed.getFirst().parked()).isFalse();
    assertThat(wire.failed.getFirst().tries().count()).isEqualTo(1);
    assertThat(wire.sent).containsExactly(1L, 3L);

    passes(Duration.ofMillis(700));
    assertThat(wire.sent).containsExactly(1L, 3L);
    passes(Duration.ofMillis(600));
    assertThat(wire.sent).containsExactly(1L, 3L, 1L);
    takes(1);

    assertThat(wire.sent).containsExactly(1L, 3L, 1L, 2L);
  }

  @Test
  void shouldParkWhatFailsTooOftenAndGoOn() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    for (int tries = 1; tries < 4; tries++) {
      refuses(1);
      passes(Duration.between(now, dispatcher.nextDue().orElseThrow()));
    }
    refuses(1);

    assertThat(wire.failed.getLast().parked()).isTrue();
    assertThat(wire.failed.getLast().tries().count()).isEqualTo(4);
    assertThat(wire.sent.getLast()).isEqualTo(2);
    assertThat(dispatcher.pending()).isEqualTo(1);
  }

  @Test
  void shouldNotGiveWhatFollowsAWholeWindowOfItsOwn() {
    commits(entry(1, "chat A"), entry(2, "chat A"));
    refuses(1);
    passes(Duration.ofHours(2));
    refuses(1);
    assertThat(wire.failed.getLast().parked()).isTrue();

    refuses(2);

    assertThat(wire.failed.getLast().key().seq()).isEqualTo(2);
    assertThat(wire.failed.getLast().parked()).isTrue();
  }

  @Test
  void shouldTryWhateverWaitsWhenTheReceiverIsBack() {
    commits(entry(1, "chat A"), entry(2, "chat B"));
    refuses(1);
    refuses(2);
    passes(Duration.ofSeconds(2));
    refuses(1);
    refuses(2);
    commits(entry(3, "chat C"));
    int before = wire.sent.size();

    takes(3);

    assertThat(wire.sent.subList(before, wire.sent.size())).containsExactlyInAnyOrder(1L, 2L);
    int failures = wire.failed.size();
    refuses(1);
    assertThat(wire.failed).as("a try before its time does not count").hasSize(failures);
    takes(2);
    assertThat(wire.delivered).containsExactly(3L, 2L);
  }

  @Test
  void shouldWaitAsLongAsAnEarlierRunHasDecided() {
    var waiting = entry(1, "chat A").with(new Tries(2, now.plusSeconds(60), now.minusSeconds(60)));
    dispatcher.found(List.of(new Outbox.Waiting(ACME, HOOK, "http://a.example/hook", 1, 1)));
    dispatcher.wasRead(new WebhookKey(ACME, HOOK), List.of(waiting), true, 1);
    assertThat(wire.sent).isEmpty();

    passes(Duration.ofSeconds(61));

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void shouldForgetWhatAWebhookThatIsNoMoreHasToSend() {
    commits(entry(1, "chat A"), entry(2, "chat A"), entry(3, "chat B"), entry(4, "chat C"));
    dispatcher.dropped(List.of(new DroppedWebhooks.One(ACME, HOOK)));
    takes(1);
    refuses(3);

    assertThat(wire.sent).containsExactly(1L, 3L);
    assertThat(wire.delivered).isEmpty();
    assertThat(wire.failed).isEmpty();
    assertThat(dispatcher.pending()).isZero();
    assertThat(dispatcher.oldest()).isEmpty();
  }

  @Test
  void shouldKnowTheWebhooksOfABotByTheirNames() {
    var ofBot = new DroppedWebhooks.OfBot(ACME, new AgentId("5c98"));

    assertThat(ofBot.include(ACME, new WebhookId("5c98-1"))).isTrue();
    assertThat(ofBot.include(OTHER, new WebhookId("5c98-1"))).isFalse();
    assertThat(ofBot.include(ACME, new WebhookId("5c987-1"))).isFalse();
  }

  @Test
  void shouldSendAgainWhatAnOperatorReturns() {
    dispatcher.returned(List.of(entry(1, "chat A")));

    assertThat(wire.sent).containsExactly(1L);
    takes(1);
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldSendNothingMoreWhenItIsStopped() {
    commits(entry(1, "chat A"), entry(2, "chat A"));

    dispatcher.stop();
    takes(1);

    assertThat(wire.sent).containsExactly(1L);
    assertThat(wire.delivered).containsExactly(1L);
    assertThat(dispatcher.inFlight()).isZero();
  }

  @Test
  void shouldKnowSinceWhenTheOldestWaits() {
    Instant first = now;
    commits(entry(1, "chat A"));
    passes(Duration.ofSeconds(5));
    commits(entry(2, "chat B"));

    assertThat(dispatcher.oldest()).contains(first);
    takes(1);
    assertThat(dispatcher.oldest()).contains(first.plusSeconds(5));
  }
}
