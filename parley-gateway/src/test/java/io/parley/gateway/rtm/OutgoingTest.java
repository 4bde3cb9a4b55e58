package io.parley.gateway.rtm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutgoingTest {
  @Test
  void shouldHaveOneFlushOnItsWay() {
    var outgoing = new Outgoing(10, 1_000);
    outgoing.offer("a");
    outgoing.offer("b");

    assertThat(outgoing.take()).containsExactly("a", "b");
    outgoing.offer("c");
    assertThat(outgoing.take()).isEmpty();
    assertThat(outgoing.isIdle()).isFalse();

    outgoing.flushed();
    assertThat(outgoing.take()).containsExactly("c");
    outgoing.flushed();
    assertThat(outgoing.isIdle()).isTrue();
  }

  @Test
  void shouldRefuseMoreFramesThanItsLimit() {
    var outgoing = new Outgoing(2, 1_000);

    assertThat(outgoing.offer("a")).isTrue();
    assertThat(outgoing.offer("b")).isTrue();
    assertThat(outgoing.offer("c")).isFalse();
    outgoing.take();
    assertThat(outgoing.offer("c")).isTrue();
  }

  @Test
  void shouldRefuseMoreTextThanItsLimit() {
    var outgoing = new Outgoing(100, 10);

    assertThat(outgoing.offer("12345")).isTrue();
    assertThat(outgoing.offer("123456")).isFalse();
    assertThat(outgoing.offer("12345")).isTrue();
    outgoing.take();
    assertThat(outgoing.offer("1234567890")).isTrue();
  }

  @Test
  void shouldFlushALongQueueInParts() {
    var outgoing = new Outgoing(1_000, 1 << 30);
    String frame = "x".repeat(100_000);
    for (int i = 0; i < 5; i++) {
      outgoing.offer(frame);
    }

    assertThat(outgoing.take()).hasSize(3);
    outgoing.flushed();
    assertThat(outgoing.take()).hasSize(2);
  }
}
