package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
  @ParameterizedTest
  @ValueSource(strings = {"Bearer dal:a-token", "bearer  dal:a-token ", "dal:a-token"})
  void shouldReadATokenWithAndWithoutItsScheme(String authorization) {
    assertThat(Credential.parse(authorization)).contains(new Credential.Bearer("dal:a-token"));
  }

  @Test
  void shouldReadAPersonalTokenThatHasAColon() {
    assertThat(Credential.parse("Basic " + base64("account-1:dal:pat")))
        .contains(new Credential.Basic("account-1", "dal:pat"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Bearer a b",
        "Bearer t\u00f6ken",
        "Digest abc",
        "Basic ***",
        "Basic YWNjb3VudA==",
        "Basic OnRva2Vu"
      })
  void shouldReadNothingElse(String authorization) {
    assertThat(Credential.parse(authorization)).isEmpty();
  }

  @Test
  void shouldNotLookAtWhatIsTooLong() {
    assertThat(Credential.parse("Bearer " + "a".repeat(Credential.MAX_LENGTH))).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
