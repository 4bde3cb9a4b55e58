package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.webhook.WebhookId;
import io.parley.store.outbox.OutboxEntry;
import io.parley.store.outbox.OutboxEntry.Tries;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much of what waits is held in memory, and how the rest is read.
class DispatcherMemoryTest extends DispatcherStage {
  @Test
  void shouldReadWhatDoesNotFitIntoMemory() {
    OutboxEntry[] many =
        IntStream.rangeClosed(1, 15)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new);
    commits(many);
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }
    assertThat(wire.reads).containsExactly(11L);

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK),
        List.of(many[10], many[11], many[12], many[13], many[14]),
        true,
        15);
    for (long seq = 6; seq <= 15; seq++) {
      takes(seq);
    }

    assertThat(wire.delivered)
        .isEqualTo(IntStream.rangeClosed(1, 15).mapToObj(seq -> (long) seq).toList());
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldNotSendTwiceWhatWasReadBeforeItWasToldOf() {
    commits(
        IntStream.rangeClosed(1, 11)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new));
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK), List.of(entry(11, "chat A"), entry(12, "chat A")), true, 11);
    commits(entry(12, "chat A"));
    for (long seq = 6; seq <= 12; seq++) {
      takes(seq);
    }

    assertThat(wire.sent).doesNotHaveDuplicates().endsWith(12L);
    assertThat(dispatcher.pending()).isZero();
  }

  @Test
  void shouldReadOnWhileMoreIsCommitted() {
    commits(
        IntStream.rangeClosed(1, 12)
            .mapToObj(seq -> entry(seq, "chat A"))
            .toArray(OutboxEntry[]::new));
    for (long seq = 1; seq <= 5; seq++) {
      takes(seq);
    }
    commits(entry(13, "chat A"));

    dispatcher.wasRead(
        new WebhookKey(ACME, HOOK), List.of(entry(11, "chat A"), entry(12, "chat A")), true, 12);
    for (long seq = 6; seq <= 8; seq++) {
      takes(seq);
    }

    assertThat(wire.reads).containsExactly(11L, 13L);
  }

  @Test
  void shouldKeepALittleOfEachWebhookInMemoryWhenAllTogetherHaveMuch() {
    for (int hook = 0; hook < 30; hook++) {
      var webhookId = new WebhookId("hook" + hook);
      for (int i = 0; i < 10; i++) {
        commits(
            new OutboxEntry(
                ACME,
                webhookId,
                hook * 10 + i,
                "chat A",
                "event_added",
                URL,
                "s",
                "0123456789",
                Tries.NONE));
      }
    }
    assertThat(dispatcher.pending()).isEqualTo(300);
    takes(0);
    takes(10);
    assertThat(wire.reads).isEmpty();

    takes(20);

    assertThat(wire.reads).containsExactly(21L);
    assertThat(wire.pages).containsExactly(10);
  }
}
