package io.parley.gateway.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoopGuardTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
  private final LoopGuard guard = new LoopGuard(3, Duration.ofSeconds(30), now::get);

  private boolean admit(int secondsLater) {
    now.updateAndGet(before -> before.plusSeconds(secondsLater));
    return guard.admit("anna");
  }

  @Test
  void shouldAdmitSoManyInAnyWindow() {
    assertThat(admit(0)).isTrue();
    assertThat(admit(10)).isTrue();
    assertThat(admit(10)).isTrue();
    assertThat(admit(9)).isFalse();
    assertThat(admit(1)).isTrue();
    assertThat(admit(9)).isFalse();
    assertThat(admit(1)).isTrue();
  }

  @Test
  void shouldCountEachKeyForItself() {
    admit(0);
    admit(0);
    admit(0);

    assertThat(guard.admit("anna")).isFalse();
    assertThat(guard.admit("bob")).isTrue();
  }
}
