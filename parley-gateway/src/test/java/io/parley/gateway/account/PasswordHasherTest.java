package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private static final PasswordHasher.Cost CHEAP = new PasswordHasher.Cost(64, 1, 1);

  private final PasswordHasher hasher = new PasswordHasher(new Random(1)::nextBytes, CHEAP);

  @Test
  void shouldVerifyThePasswordAndNoOther() {
    String hash = hasher.hash("correct horse battery");

    assertThat(hasher.verify("correct horse battery", hash)).isTrue();
    assertThat(hasher.verify("correct horse batterx", hash)).isFalse();
    assertThat(hasher.verify("", hash)).isFalse();
  }

  @Test
  void shouldCarryTheParametersInTheHash() {
    assertThat(new PasswordHasher(new Random(1)::nextBytes, PasswordHasher.Cost.DEFAULT).hash("p"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void shouldVerifyHashesThatWereMadeAtAnotherCost() {
    var dearer = new PasswordHasher(new Random(2)::nextBytes, new PasswordHasher.Cost(128, 2, 2));

    assertThat(hasher.verify("secret", dearer.hash("secret"))).isTrue();
  }

  /// The reference implementation's own test vector.
  @Test
  void shouldAgreeWithTheReferenceImplementation() {
    assertThat(
            hasher.verify(
                "password",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                    + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
        .isTrue();
  }

  @Test
  void shouldSaltEveryHashAnew() {
    assertThat(hasher.hash("secret")).isNotEqualTo(hasher.hash("secret"));
  }

  @Test
  void shouldRefuseWhatIsNoHash() {
    assertThatThrownBy(() -> hasher.verify("secret", "$2b$10$abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("$2b$");
  }
}
