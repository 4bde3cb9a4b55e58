package io.parley.gateway.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final String HERE = "192.0.2.1";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(now::get);

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /// Attempts, and waits as long as it must each time.
  private List<Long> waits(String account, String address, int attempts) {
    var waits = new ArrayList<Long>();
    for (int attempt = 0; attempt < attempts; attempt++) {
      Optional<Duration> delay = throttle.begin(account, address);
      waits.add(delay.orElse(Duration.ZERO).toSeconds());
      delay.ifPresent(
          time -> {
            pass(time);
            assertThat(throttle.begin(account, address)).isEmpty();
          });
    }
    return waits;
  }

  @Test
  void shouldLetWaitTwiceAsLongEachTimeUpToALimit() {
    assertThat(waits("anna", HERE, 16))
        .containsExactly(
            0L, 0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
  }

  @Test
  void shouldNotCountWhatCameTooEarly() {
    waits("anna", HERE, 5);

    assertThat(throttle.begin("anna", HERE)).contains(Duration.ofSeconds(2));
    pass(Duration.ofSeconds(1));
    assertThat(throttle.begin("anna", HERE)).contains(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(throttle.begin("anna", HERE)).isEmpty();
  }

  @Test
  void shouldBeginAnewAfterASuccess() {
    waits("anna", HERE, 7);
    throttle.succeeded("ANNA", HERE);

    assertThat(waits("anna", HERE, 5)).containsOnly(0L);
  }

  @Test
  void shouldForgetWhoStaysAway() {
    waits("anna", HERE, 9);
    pass(Duration.ofMinutes(31));

    assertThat(waits("anna", HERE, 5)).containsOnly(0L);
  }

  @Test
  void shouldCountAnAccountFromManyAddressesButLetItWaitOnlyShortly() {
    for (int attempt = 0; attempt < 40; attempt++) {
      waits("anna", "198.51.100." + attempt, 1);
    }

    assertThat(throttle.begin("anna", "203.0.113.1")).contains(Duration.ofMinutes(1));
    assertThat(throttle.begin("bob", "203.0.113.1")).isEmpty();
  }

  @Test
  void shouldCountAnAddressWithManyAccounts() {
    for (int attempt = 0; attempt < 100; attempt++) {
      assertThat(throttle.begin("account" + attempt, HERE)).isEmpty();
    }

    assertThat(throttle.begin("another", HERE)).contains(Duration.ofSeconds(1));
    assertThat(throttle.begin("another", "203.0.113.1")).isEmpty();
  }

  @Test
  void shouldNeverSlowDownAnAddressWhereEverybodyKnowsTheirPassword() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      String account = "account" + attempt;
      assertThat(throttle.begin(account, HERE)).isEmpty();
      throttle.succeeded(account, HERE);
    }
  }
}
