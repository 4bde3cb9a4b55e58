package io.parley.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.store.credential.ProofKey;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofKeysTest {
  private static boolean proves(ProofKey key, String verifier) {
    return ProofKeys.proven(key, new Parameters(Map.of("code_verifier", verifier)))
        instanceof Attempt.Passed<Parameters>;
  }

  private static Attempt<Optional<ProofKey>> asked(String challenge, String method) {
    return ProofKeys.asked(
        new Parameters(Map.of("code_challenge", challenge, "code_challenge_method", method)));
  }

  @Test
  void shouldKnowTheExampleOfTheSpecification() {
    var key = new ProofKey(Asking.CHALLENGE, "S256");

    assertThat(proves(key, Asking.VERIFIER)).isTrue();
    assertThat(proves(key, Asking.CHALLENGE)).isFalse();
  }

  /// As accounts-sdk 2.1.3 makes it of 43 times `a`.
  @Test
  void shouldKnowTheChallengeOfTheAccountsSdk() {
    var key =
        new ProofKey(
            "MTcyNTEyNDUzOCwxOTEyMTQwODgwLC0xMzYwMzA4MjQsLTIwNTk1MTI4OTcsLTEwMzYyNzIzNjYs"
                + "LTE4NzY0NDAxNDMsODMyNzYzMTM1LC02Nzg5ODI0NDg",
            "S256");

    assertThat(proves(key, "a".repeat(43))).isTrue();
    assertThat(proves(key, "b".repeat(43))).isFalse();
    assertThat(proves(new ProofKey(key.challenge(), "plain"), "a".repeat(43))).isFalse();
  }

  @Test
  void shouldCompareAPlainChallenge() {
    var key = new ProofKey(Asking.VERIFIER, "plain");

    assertThat(proves(key, Asking.VERIFIER)).isTrue();
    assertThat(proves(key, Asking.VERIFIER + "x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 129})
  void shouldRefuseAChallengeOfAnotherLength(int length) {
    assertThat(asked("a".repeat(length), "plain")).isInstanceOf(Attempt.Failed.class);
    assertThat(proves(new ProofKey("a".repeat(length), "plain"), "a".repeat(length))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {43, 128})
  void shouldTakeAChallengeOfTheDocumentedLengths(int length) {
    assertThat(asked("a".repeat(length), "s256"))
        .isEqualTo(Attempt.passed(Optional.of(new ProofKey("a".repeat(length), "S256"))));
    assertThat(proves(new ProofKey("a".repeat(length), "plain"), "a".repeat(length))).isTrue();
  }
}
