package io.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.bench.machine.MemoryReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthSectionTest {
  @Test
  void shouldCompareTheLastLooksWithTheFirst() {
    var growth = growth(100, 100, 130, 100, 110, 110, 110);

    assertThat(growth.growth()).isCloseTo(0.0, within(1e-9));
    assertThat(growth(100, 100, 100, 106, 106, 106).growth()).isCloseTo(0.06, within(1e-9));
  }

  @Test
  void shouldTellHowMuchIsAddedEachMinute() {
    assertThat(growth(100, 102, 104, 106).bytesPerMinute()).isCloseTo(2, within(1e-9));
    assertThat(growth(100, 104, 96, 100, 100).bytesPerMinute()).isCloseTo(-0.4, within(1e-9));
  }

  @Test
  void shouldNotSeeGrowthInASingleLook() {
    assertThat(growth(100).growth()).isZero();
    assertThat(growth(100).bytesPerMinute()).isZero();
  }

  private static GrowthSection growth(long... heap) {
    var samples = new ArrayList<GrowthSection.Sample>();
    for (var bytes : heap) {
      samples.add(new GrowthSection.Sample(samples.size(), bytes, MemoryReading.NONE));
    }
    return new GrowthSection(List.copyOf(samples), 1, "0");
  }
}
