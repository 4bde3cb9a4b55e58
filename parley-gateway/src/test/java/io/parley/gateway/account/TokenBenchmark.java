package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;

import java.time.Duration;

/// How fast one thread checks a token that is known; no test, for figures say nothing of being
/// right. `docs/performance.md` tells how to run it.
final class TokenBenchmark {
  private static final int ROUNDS = 8;
  private static final int CHECKS = 500_000;

  private TokenBenchmark() {}

  /// Prints each round's figure.
  static void main() {
    try (var server =
        new AccountsServer(
            TestDatabase.emptied(),
            AccountsServer.QUICK.withTokenCacheTime(Duration.ofMinutes(10)))) {
      Tokens tokens = server.accounts.tokens();
      tokens.checkBlocking("Bearer " + AGENT_TOKEN, Role.AGENT);
      for (int round = 0; round < ROUNDS; round++) {
        System.out.printf("%,d checks a second%n", checksPerSecond(tokens));
      }
    }
  }

  private static long checksPerSecond(Tokens tokens) {
    long begin = System.nanoTime();
    int allowed = 0;
    for (int check = 0; check < CHECKS; check++) {
      if (tokens.check("Bearer " + AGENT_TOKEN, Role.AGENT).result()
          instanceof TokenCheck.Allowed) {
        allowed++;
      }
    }
    if (allowed != CHECKS) {
      throw new IllegalStateException("a valid token was refused");
    }
    return CHECKS * 1_000_000_000L / (System.nanoTime() - begin);
  }
}
