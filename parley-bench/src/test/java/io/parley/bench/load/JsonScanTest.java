package io.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonScanTest {
  @Test
  void shouldFindStringsByTheirKeyWithAndWithoutBlanks() {
    assertThat(JsonScan.string(JsonScan.Key.of("b"), "{\"a\":\"1\",\"b\":\"2\"}")).isEqualTo("2");
    assertThat(JsonScan.string(JsonScan.Key.of("b"), "{ \"b\" : \"2\" }")).isEqualTo("2");
  }

  @Test
  void shouldNotTakeAValueForAKey() {
    assertThat(JsonScan.string(JsonScan.Key.of("b"), "{\"a\":\"b\",\"b\":\"2\"}")).isEqualTo("2");
  }

  @Test
  void shouldEndAStringAtTheFirstQuoteThatIsNotEscaped() {
    assertThat(JsonScan.string(JsonScan.Key.of("t"), "{\"t\":\"a\\\"b\\\\\",\"u\":1}"))
        .isEqualTo("a\\\"b\\\\");
  }

  @Test
  void shouldFindNothingWhereTheKeyIsMissing() {
    var text = "{\"a\":true}".getBytes(StandardCharsets.UTF_8);

    assertThat(JsonScan.valueOf(JsonScan.Key.of("b"), text, 0, text.length)).isEqualTo(-1);
    assertThat(JsonScan.valueOf(JsonScan.Key.of("a"), text, 0, text.length)).isEqualTo(5);
  }
}
