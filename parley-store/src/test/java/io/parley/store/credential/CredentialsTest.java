package io.parley.store.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final LicenseId ACME = new LicenseId(104_130_623);
  private static final LicenseId OTHER = new LicenseId(2);
  private static final AgentId ANNA = new AgentId("anna@example.com");
  private static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  private static final CustomerId DORA = new CustomerId("22222222-2222-4222-8222-222222222222");
  private static final String ACCOUNT = "3f1c6c1e-52d5-4d2e-9a0c-3d4f6f0a1b2c";
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123456Z");
  private static final TokenHash HASH = TokenHash.of("dal:a-token");

  private static CredentialDatabase database;
  private static Jdbi jdbi;

  private final AccessTokens tokens = new AccessTokens(jdbi);
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final AccountCredentials accounts = new AccountCredentials(jdbi);
  private final BrowserIdentities browsers = new BrowserIdentities(jdbi);

  @BeforeAll
  static void startPostgres(@TempDir Path data) {
    database = CredentialDatabase.start(data);
    jdbi = database.jdbi();
  }

  @AfterAll
  static void stopPostgres() {
    database.close();
  }

  @BeforeEach
  void clearTables() {
    database.clear();
  }

  private static AccessToken agentToken(LicenseId licenseId, Instant createdAt, Instant expiresAt) {
    return new AccessToken(
        HASH,
        licenseId,
        TokenKind.AGENT,
        ANNA,
        ACCOUNT,
        "client-1",
        Set.of("chats--all:rw", "customers:own"),
        createdAt,
        expiresAt,
        null);
  }

  @Test
  void shouldGiveAnAgentTokenBackAsItWasAdded() {
    var token = agentToken(ACME, NOW, NOW.plusSeconds(60));

    tokens.add(token);

    assertThat(tokens.find(HASH)).contains(token);
    assertThat(tokens.find(TokenHash.of("dal:another"))).isEmpty();
  }

  @Test
  void shouldGiveACustomerTokenBackAsItWasAdded() {
    var token = AccessToken.ofCustomer(HASH, ACME, CARL, "client-1", NOW, NOW.plusSeconds(60));

    tokens.add(token);

    assertThat(tokens.find(HASH)).contains(token);
  }

  @Test
  void shouldRefuseATokenThatIsThereAlready() {
    tokens.add(agentToken(ACME, NOW, null));

    assertThatThrownBy(() -> tokens.add(agentToken(ACME, NOW, null)))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void shouldRefuseAHolderThatDoesNotFitTheKind() {
    assertThatThrownBy(
            () ->
                new AccessToken(
                    HASH, ACME, TokenKind.AGENT, CARL, null, null, Set.of(), NOW, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldChangeNothingWhenATokenIsPutTwice() {
    tokens.put(agentToken(ACME, NOW, NOW.plusSeconds(60)));
    var later = NOW.plusSeconds(30);

    assertThat(tokens.put(agentToken(ACME, later, later.plusSeconds(60)))).isTrue();

    assertThat(tokens.find(HASH)).contains(agentToken(ACME, NOW, NOW.plusSeconds(60)));
  }

  @Test
  void shouldCountANewLifeFromTheFirstPut() {
    tokens.put(agentToken(ACME, NOW, null));
    var later = NOW.plusSeconds(30);

    tokens.put(agentToken(ACME, later, later.plusSeconds(60)));

    assertThat(tokens.find(HASH).orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void shouldKeepATokenRevokedWhenItIsPutAgain() {
    tokens.put(agentToken(ACME, NOW, null));
    tokens.revoke(HASH, NOW.plusSeconds(5));

    tokens.put(agentToken(ACME, NOW, null));

    assertThat(tokens.find(HASH).orElseThrow().revokedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void shouldRefuseTheSameTokenInAnotherLicense() {
    tokens.put(agentToken(ACME, NOW, null));

    assertThat(tokens.put(agentToken(OTHER, NOW, null))).isFalse();

    assertThat(tokens.find(HASH).orElseThrow().licenseId()).isEqualTo(ACME);
  }

  @Test
  void shouldRevokeATokenOnce() {
    tokens.add(agentToken(ACME, NOW, null));

    assertThat(tokens.revoke(HASH, NOW.plusSeconds(1))).isTrue();
    assertThat(tokens.revoke(HASH, NOW.plusSeconds(2))).isFalse();
    assertThat(tokens.revoke(TokenHash.of("none"), NOW)).isFalse();

    assertThat(tokens.find(HASH).orElseThrow().revokedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void shouldForgetOnlyCustomersTokensThatExpired() {
    var old = TokenHash.of("old");
    var young = TokenHash.of("young");
    tokens.add(agentToken(ACME, NOW, NOW.plusSeconds(10)));
    tokens.add(AccessToken.ofCustomer(old, ACME, CARL, "c", NOW, NOW.plusSeconds(10)));
    tokens.add(AccessToken.ofCustomer(young, ACME, CARL, "c", NOW, NOW.plusSeconds(99)));

    assertThat(tokens.removeExpired(NOW.plusSeconds(50))).isEqualTo(1);

    assertThat(tokens.find(old)).isEmpty();
    assertThat(tokens.find(young)).isPresent();
    assertThat(tokens.find(HASH)).isPresent();
  }

  @Test
  void shouldPutAnApplicationAsGiven() {
    var first =
        client("$argon2id$1", "My app", List.of("https://a.example/", "https://b.example/"));
    clients.put(first, NOW);
    assertThat(clients.find(ACME, "client-1")).contains(first);

    var second = client(null, "Renamed", List.of());
    clients.put(second, NOW.plusSeconds(1));

    assertThat(clients.find(ACME, "client-1")).contains(second);
    assertThat(clients.find(OTHER, "client-1")).isEmpty();
  }

  private static OAuthClient client(String secretHash, String name, List<String> redirectUris) {
    return new OAuthClient(
        ACME, "client-1", secretHash, name, redirectUris, Set.of("chats--all:rw", "customers:rw"));
  }

  @Test
  void shouldNotTouchAnApplicationThatIsPutTwice() {
    clients.put(client(null, "My app", List.of("https://a.example/")), NOW);

    clients.put(client(null, "My app", List.of("https://a.example/")), NOW.plusSeconds(9));

    Instant updatedAt =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select updated_at from oauth_client")
                    .mapTo(Instant.class)
                    .one());
    assertThat(updatedAt).isEqualTo(NOW);
  }

  @Test
  void shouldPutAPassword() {
    accounts.put(new AccountCredential(ACME, ANNA, ACCOUNT, "$argon2id$1"), NOW);
    accounts.put(new AccountCredential(ACME, ANNA, ACCOUNT, "$argon2id$2"), NOW);

    assertThat(accounts.find(ACME, ANNA))
        .contains(new AccountCredential(ACME, ANNA, ACCOUNT, "$argon2id$2"));
    assertThat(accounts.find(OTHER, ANNA)).isEmpty();
  }

  @Test
  void shouldRememberABrowserPerLicenseAndSite() {
    browsers.remember(new BrowserIdentity(ACME, HASH, "", CARL), NOW);
    browsers.remember(new BrowserIdentity(OTHER, HASH, "", DORA), NOW.plusSeconds(1));

    assertThat(browsers.find(HASH))
        .containsExactly(
            new BrowserIdentity(OTHER, HASH, "", DORA), new BrowserIdentity(ACME, HASH, "", CARL));
    assertThat(browsers.find(TokenHash.of("another"))).isEmpty();
  }

  @Test
  void shouldLetTheFirstOfTwoIdentitiesWin() {
    browsers.remember(new BrowserIdentity(ACME, HASH, "", CARL), NOW);

    var second = browsers.remember(new BrowserIdentity(ACME, HASH, "", DORA), NOW);

    assertThat(second.customerId()).isEqualTo(CARL);
  }

  @Test
  void shouldForgetBrowsersThatStayedAway() {
    browsers.remember(new BrowserIdentity(ACME, HASH, "", CARL), NOW);
    browsers.remember(new BrowserIdentity(OTHER, HASH, "", CARL), NOW);
    browsers.remember(new BrowserIdentity(ACME, HASH, "", CARL), NOW.plus(Duration.ofDays(9)));

    assertThat(browsers.removeUnseen(NOW.plus(Duration.ofDays(5)))).isEqualTo(1);

    assertThat(browsers.find(HASH)).extracting(BrowserIdentity::licenseId).containsExactly(ACME);
  }
}
