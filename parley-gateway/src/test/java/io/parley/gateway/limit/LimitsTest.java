package io.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.user.AgentId;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.Holder;
import io.parley.gateway.account.Tenant;
import io.parley.gateway.testing.Acme;
import io.parley.protocol.method.RateClass;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final RateLimits rates = new RateLimits(new RateConfig(1_000, 10, 5, 1), now::get);

  private static Grant grant(String token) {
    return new Grant(
        TokenHash.of(token),
        TokenKind.AGENT,
        new Tenant(Acme.LICENSE, Acme.ORGANIZATION, "dal"),
        new Holder.Agent(new AgentId("anna"), "a"),
        Scopes.EVERY,
        null,
        null);
  }

  private int allowed(String token, RateClass rateClass) {
    int allowed = 0;
    while (allowed < 10_000 && rates.allow(grant(token), rateClass)) {
      allowed++;
    }
    return allowed;
  }

  @Test
  void shouldAllowABurstOfTwiceTheRate() {
    assertThat(allowed("one", RateClass.CHANGE)).isEqualTo(20);
    assertThat(allowed("one", RateClass.READ)).isEqualTo(10);
  }

  @Test
  void shouldAllowTheRateAfterTheBurst() {
    allowed("one", RateClass.CHANGE);

    now.updateAndGet(time -> time.plus(Duration.ofMillis(500)));

    assertThat(allowed("one", RateClass.CHANGE)).isEqualTo(5);
  }

  @Test
  void shouldCountEachTokenByItself() {
    allowed("one", RateClass.HEAVY);

    assertThat(allowed("two", RateClass.HEAVY)).isEqualTo(2);
    assertThat(allowed("one", RateClass.SIGNAL)).isEqualTo(2_000);
  }

  @Test
  void shouldAllowFiftyRequestsOfAnyKindInASecondByDefault() {
    var usual = new RateLimits(RateConfig.DEFAULTS, now::get);
    for (RateClass rateClass : RateClass.values()) {
      for (int i = 0; i < 3_000; i++) {
        now.updateAndGet(time -> time.plus(Duration.ofMillis(20)));
        assertThat(usual.allow(grant("one"), rateClass)).isTrue();
      }
    }
  }

  @Test
  void shouldCountStrangersByAddress() {
    var strangers = new Strangers(2);

    assertThat(strangers.came("a")).isTrue();
    assertThat(strangers.came("a")).isTrue();
    assertThat(strangers.came("a")).isFalse();
    assertThat(strangers.came("b")).isTrue();
    strangers.left("a");
    strangers.left("a");
    assertThat(strangers.came("a")).isTrue();
  }
}
