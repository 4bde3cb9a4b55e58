package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static io.parley.gateway.account.AccountsServer.SERVER_APP;
import static io.parley.gateway.account.AccountsServer.SERVER_HOME;
import static io.parley.gateway.account.AccountsServer.SERVER_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import io.parley.store.credential.TokenHash;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of tokens: refreshed, limited, shown, revoked.
class RefreshTokenTest {
  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.OWNER)
          .withServerApp("chats--all:rw", "customers:rw")
          .withApp(CLIENT, null, HOME + "/", false, "chats--all:rw");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String code(Map<String, String> query) {
    AgentBrowser.Seen seen = browser.open("/accounts/", query);
    return (seen.status() == 200 ? browser.signIn(seen, ANNA.value(), PASSWORD) : seen)
        .parameter("code");
  }

  private Answer post(Map<String, String> form) {
    return server.post("/token", AgentBrowser.encoded(form));
  }

  /// Tokens of the application that keeps a secret.
  private Answer kept() {
    return post(
        Map.of(
            "grant_type", "authorization_code",
            "code", code(Asking.code()),
            "client_id", SERVER_APP,
            "client_secret", SERVER_SECRET,
            "redirect_uri", SERVER_HOME));
  }

  /// Tokens of the application that can't.
  private Answer exposed() {
    return post(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code(Asking.publicCode()),
            "client_id",
            CLIENT,
            "code_verifier",
            Asking.VERIFIER,
            "redirect_uri",
            HOME + "/"));
  }

  private static Map<String, String> refresh(String token) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", token);
    form.put("client_id", SERVER_APP);
    form.put("client_secret", SERVER_SECRET);
    return form;
  }

  private static Map<String, String> publicRefresh(String token) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", token);
    form.put("client_id", CLIENT);
    return form;
  }

  private Answer info(String token) {
    return server.send("/info", request -> request.header("Authorization", "Bearer " + token));
  }

  private Answer delete(String path) {
    return server.send(path, HttpRequest.Builder::DELETE);
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("oauth_exception")).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/v2/token", "/accounts/token"})
  void shouldGiveAnotherAccessTokenForTheSameRefreshToken(String path) {
    Answer first = kept();
    server.pass(Duration.ofDays(400));

    Answer again = server.post(path, AgentBrowser.encoded(refresh(first.text("refresh_token"))));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("refresh_token")).isEqualTo(first.text("refresh_token"));
    assertThat(again.text("access_token")).isNotEqualTo(first.text("access_token"));
    assertThat(again.json().fieldNames()).isEqualTo(first.json().fieldNames());
    assertThat(info(again.text("access_token")).status()).isEqualTo(200);
  }

  @Test
  void shouldTellTheRefreshTokenToWhoHasTheAccessTokenThatItMade() {
    Answer first = kept();
    Answer again = post(refresh(first.text("refresh_token")));

    assertThat(info(first.text("access_token")).text("refresh_token")).isNull();
    assertThat(info(again.text("access_token")).text("refresh_token"))
        .isEqualTo(first.text("refresh_token"));
    assertThat(TestDatabase.shared().dump()).doesNotContain(first.text("refresh_token"));
  }

  @Test
  void shouldNotDescribeARefreshToken() {
    assertRefused(info(kept().text("refresh_token")), 401, "invalid_grant");
  }

  @Test
  void shouldRotateTheTokensOfApplicationsWithoutASecret() {
    Answer first = exposed();

    Answer second = post(publicRefresh(first.text("refresh_token")));
    Answer third = post(publicRefresh(second.text("refresh_token")));

    assertThat(third.status()).isEqualTo(200);
    assertThat(List.of(first, second, third))
        .extracting(answer -> answer.text("refresh_token"))
        .doesNotHaveDuplicates();
    assertThat(info(third.text("access_token")).text("refresh_token")).isNull();
  }

  @Test
  void shouldRevokeEverythingWhenARotatedTokenComesBack() {
    Answer first = exposed();
    Answer second = post(publicRefresh(first.text("refresh_token")));

    assertRefused(post(publicRefresh(first.text("refresh_token"))), 400, "invalid_grant");

    assertRefused(post(publicRefresh(second.text("refresh_token"))), 400, "invalid_grant");
    assertThat(info(first.text("access_token")).status()).isEqualTo(401);
    assertThat(info(second.text("access_token")).status()).isEqualTo(401);
    assertThat(server.audit(ACME.licenseId().value())).startsWith("REVOKE reused anna@example.com");
  }

  @Test
  void shouldLetOneOfTwoRequestsAtOnceHaveTheToken() {
    Answer first = exposed();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<CompletableFuture<Answer>>();
      for (int request = 0; request < 4; request++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> post(publicRefresh(first.text("refresh_token"))), threads));
      }
      assertThat(answers.stream().map(each -> each.join().status()).filter(status -> status == 200))
          .hasSize(1);
    }
    assertThat(info(first.text("access_token")).status()).isEqualTo(401);
  }

  @Test
  void shouldForgetApplicationsWithoutASecretThatStayAway() {
    Answer first = exposed();
    server.pass(Duration.ofDays(29));
    Answer second = post(publicRefresh(first.text("refresh_token")));
    assertThat(second.status()).isEqualTo(200);
    server.pass(Duration.ofDays(30));

    assertRefused(post(publicRefresh(second.text("refresh_token"))), 400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "refresh_token,,400,invalid_request",
    "refresh_token,dal:unknown,400,unauthorized_client",
    "client_id,,400,unauthorized_client",
    "client_id,unknown,400,unauthorized_client",
    "client_id,04b98ba24fc4426a0a046cf955dfd796,401,invalid_client",
    "client_secret,,401,invalid_client",
    "client_secret,wrong,400,unauthorized_client",
    "scope,webhooks--all:rw,403,access_denied",
  })
  void shouldRefuseAWrongRequest(String name, String value, int status, String error) {
    String token = kept().text("refresh_token");

    assertRefused(post(Asking.with(refresh(token), name, value)), status, error);

    assertThat(post(refresh(token)).status()).isEqualTo(200);
  }

  @Test
  void shouldGiveFewerScopesWhenFewerAreAskedFor() {
    String token = kept().text("refresh_token");

    Answer fewer = post(Asking.with(refresh(token), "scope", "customers:ro"));

    assertThat(fewer.text("scope")).isEqualTo("customers:ro");
    assertThat(post(refresh(token)).text("scope")).isEqualTo("chats--all:rw,customers:rw");
  }

  @Test
  void shouldGiveNoMoreThanAgentAndApplicationMayHaveByNow() {
    String token = kept().text("refresh_token");

    server.withAgent(ACME, ANNA, Permission.NORMAL);
    assertThat(post(refresh(token)).text("scope")).isEqualTo("customers:rw");

    server.withServerApp("webhooks--all:rw");
    assertRefused(post(refresh(token)), 403, "missing_grant");

    server.removeAgent(ACME, ANNA);
    assertRefused(post(refresh(token)), 403, "access_denied");
  }

  @Test
  void shouldKeepTwentyFiveTokensAndRevokeTheOldest() {
    var answers = new ArrayList<Answer>();
    for (int round = 0; round < 26; round++) {
      answers.add(kept());
      server.pass(Duration.ofSeconds(1));
    }

    assertRefused(post(refresh(answers.get(0).text("refresh_token"))), 400, "invalid_grant");
    assertThat(info(answers.get(0).text("access_token")).status()).isEqualTo(401);
    assertThat(info(answers.get(1).text("access_token")).status()).isEqualTo(200);
    assertThat(post(refresh(answers.get(1).text("refresh_token"))).status()).isEqualTo(200);
    assertThat(info(AccountsServer.AGENT_TOKEN).status()).isEqualTo(200);
  }

  @Test
  void shouldRevokeBothTokensByEither() {
    for (String kind : List.of("access_token", "refresh_token")) {
      Answer tokens = kept();
      Answer renewed = post(refresh(tokens.text("refresh_token")));

      assertThat(delete("/token?token=" + tokens.text(kind)).status()).isEqualTo(200);

      assertThat(info(tokens.text("access_token")).status()).isEqualTo(401);
      assertThat(info(renewed.text("access_token")).status()).isEqualTo(401);
      assertRefused(post(refresh(tokens.text("refresh_token"))), 400, "invalid_grant");
    }
    assertThat(server.audit(ACME.licenseId().value())).contains("REVOKE ok anna@example.com");
  }

  @Test
  void shouldLeaveOtherGrantsAlone() {
    Answer one = kept();
    Answer other = kept();

    delete("/v2/token?code=" + one.text("access_token"));

    assertThat(info(other.text("access_token")).status()).isEqualTo(200);
    assertThat(post(refresh(other.text("refresh_token"))).status()).isEqualTo(200);
  }

  @Test
  void shouldEndAccessTokensWithTime() {
    Answer tokens = kept();
    server.pass(Duration.ofSeconds(28_799));
    assertThat(info(tokens.text("access_token")).json().getInteger("expires_in")).isEqualTo(1);
    server.pass(Duration.ofSeconds(1));

    assertRefused(info(tokens.text("access_token")), 401, "invalid_grant");
  }

  @Test
  void shouldForgetWhatEndedLongAgo() {
    Answer old = exposed();
    server.pass(Duration.ofDays(40));
    kept();

    server.accounts.cleaning().clean();

    String dump = TestDatabase.shared().dump();
    assertThat(dump).doesNotContain(hash(old.text("access_token")));
    assertThat(dump).doesNotContain(hash(old.text("refresh_token")));
    assertRefused(post(publicRefresh(old.text("refresh_token"))), 400, "unauthorized_client");
  }

  private static String hash(String token) {
    return TokenHash.of(token).hex();
  }
}
