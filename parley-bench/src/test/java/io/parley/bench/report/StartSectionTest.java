package io.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartSectionTest {
  @Test
  void shouldTakeTheStartInTheMiddle() {
    assertThat(new StartSection.Kind("warm", List.of(9.0, 1.0, 2.0), 1).median()).isEqualTo(2);
    assertThat(new StartSection.Kind("warm", List.of(9.0, 1.0, 2.0, 3.0), 1).median())
        .isEqualTo(2.5);
  }
}
