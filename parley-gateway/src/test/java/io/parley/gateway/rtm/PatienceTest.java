package io.parley.gateway.rtm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void shouldCountTheDocumentedTimesInTicks() {
    Patience patience = Patience.of(RtmConfig.DEFAULTS);

    assertThat(patience.tick()).isEqualTo(Duration.ofMillis(300));
    assertThat(patience.tick().multipliedBy(patience.login())).isEqualTo(Duration.ofSeconds(30));
    assertThat(patience.tick().multipliedBy(patience.silence())).isEqualTo(Duration.ofSeconds(30));
    assertThat(patience.tick().multipliedBy(patience.request())).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void shouldNotTickFasterThanAClockCan() {
    Duration none = Duration.ofMillis(1);
    Patience patience = Patience.of(new RtmConfig(none, none, none, none, none, 1, 1, 1));

    assertThat(patience.tick()).isEqualTo(Duration.ofMillis(5));
    assertThat(patience.login()).isEqualTo(1);
  }
}
