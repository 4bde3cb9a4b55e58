package io.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OperationTest {
  private static final int DRAWN = 400_000;

  @Test
  void shouldMixOperationsInTheirShares() {
    var random = new SplittableRandom(8);
    var counts = new EnumMap<Operation, Integer>(Operation.class);
    for (var i = 0; i < DRAWN; i++) {
      var operation = Operation.draw(random);
      counts.merge(operation, 1, Integer::sum);
      if (operation == Operation.CLOSE) {
        counts.merge(Operation.START, 1, Integer::sum);
      }
    }

    double all = counts.values().stream().mapToInt(Integer::intValue).sum();

    assertThat(counts.get(Operation.MESSAGE) / all).isCloseTo(0.70, within(0.005));
    assertThat((counts.get(Operation.TYPING) + counts.get(Operation.SNEAK_PEEK)) / all)
        .isCloseTo(0.20, within(0.005));
    assertThat((counts.get(Operation.LIST) + counts.get(Operation.ARCHIVE)) / all)
        .isCloseTo(0.05, within(0.003));
    assertThat((counts.get(Operation.CLOSE) + counts.get(Operation.START)) / all)
        .isCloseTo(0.05, within(0.003));
  }
}
