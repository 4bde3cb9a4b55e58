package io.parley.gateway.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
  private final AddressLimit limit = new AddressLimit(50, 2000, now::get);

  private long admitted(String address, int attempts) {
    return IntStream.range(0, attempts).filter(_ -> limit.admit(address)).count();
  }

  @Test
  void shouldAdmitABurstAndThenSoManyASecond() {
    assertThat(admitted("192.0.2.1", 3000)).isEqualTo(2000);

    now.updateAndGet(before -> before.plusSeconds(1));

    assertThat(admitted("192.0.2.1", 3000)).isEqualTo(50);
  }

  @Test
  void shouldCountEachAddressForItself() {
    admitted("192.0.2.1", 3000);

    assertThat(admitted("192.0.2.2", 3000)).isEqualTo(2000);
  }
}
