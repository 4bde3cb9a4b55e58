package io.parley.protocol.json;

import static io.parley.protocol.json.Acme.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10000 = 253_402_300_800L;

  @Property
  void shouldBeReadBackAsWrittenToTheMicrosecond(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_10000 - 1) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    Instant instant = Instant.ofEpochSecond(second, nano);

    String text = Timestamps.rfc3339(instant);

    assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(Instant.parse(text)).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void shouldHaveSixDecimalsEvenWithoutAFraction() {
    assertThat(Timestamps.rfc3339(at("2017-10-12T15:19:21Z")))
        .isEqualTo("2017-10-12T15:19:21.000000Z");
  }

  @Test
  void shouldWriteTheSameInAnObject() {
    Acme.assertJson(
        json -> {
          json.writeStartObject();
          Timestamps.writeField(json, "near", at("1969-12-31T23:59:59.999999Z"));
          Timestamps.writeField(json, "far", Instant.ofEpochSecond(YEAR_10000, 1000));
          Timestamps.writeField(json, "long_ago", Instant.ofEpochSecond(YEAR_0 - 1));
          json.writeEndObject();
        },
        """
        {
          "near": "1969-12-31T23:59:59.999999Z",
          "far": "+10000-01-01T00:00:00.000001Z",
          "long_ago": "-0001-12-31T23:59:59.000000Z"
        }
        """);
  }

  @Test
  void shouldCountMicroseconds() {
    assertThat(Timestamps.micros(at("2019-12-09T12:00:53.242001999Z")))
        .isEqualTo(1_575_892_853_242_001L);
    assertThat(Timestamps.micros(at("1969-12-31T23:59:59.999999Z"))).isEqualTo(-1);
  }
}
