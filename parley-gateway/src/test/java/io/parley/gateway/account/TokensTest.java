package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static io.parley.gateway.account.AccountsServer.PERSONAL_TOKEN;
import static io.parley.gateway.account.AccountsServer.WEAK_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.core.user.CustomerId;
import io.parley.protocol.scope.Scopes;
import io.parley.store.credential.AccessToken;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.TokenHash;
import io.parley.store.credential.TokenKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String CUSTOMER_TOKEN = "dal:customer-token";
  private static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");

  private static final AccountsConfig PATIENT =
      AccountsServer.QUICK.withTokenCacheTime(Duration.ofMinutes(10));

  private final TestDatabase database = TestDatabase.emptied();
  private final AccountsServer server = new AccountsServer(database);
  private final Tokens tokens = server.accounts.tokens();

  TokensTest() {
    new AccessTokens(database.jdbi())
        .add(
            AccessToken.ofCustomer(
                TokenHash.of(CUSTOMER_TOKEN),
                ACME.licenseId(),
                CARL,
                CLIENT,
                server.now.get(),
                server.now.get().plusSeconds(60)));
  }

  @AfterEach
  void stop() {
    server.close();
    database.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
  }

  private TokenCheck check(String authorization, Role role) {
    return tokens.check(authorization, role).toCompletionStage().toCompletableFuture().join();
  }

  private static TokenCheck refused(Refusal reason) {
    return new TokenCheck.Refused(reason);
  }

  private static String basic(String account, String token) {
    byte[] pair = (account + ":" + token).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + AGENT_TOKEN, AGENT_TOKEN})
  void shouldLetAnAgentIn(String authorization) {
    assertThat(check(authorization, Role.AGENT))
        .isEqualTo(
            new TokenCheck.Allowed(
                new Grant(
                    TokenHash.of(AGENT_TOKEN),
                    TokenKind.AGENT,
                    ACME,
                    new Holder.Agent(ANNA, ACCOUNT),
                    Scopes.EVERY,
                    CLIENT,
                    null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + CUSTOMER_TOKEN, CUSTOMER_TOKEN})
  void shouldLetACustomerIn(String authorization) {
    assertThat(check(authorization, Role.CUSTOMER))
        .isEqualTo(
            new TokenCheck.Allowed(
                new Grant(
                    TokenHash.of(CUSTOMER_TOKEN),
                    TokenKind.CUSTOMER,
                    ACME,
                    new Holder.Customer(CARL),
                    new Scopes(Set.of()),
                    CLIENT,
                    server.now.get().plusSeconds(60))));
  }

  @Test
  void shouldTellTheTwoNamesAndTheRegionOfTheLicense() {
    var grant = ((TokenCheck.Allowed) check(AGENT_TOKEN, Role.AGENT)).grant();

    assertThat(grant.licenseId()).isEqualTo(ACME.licenseId());
    assertThat(grant.organizationId()).isEqualTo(ACME.organizationId());
    assertThat(grant.region()).isEqualTo("dal");
  }

  @Test
  void shouldLetAPersonalTokenInWithItsAccount() {
    assertThat(check(basic(ACCOUNT, PERSONAL_TOKEN), Role.AGENT))
        .isInstanceOfSatisfying(
            TokenCheck.Allowed.class,
            allowed ->
                assertThat(allowed.grant().holder()).isEqualTo(new Holder.Agent(ANNA, ACCOUNT)));
  }

  @Test
  void shouldRefuseAPersonalTokenWithoutItsAccount() {
    assertThat(check("Bearer " + PERSONAL_TOKEN, Role.AGENT)).isEqualTo(refused(Refusal.UNKNOWN));
    assertThat(check(basic("another-account", PERSONAL_TOKEN), Role.AGENT))
        .isEqualTo(refused(Refusal.UNKNOWN));
  }

  @Test
  void shouldRefuseAnApplicationsTokenInPlaceOfAPersonalOne() {
    assertThat(check(basic(ACCOUNT, AGENT_TOKEN), Role.AGENT)).isEqualTo(refused(Refusal.UNKNOWN));
    assertThat(check(basic(ACCOUNT, CUSTOMER_TOKEN), Role.CUSTOMER))
        .isEqualTo(refused(Refusal.UNKNOWN));
  }

  @Test
  void shouldKeepTheRolesApart() {
    assertThat(check("Bearer " + AGENT_TOKEN, Role.CUSTOMER))
        .isEqualTo(refused(Refusal.WRONG_ROLE));
    assertThat(check(basic(ACCOUNT, PERSONAL_TOKEN), Role.CUSTOMER))
        .isEqualTo(refused(Refusal.WRONG_ROLE));
    assertThat(check("Bearer " + CUSTOMER_TOKEN, Role.AGENT))
        .isEqualTo(refused(Refusal.WRONG_ROLE));
    assertThat(tokens.ifCached("Bearer " + CUSTOMER_TOKEN, Role.AGENT)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseWhatIsNoToken(Role role) {
    assertThat(check(null, role)).isEqualTo(refused(Refusal.MISSING));
    assertThat(check(" ", role)).isEqualTo(refused(Refusal.MISSING));
    assertThat(check("Digest abc", role)).isEqualTo(refused(Refusal.MALFORMED));
    assertThat(check("Bearer nobody-has-this", role)).isEqualTo(refused(Refusal.UNKNOWN));
  }

  @Test
  void shouldRefuseAnExpiredTokenEvenWhenItIsCached() {
    server.now.updateAndGet(now -> now.plusSeconds(59));
    assertThat(check(CUSTOMER_TOKEN, Role.CUSTOMER)).isInstanceOf(TokenCheck.Allowed.class);

    server.now.updateAndGet(now -> now.plusSeconds(1));

    assertThat(tokens.ifCached(CUSTOMER_TOKEN, Role.CUSTOMER)).isEmpty();
    assertThat(check(CUSTOMER_TOKEN, Role.CUSTOMER)).isEqualTo(refused(Refusal.EXPIRED));
  }

  @Test
  void shouldRefuseARevokedTokenAtOnceAlthoughItWasCached() {
    check(AGENT_TOKEN, Role.AGENT);
    assertThat(tokens.ifCached(AGENT_TOKEN, Role.AGENT)).isPresent();

    assertThat(server.accounts.revocation().revoke(TokenHash.of(AGENT_TOKEN), null)).isTrue();

    assertThat(tokens.ifCached(AGENT_TOKEN, Role.AGENT)).isEmpty();
    assertThat(check(AGENT_TOKEN, Role.AGENT)).isEqualTo(refused(Refusal.REVOKED));
  }

  @Test
  void shouldSeeARevocationOfAnotherNodeWhenTheCacheTimeIsOver() {
    check(AGENT_TOKEN, Role.AGENT);

    new AccessTokens(database.jdbi()).revoke(TokenHash.of(AGENT_TOKEN), server.now.get());

    await()
        .atMost(5, TimeUnit.SECONDS)
        .untilAsserted(
            () -> assertThat(check(AGENT_TOKEN, Role.AGENT)).isEqualTo(refused(Refusal.REVOKED)));
  }

  @Test
  void shouldNotAskTheDatabaseForATokenThatIsKnown() {
    try (var patient = new AccountsServer(database, PATIENT)) {
      var asked = new AtomicInteger();
      database.jdbi().setSqlLogger(counting(asked));
      var warm = patient.accounts.tokens();

      warm.check(WEAK_TOKEN, Role.AGENT).toCompletionStage().toCompletableFuture().join();
      assertThat(asked).hasValue(1);

      assertThat(warm.check("Bearer " + WEAK_TOKEN, Role.AGENT).succeeded()).isTrue();
      assertThat(warm.ifCached(WEAK_TOKEN, Role.AGENT)).isPresent();
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void shouldNotKnowATokenThatNobodyShowed() {
    assertThat(tokens.ifCached(WEAK_TOKEN, Role.AGENT)).isEmpty();
    assertThat(tokens.ifCached(null, Role.AGENT)).isEmpty();
  }

  @Test
  void shouldLetATokenInThatIsProvisionedAfterItWasRefused() {
    assertThat(check("dal:late", Role.AGENT)).isEqualTo(refused(Refusal.UNKNOWN));

    server
        .accounts
        .provisioning()
        .putAgentToken(
            OTHER.licenseId(), AccountsServer.token("dal:late", Set.of("*"), Duration.ZERO));

    assertThat(check("dal:late", Role.AGENT)).isInstanceOf(TokenCheck.Allowed.class);
  }

  private static SqlLogger counting(AtomicInteger count) {
    return new SqlLogger() {
      @Override
      public void logAfterExecution(StatementContext context) {
        count.incrementAndGet();
      }
    };
  }
}
