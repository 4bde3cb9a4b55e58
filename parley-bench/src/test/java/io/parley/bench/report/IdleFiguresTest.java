package io.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleFiguresTest {
  private static final long MIB = 1 << 20;

  @Test
  void shouldCompareWhatIsLeftAfterCollections() {
    var before = new IdleFigures.Reading(500 * MIB, 100 * MIB, 20 * MIB, 40 * MIB);
    var after = new IdleFigures.Reading(800 * MIB, 200 * MIB, 70 * MIB, 60 * MIB);

    var figures = new IdleFigures("parley", 1_024, before, after, 0);

    assertThat(figures.kibPerConnection()).isEqualTo(100);
    assertThat(figures.kibPerConnectionUncollected()).isEqualTo(700);
    assertThat(figures.heapKibPerConnection()).isEqualTo(50);
  }
}
