package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.WEAK_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenHash;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Open connections hear of the end of their tokens.
class GrantWatchTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final TestDatabase database = TestDatabase.emptied();
  private final AccountsServer server = new AccountsServer(database);
  private final List<GrantEnded> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    server.close();
    database.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
  }

  private GrantWatch.Registration watch(String token) {
    var allowed =
        (TokenCheck.Allowed) server.accounts.tokens().checkBlocking("Bearer " + token, null);
    return server.accounts.watch().watch(allowed.grant(), heard::add);
  }

  private static GrantEnded ended(String token, GrantEnded.Reason reason) {
    return new GrantEnded(TokenHash.of(token), reason);
  }

  @Test
  void shouldTellOfARevocationHereAtOnce() {
    watch(AGENT_TOKEN);
    watch(AGENT_TOKEN);
    watch(WEAK_TOKEN);

    server.send("/token?token=" + AGENT_TOKEN, HttpRequest.Builder::DELETE);

    GrantEnded revoked = ended(AGENT_TOKEN, GrantEnded.Reason.ACCESS_TOKEN_REVOKED);
    assertThat(heard).containsExactly(revoked, revoked);
    assertThat(revoked.reason().wireName()).isEqualTo("access_token_revoked");
    assertThat(server.accounts.watch().size()).isEqualTo(1);
  }

  @Test
  void shouldTellOfARevocationElsewhereWithinASecond() {
    watch(AGENT_TOKEN);

    new AccessTokens(database.jdbi()).revoke(TokenHash.of(AGENT_TOKEN), server.now.get());

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(heard)
                    .containsExactly(ended(AGENT_TOKEN, GrantEnded.Reason.ACCESS_TOKEN_REVOKED)));
    assertThat(server.accounts.tokens().checkBlocking(AGENT_TOKEN, Role.AGENT))
        .isEqualTo(new TokenCheck.Refused(Refusal.REVOKED));
  }

  @Test
  void shouldTellWhenAnApplicationIsRemoved() {
    watch(AGENT_TOKEN);

    new OAuthClients(database.jdbi()).remove(ACME.licenseId(), CLIENT, server.now.get());

    await().atMost(SOON).until(() -> heard.size() == 1);
  }

  @Test
  void shouldTellOfExpiryWithinASecond() {
    watch(WEAK_TOKEN);
    watch(AGENT_TOKEN);

    server.pass(Duration.ofHours(1));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(heard)
                    .containsExactly(ended(WEAK_TOKEN, GrantEnded.Reason.ACCESS_TOKEN_EXPIRED)));
    assertThat(heard.getFirst().reason().wireName()).isEqualTo("access_token_expired");
  }

  @Test
  void shouldTellNobodyWhoHasLeft() {
    GrantWatch.Registration left = watch(AGENT_TOKEN);
    GrantWatch.Registration stayed = watch(AGENT_TOKEN);
    left.close();
    left.close();

    server.send("/token?token=" + AGENT_TOKEN, HttpRequest.Builder::DELETE);

    assertThat(heard).hasSize(1);
    stayed.close();
    assertThat(server.accounts.watch().size()).isZero();
  }

  @Test
  void shouldTellTheOthersWhenOneListenerFails() {
    var allowed =
        (TokenCheck.Allowed) server.accounts.tokens().checkBlocking(AGENT_TOKEN, Role.AGENT);
    server
        .accounts
        .watch()
        .watch(
            allowed.grant(),
            _ -> {
              throw new IllegalStateException("this listener always fails");
            });
    watch(AGENT_TOKEN);

    server.send("/token?token=" + AGENT_TOKEN, HttpRequest.Builder::DELETE);

    assertThat(heard).hasSize(1);
  }

  @Test
  void shouldAskTheDatabaseOnlyWhileSomebodyWatches() {
    GrantWatch.Registration watching = watch(AGENT_TOKEN);
    var asked = new AtomicInteger();
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logAfterExecution(StatementContext context) {
                asked.incrementAndGet();
              }
            });
    await().atMost(Duration.ofSeconds(5)).until(() -> asked.get() > 0);

    watching.close();

    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(steady(asked));
  }

  /// True once the number has not changed since the last time.
  private static Callable<Boolean> steady(AtomicInteger number) {
    var last = new AtomicInteger(-1);
    return () -> last.getAndSet(number.get()) == number.get();
  }
}
