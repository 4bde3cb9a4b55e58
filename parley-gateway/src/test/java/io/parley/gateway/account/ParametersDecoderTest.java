package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersDecoderTest {
  @Test
  void shouldReadJson() {
    assertThat(decoded(" {\"client_id\": \"c\", \"license_id\": 123, \"state\": null} "))
        .isEqualTo(Attempt.passed(new Parameters(Map.of("client_id", "c", "license_id", "123"))));
  }

  @Test
  void shouldReadAForm() {
    assertThat(decoded("client_id=c&redirect_uri=https%3A%2F%2Fa.example%2F&state=a+b&empty="))
        .isEqualTo(
            Attempt.passed(
                new Parameters(
                    Map.of(
                        "client_id",
                        "c",
                        "redirect_uri",
                        "https://a.example/",
                        "state",
                        "a b",
                        "empty",
                        ""))));
  }

  @Test
  void shouldReadNoParametersFromAnEmptyBody() {
    assertThat(decoded("")).isEqualTo(Attempt.passed(new Parameters(Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\"",
        "{\"a\": 1,}",
        "{\"a\": 1} {}",
        "{\"a\": 1, \"a\": 2}",
        "{\"a\": [1]}",
        "{\"a\": {\"b\": 1}}",
        "{a: 1}",
        "[]",
        "null",
        "word",
        "=value",
        "a=1&a=2",
        "a=%",
        "a=%zz"
      })
  void shouldRefuseWhatIsMalformed(String body) {
    assertThat(decoded(body))
        .isInstanceOfSatisfying(
            Attempt.Failed.class,
            failed -> assertThat(failed.error().code()).isEqualTo(OAuthError.Code.INVALID_REQUEST));
  }

  @Test
  void shouldRefuseWhatIsNotUtf8() {
    assertThat(ParametersDecoder.decode(new byte[] {'a', '=', (byte) 0xff}))
        .isInstanceOf(Attempt.Failed.class);
  }

  @Property
  void shouldReadOrRefuseAnything(@ForAll byte[] body) {
    assertThat(ParametersDecoder.decode(body)).isNotNull();
  }

  @Property
  void shouldReadOrRefuseAnythingThatBeginsLikeJson(@ForAll String rest) {
    assertThat(decoded("{\"a\":" + rest)).isNotNull();
  }

  private static Attempt<Parameters> decoded(String body) {
    return ParametersDecoder.decode(body.getBytes(StandardCharsets.UTF_8));
  }
}
