package io.parley.store.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What applications get of agents, and how it ends.
class AgentGrantsTest {
  private static final LicenseId ACME = new LicenseId(104_130_623);
  private static final LicenseId OTHER = new LicenseId(2);
  private static final AgentId ANNA = new AgentId("anna@example.com");
  private static final String ACCOUNT = "3f1c6c1e-52d5-4d2e-9a0c-3d4f6f0a1b2c";
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123456Z");
  private static final TokenHash HASH = TokenHash.of("dal:a-token");

  private static CredentialDatabase database;
  private static Jdbi jdbi;

  private final AccessTokens tokens = new AccessTokens(jdbi);
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final AccountCredentials accounts = new AccountCredentials(jdbi);
  private final AuthorizationCodes codes = new AuthorizationCodes(jdbi);
  private final RefreshTokens refreshTokens = new RefreshTokens(jdbi);
  private final AgentGrants grants = new AgentGrants(jdbi);
  private final Consents consents = new Consents(jdbi);

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
        Set.of("customers:own"),
        createdAt,
        expiresAt,
        null);
  }

  private static OAuthClient client(String secretHash, String name, List<String> redirectUris) {
    return new OAuthClient(
        ACME, "client-1", secretHash, name, redirectUris, Set.of("customers:rw"));
  }

  private static AgentGrant grant(String id) {
    return new AgentGrant(id, ACME, ANNA, ACCOUNT, "client-1", Set.of("customers:ro"));
  }

  private static GrantedToken access(String token, AgentGrant grant, Instant at) {
    return new GrantedToken(TokenHash.of(token), grant, at, at.plusSeconds(60), Optional.empty());
  }

  private static RefreshToken refresh(String token, AgentGrant grant, Instant at) {
    return RefreshToken.fresh(TokenHash.of(token), grant, at, null);
  }

  private void addCode() {
    codes.add(
        new AuthorizationCode(
            HASH,
            grant("g"),
            "https://a.example/",
            new ProofKey("challenge", "S256"),
            NOW,
            NOW.plusSeconds(60),
            null));
  }

  @Test
  void shouldGiveACodeBackAsItWasAdded() {
    addCode();

    assertThat(codes.find(HASH))
        .contains(
            new AuthorizationCode(
                HASH,
                grant("g"),
                "https://a.example/",
                new ProofKey("challenge", "S256"),
                NOW,
                NOW.plusSeconds(60),
                null));
    assertThat(codes.removeExpired(NOW.plusSeconds(61))).isEqualTo(1);
    assertThat(codes.find(HASH)).isEmpty();
  }

  @Test
  void shouldRedeemACodeOnce() {
    addCode();

    assertThat(grants.redeem(HASH, access("a", grant("g"), NOW), refresh("r", grant("g"), NOW), 9))
        .contains(List.of());

    assertThat(grants.redeem(HASH, access("b", grant("g"), NOW), refresh("s", grant("g"), NOW), 9))
        .isEmpty();
    assertThat(codes.find(HASH).orElseThrow().usedAt()).isEqualTo(NOW);
    assertThat(tokens.find(TokenHash.of("a"))).isPresent();
    assertThat(tokens.find(TokenHash.of("b"))).isEmpty();
    assertThat(refreshTokens.find(TokenHash.of("s"))).isEmpty();
  }

  @Test
  void shouldRotateARefreshTokenOnce() {
    grants.issue(access("a", grant("g"), NOW), 9);
    addCode();
    grants.redeem(HASH, access("b", grant("g"), NOW), refresh("r", grant("g"), NOW), 9);
    TokenHash first = TokenHash.of("r");

    assertThat(grants.rotate(first, access("c", grant("g"), NOW), refresh("s", grant("g"), NOW), 9))
        .isPresent();

    assertThat(grants.rotate(first, access("d", grant("g"), NOW), refresh("t", grant("g"), NOW), 9))
        .isEmpty();
    assertThat(grants.renew(first, access("e", grant("g"), NOW), 9)).isEmpty();
    assertThat(refreshTokens.find(first).orElseThrow().replacedAt()).isEqualTo(NOW);
    assertThat(grants.renew(TokenHash.of("s"), access("f", grant("g"), NOW), 9)).isPresent();
  }

  @Test
  void shouldEndTheOldestTokensBeyondTheLimit() {
    for (int at = 0; at < 3; at++) {
      assertThat(grants.issue(access("a" + at, grant("g" + at), NOW.plusSeconds(at)), 3)).isEmpty();
    }
    tokens.add(agentToken(ACME, NOW.minusSeconds(9), NOW.plusSeconds(60)));
    var another = new AgentGrant("h", ACME, ANNA, ACCOUNT, "client-2", Set.of());
    grants.issue(access("other", another, NOW.minusSeconds(9)), 3);

    assertThat(grants.issue(access("a3", grant("g3"), NOW.plusSeconds(3)), 3))
        .containsExactly(TokenHash.of("a0"));

    assertThat(tokens.find(HASH).orElseThrow().revokedAt()).isNull();
    assertThat(tokens.find(TokenHash.of("other")).orElseThrow().revokedAt()).isNull();
    assertThat(tokens.revokedSince(NOW)).containsExactly(TokenHash.of("a0"));
  }

  @Test
  void shouldEndAGrantWithAllOfItsTokens() {
    addCode();
    grants.redeem(HASH, access("a", grant("g"), NOW), refresh("r", grant("g"), NOW), 9);
    grants.renew(TokenHash.of("r"), access("b", grant("g"), NOW), 9);
    grants.issue(access("c", grant("h"), NOW), 9);

    AgentGrants.Ended ended = grants.revokeByToken(TokenHash.of("b"), NOW).orElseThrow();

    assertThat(ended.accessTokens())
        .containsExactlyInAnyOrder(TokenHash.of("a"), TokenHash.of("b"));
    assertThat(ended.agentId()).contains(ANNA.value());
    assertThat(refreshTokens.find(TokenHash.of("r")).orElseThrow().revokedAt()).isEqualTo(NOW);
    assertThat(tokens.find(TokenHash.of("c")).orElseThrow().revokedAt()).isNull();
    assertThat(grants.revokeByToken(TokenHash.of("nobody"), NOW)).isEmpty();
  }

  @Test
  void shouldRevokeATokenOfNoGrantAlone() {
    tokens.add(agentToken(ACME, NOW, null));

    assertThat(grants.revokeByToken(HASH, NOW).orElseThrow().accessTokens()).containsExactly(HASH);
    assertThat(grants.revokeByToken(HASH, NOW)).isEmpty();
  }

  @Test
  void shouldRemoveAnApplicationWithAllThatCameOfIt() {
    clients.put(client(null, "My app", List.of()), NOW);
    addCode();
    grants.redeem(HASH, access("a", grant("g"), NOW), refresh("r", grant("g"), NOW), 9);
    consents.put(ACME, ANNA, "client-1", Set.of("customers:ro"), NOW);

    assertThat(clients.remove(ACME, "client-1", NOW)).contains(List.of(TokenHash.of("a")));

    assertThat(clients.remove(ACME, "client-1", NOW)).isEmpty();
    assertThat(clients.of(ACME)).isEmpty();
    assertThat(codes.find(HASH)).isEmpty();
    assertThat(consents.find(ACME, ANNA, "client-1")).isEmpty();
    assertThat(refreshTokens.find(TokenHash.of("r")).orElseThrow().revokedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldFindApplicationsByIdInAllLicenses() {
    var mine = client(null, "My app", List.of());
    var theirs = new OAuthClient(OTHER, "client-1", "x", "App", List.of(), Set.of(), true);
    clients.put(mine, NOW);
    clients.put(theirs, NOW);

    assertThat(clients.withId("client-1")).containsExactly(theirs, mine);
    assertThat(clients.withId("client-2")).isEmpty();
  }

  @Test
  void shouldFindWhoSignsInWithAnAddress() {
    var mine = new AccountCredential(ACME, ANNA, ACCOUNT, "$argon2id$1");
    var theirs = new AccountCredential(OTHER, ANNA, ACCOUNT, "$argon2id$2");
    accounts.put(mine, NOW);
    accounts.put(theirs, NOW);

    assertThat(accounts.withLogin("ANNA@example.com", 9)).containsExactly(theirs, mine);
    assertThat(accounts.withLogin("ANNA@example.com", 1)).hasSize(1);
    assertThat(accounts.withLogin("bob@example.com", 9)).isEmpty();
  }

  @Test
  void shouldKeepRecordAndForgetItWithTime() {
    var audit = new AuthAudit(jdbi);
    var event =
        new AuthEvent(NOW, 7, AuthEvent.Action.SIGN_IN, AuthEvent.OK, "anna", "client", "::1");
    var later =
        new AuthEvent(NOW.plusSeconds(60), 7, AuthEvent.Action.REVOKE, "reused", null, null, null);
    audit.add(event);
    audit.add(later);

    assertThat(audit.newest(7, 9)).containsExactly(later, event);
    assertThat(audit.newest(7, 1)).containsExactly(later);
    assertThat(audit.newest(0, 9)).isEmpty();
    assertThat(audit.removeBefore(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(audit.newest(7, 9)).containsExactly(later);
  }

  @Test
  void shouldListPersonalTokensAndRevokeOnlyTheAgentsOwn() {
    var personal = new PersonalTokens(jdbi);
    var token =
        new PersonalToken(HASH, ACME, ANNA, ACCOUNT, "laptop", Set.of("customers:ro"), NOW, null);
    personal.add(token);
    var bob = new AgentId("bob@example.com");

    assertThat(personal.list(ACME, ANNA)).containsExactly(token);
    assertThat(personal.list(ACME, bob)).isEmpty();
    assertThat(personal.revoke(ACME, bob, token.id(), NOW)).isEmpty();
    assertThat(personal.revoke(OTHER, ANNA, token.id(), NOW)).isEmpty();
    assertThat(personal.revoke(ACME, ANNA, token.id(), NOW)).contains(HASH);
    assertThat(personal.revoke(ACME, ANNA, token.id(), NOW)).isEmpty();
  }

  @Test
  void shouldSayWhatAnAgentMay() {
    var agents = new AgentPermissions(jdbi);
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                insert into agent
                  (license_id, id, position, account_id, public_id, name, permission,
                   max_chats_count, groups)
                values (?, ?, 0, ?, 'public-1', 'Anna', 'administrator', 6, '{}')
                """,
                ACME.value(),
                ANNA.value(),
                ACCOUNT));

    assertThat(agents.find(ACME, ANNA)).contains(Permission.ADMINISTRATOR);
    assertThat(agents.accountOf(ACME, ANNA)).contains(ACCOUNT);
    assertThat(agents.find(OTHER, ANNA)).isEmpty();
    assertThat(agents.accountOf(OTHER, ANNA)).isEmpty();
  }
}
