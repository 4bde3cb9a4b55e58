package io.parley.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void shouldEndAtARoundValue() {
    assertThat(Scale.Linear.upTo(59_300).ticks())
        .containsExactly(0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0, 60_000.0);
    assertThat(Scale.Linear.upTo(0.05).end()).isEqualTo(0.05);
    assertThat(Scale.Linear.upTo(11).ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0);
  }

  @Test
  void shouldPlaceValuesBetweenPowersOfTen() {
    var scale = Scale.Logarithmic.between(0.3, 450);

    assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1_000.0);
    assertThat(scale.place(10)).isEqualTo(0.5);
    assertThat(scale.place(0.1)).isZero();
    assertThat(scale.place(1_000)).isEqualTo(1);
  }

  @Test
  void shouldWriteThreeDigits() {
    assertThat(Scale.text(0)).isEqualTo("0");
    assertThat(Scale.text(0.0467)).isEqualTo("0.0467");
    assertThat(Scale.text(4.5)).isEqualTo("4.5");
    assertThat(Scale.text(33.33)).isEqualTo("33.3");
    assertThat(Scale.text(59_312.2)).isEqualTo("59,312");
  }
}
