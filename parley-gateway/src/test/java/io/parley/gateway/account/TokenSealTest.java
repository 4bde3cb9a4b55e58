package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.store.credential.SealedText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenSealTest {
  private final TokenSeal seal = new TokenSeal(new Random(7)::nextBytes);

  @Test
  void shouldOpenForTheSameTokenAlone() {
    SealedText sealed = seal.seal("dal:refresh", "dal:access");

    assertThat(seal.open(sealed, "dal:access")).isEqualTo("dal:refresh");
    assertThatThrownBy(() -> seal.open(sealed, "dal:another"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("dal:");
  }

  @Test
  void shouldHideTheText() {
    SealedText sealed = seal.seal("dal:refresh", "dal:access");

    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
    assertThat(seal.seal("dal:refresh", "dal:access")).isNotEqualTo(sealed);
  }
}
