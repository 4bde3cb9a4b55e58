package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
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
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes: had by way of an agent's browser, exchanged by the application.
class CodeGrantTest {
  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.OWNER)
          .withServerApp("chats--all:rw", "customers:rw");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String code(Map<String, String> query) {
    AgentBrowser.Seen seen = browser.open("/accounts/", query);
    if (seen.status() == 200) {
      seen = browser.signIn(seen, ANNA.value(), PASSWORD);
    }
    return seen.parameter("code");
  }

  private static Map<String, String> exchange(String code) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", SERVER_APP);
    form.put("client_secret", SERVER_SECRET);
    form.put("redirect_uri", SERVER_HOME);
    return form;
  }

  private static Map<String, String> publicExchange(String code) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", CLIENT);
    form.put("redirect_uri", HOME + "/");
    form.put("code_verifier", Asking.VERIFIER);
    return form;
  }

  private Answer post(Map<String, String> form) {
    return server.post("/token", AgentBrowser.encoded(form));
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("oauth_exception")).isEqualTo(error);
    assertThat(answer.text("error_description")).isNotBlank();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void shouldSendACodeToTheApplicationAfterSigningIn() {
    AgentBrowser.Seen page = browser.open("/accounts/", Asking.code());
    assertThat(page.status()).isEqualTo(200);

    AgentBrowser.Seen sent = browser.signIn(page, ANNA.value(), PASSWORD);

    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.location()).startsWith(SERVER_HOME + "?code=dal%3A");
    assertThat(sent.parameter("code")).matches("dal:[A-Za-z0-9_-]{43}");
    assertThat(sent.parameter("state")).isEqualTo("i8XNjC4b8KVok4uw5RftR38Wgp2BFwql");
    assertThat(sent.parameters()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/accounts", "/accounts/", "/signin", "/accounts/signin"})
  void shouldBeAskedOnEveryDocumentedPath(String path) {
    AgentBrowser.Seen page = browser.open(path, Asking.code());

    assertThat(browser.signIn(page, ANNA.value(), PASSWORD).location()).startsWith(SERVER_HOME);
  }

  @Test
  void shouldLeaveTheRootToOthersWhenNothingIsAsked() {
    assertThat(browser.get("/").status()).isEqualTo(404);
  }

  @Test
  void shouldSendWhoIsSignedInThroughUnseen() {
    String first = code(Asking.code());

    AgentBrowser.Seen again = browser.open("/accounts/", Asking.code());

    assertThat(again.status()).isEqualTo(302);
    assertThat(again.parameter("code")).isNotEmpty().isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/v2/token", "/accounts/token", "/accounts/v2/token"})
  void shouldExchangeACodeForTokens(String path) {
    Answer answer = server.post(path, AgentBrowser.encoded(exchange(code(Asking.code()))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("access_token")).matches("dal:[A-Za-z0-9_-]{43}");
    assertThat(answer.text("refresh_token")).matches("dal:[A-Za-z0-9_-]{43}");
    assertThat(answer.json().copy().putNull("access_token").putNull("refresh_token"))
        .isEqualTo(
            new JsonObject()
                .putNull("access_token")
                .put("account_id", ACCOUNT)
                .put("entity_id", ANNA.value())
                .put("expires_in", 28800)
                .put("license_id", 104_130_623)
                .put("organization_id", ACME.organizationId().value())
                .putNull("refresh_token")
                .put("scope", "chats--all:rw,customers:rw")
                .put("token_type", "Bearer"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(
            server
                .accounts
                .tokens()
                .checkBlocking("Bearer " + answer.text("access_token"), Role.AGENT))
        .isInstanceOfSatisfying(
            TokenCheck.Allowed.class,
            allowed -> {
              assertThat(allowed.grant().holder()).isEqualTo(new Holder.Agent(ANNA, ACCOUNT));
              assertThat(allowed.grant().scopes().contain("chats--my:ro")).isTrue();
              assertThat(allowed.grant().scopes().contain("agents--all:ro")).isFalse();
            });
  }

  @Test
  void shouldAcceptJsonAndTheSecretInTheHeader() {
    Map<String, String> form = exchange(code(Asking.code()));
    form.remove("client_secret");
    var body = new JsonObject();
    form.forEach(body::put);
    String pair = SERVER_APP + ":" + SERVER_SECRET;

    Answer answer =
        server.post(
            "/v2/token",
            body.encode(),
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void shouldLetPagesOfOtherWebsitesReadTheAnswer() {
    Answer answer =
        server.post(
            "/v2/token", AgentBrowser.encoded(exchange(code(Asking.code()))), "Origin", HOME);

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(HOME);
  }

  @Test
  void shouldRevokeEverythingWhenACodeIsUsedTwice() {
    String code = code(Asking.code());
    Answer first = post(exchange(code));

    Answer second = post(exchange(code));

    assertRefused(second, 400, "invalid_grant");
    assertThat(
            server
                .accounts
                .tokens()
                .checkBlocking("Bearer " + first.text("access_token"), Role.AGENT))
        .isEqualTo(new TokenCheck.Refused(Refusal.REVOKED));
    assertRefused(
        post(
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                first.text("refresh_token"),
                "client_id",
                SERVER_APP,
                "client_secret",
                SERVER_SECRET)),
        400,
        "invalid_grant");
    assertThat(server.audit(ACME.licenseId().value())).startsWith("REVOKE reused " + ANNA.value());
  }

  @Test
  void shouldNotExchangeAnOldCode() {
    String code = code(Asking.code());
    server.pass(Duration.ofMinutes(5));

    assertRefused(post(exchange(code)), 400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type,,400,invalid_request",
    "grant_type,password,400,unsupported_grant_type",
    "grant_type,client_credentials,400,unsupported_grant_type",
    "code,,400,invalid_request",
    "code,dal:unknown,400,invalid_grant",
    "client_id,,400,unauthorized_client",
    "client_id,unknown,400,unauthorized_client",
    "client_secret,,401,invalid_client",
    "client_secret,wrong,400,unauthorized_client",
    "redirect_uri,,400,invalid_request",
    "redirect_uri,https://app.example/callback/other,400,invalid_grant",
    "code_verifier,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk,400,invalid_grant",
  })
  void shouldRefuseAWrongExchangeAndLeaveTheCodeUsable(
      String name, String value, int status, String error) {
    String code = code(Asking.code());

    assertRefused(post(Asking.with(exchange(code), name, value)), status, error);

    assertThat(post(exchange(code)).status()).isEqualTo(200);
  }

  @Test
  void shouldNotGiveACodeToAnotherApplication() {
    server.withApp("another", "an0ther", SERVER_HOME, false, "chats--all:rw");
    Map<String, String> form = exchange(code(Asking.code()));
    form.put("client_id", "another");
    form.put("client_secret", "an0ther");

    assertRefused(post(form), 400, "invalid_grant");
  }

  @Test
  void shouldRefuseAParameterThatIsThereTwice() {
    String form = AgentBrowser.encoded(exchange(code(Asking.code())));

    assertRefused(server.post("/token", form + "&code=x"), 400, "invalid_request");
  }

  @Test
  void shouldRefuseTwoApplicationsInOneRequest() {
    String pair = "another:" + SERVER_SECRET;

    Answer answer =
        server.post(
            "/token",
            AgentBrowser.encoded(exchange("x")),
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));

    assertRefused(answer, 400, "invalid_request");
    assertRefused(
        server.post("/token", AgentBrowser.encoded(exchange("x")), "Authorization", "Basic ??"),
        401,
        "invalid_client");
  }

  @Test
  void shouldExchangeACodeWithoutASecretWhenTheKeyIsProven() {
    Answer answer = post(publicExchange(code(Asking.publicCode())));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("refresh_token")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "plain,true",
    ",true",
    "PLAIN,false",
    "S256,false",
  })
  void shouldTakeAPlainKeyForWhatItIs(String method, boolean fits) {
    Map<String, String> query =
        Asking.with(
            Asking.with(Asking.publicCode(), "code_challenge", Asking.VERIFIER),
            "code_challenge_method",
            method);

    assertThat(!code(query).isEmpty() && post(publicExchange(code(query))).status() == 200)
        .isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S256", "s256"})
  void shouldKnowBothSpellingsOfTheMethod(String method) {
    String code = code(Asking.with(Asking.publicCode(), "code_challenge_method", method));

    assertThat(post(publicExchange(code)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    ",invalid_request",
    "short,invalid_grant",
    "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk,invalid_grant",
  })
  void shouldAskForTheProofOfTheKey(String verifier, String error) {
    String code = code(Asking.publicCode());

    assertRefused(post(Asking.with(publicExchange(code), "code_verifier", verifier)), 400, error);
  }

  @Test
  void shouldAskApplicationsWithASecretForBothIfTheyCameWithAKey() {
    Map<String, String> query = Asking.with(Asking.code(), "code_challenge", Asking.CHALLENGE);
    Map<String, String> form = exchange(code(Asking.with(query, "code_challenge_method", "S256")));

    assertRefused(post(form), 400, "invalid_request");
    form.put("code_verifier", Asking.VERIFIER);
    assertRefused(post(Asking.with(form, "client_secret", null)), 401, "invalid_client");
    assertThat(post(form).status()).isEqualTo(200);
  }

  @Test
  void shouldLetPublicApplicationsDoWithoutAKeyWhereItIsConfiguredSo() {
    AccountsConfig lenient =
        AccountsServer.QUICK.withAuthorization(AccountsServer.CHEAP.withProofKeyRequired(false));
    try (var other = new AccountsServer(TestDatabase.emptied(), lenient)) {
      other.withAgent(ACME, ANNA, Permission.OWNER);
      var visitor = new AgentBrowser(other);
      Map<String, String> query = Asking.with(Asking.publicCode(), "code_challenge", null);
      AgentBrowser.Seen page =
          visitor.open("/accounts/", Asking.with(query, "code_challenge_method", null));

      String code = visitor.signIn(page, ANNA.value(), PASSWORD).parameter("code");

      Map<String, String> form = Asking.with(publicExchange(code), "code_verifier", null);
      assertThat(other.post("/token", AgentBrowser.encoded(form)).status()).isEqualTo(200);
    }
  }

  @Test
  void shouldNotGiveTokensOfAnAgentWhoHasLeft() {
    String code = code(Asking.code());
    server.removeAgent(ACME, ANNA);

    assertRefused(post(exchange(code)), 403, "access_denied");
  }

  @Test
  void shouldKeepNoSecretInTheDatabase() {
    String code = code(Asking.code());
    Answer answer = post(exchange(code));

    assertThat(TestDatabase.shared().dump())
        .doesNotContain(code)
        .doesNotContain(answer.text("access_token"))
        .doesNotContain(answer.text("refresh_token"))
        .doesNotContain(browser.cookies.get("parley_session"))
        .doesNotContain(PASSWORD);
  }
}
