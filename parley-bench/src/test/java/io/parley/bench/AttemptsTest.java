package io.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  @Test
  void shouldKeepTheCalmestAttempt() throws InterruptedException {
    var disturbances = new ArrayDeque<>(List.of(0.9, 0.3, 0.5, 0.0));

    double calmest = new Attempts(3).calmest(disturbances::remove, Double::doubleValue);

    assertThat(calmest).isEqualTo(0.3);
    assertThat(disturbances).hasSize(1);
  }

  @Test
  void shouldBeContentWithACalmAttempt() throws InterruptedException {
    var disturbances = new ArrayDeque<>(List.of(0.05, 0.0));

    double calmest = new Attempts(3).calmest(disturbances::remove, Double::doubleValue);

    assertThat(calmest).isEqualTo(0.05);
    assertThat(disturbances).hasSize(1);
  }
}
