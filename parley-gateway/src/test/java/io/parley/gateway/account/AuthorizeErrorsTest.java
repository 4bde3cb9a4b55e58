package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static io.parley.gateway.account.AccountsServer.SERVER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the authorization page refuses, and where it sends the browser then: never away from here.
class AuthorizeErrorsTest {
  private static final String EVIL = "https://evil.example/";

  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.OWNER)
          .withServerApp("chats--all:rw", "customers:rw");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private void assertErrorPage(AgentBrowser.Seen sent, String code, String details) {
    assertThat(sent.status()).isIn(302, 303);
    assertThat(sent.location()).startsWith("/accounts/ooops?");
    assertThat(sent.parameter("oauth_exception")).isEqualTo(code);
    assertThat(sent.parameters().get("exception_details")).isEqualTo(details);
    AgentBrowser.Seen page = browser.follow(sent);
    assertThat(page.status()).isGreaterThanOrEqualTo(400);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.html()).contains("role=\"alert\"").contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id,,unauthorized_client,",
    "client_id,unknown,unauthorized_client,client_id_not_found",
    "redirect_uri,,invalid_request,",
    "redirect_uri,https://evil.example/,unauthorized_client,invalid_redirect_uri",
    "redirect_uri,https://app.example/other,unauthorized_client,invalid_redirect_uri",
    "redirect_uri,https://app.example/callback?next=x,unauthorized_client,invalid_redirect_uri",
    "redirect_uri,https://app.example/callback/../x,unauthorized_client,invalid_redirect_uri",
    "redirect_uri,https://app.example@evil.example/callback,unauthorized_client,"
        + "invalid_redirect_uri",
    "redirect_uri,javascript:alert(1),unauthorized_client,invalid_redirect_uri",
    "redirect_uri,//evil.example/callback,unauthorized_client,invalid_redirect_uri",
    "response_type,password,unsupported_response_type,",
    "response_type,code token,unsupported_response_type,",
    "scope,webhooks--all:rw,invalid_scope,",
    "scope,'chats--my:ro,nothing:rw',invalid_scope,",
    "code_challenge,short,invalid_request,",
    "code_challenge_method,S256,invalid_request,",
    "organization_id,22222222-f1e6-4368-96db-74a14508c2e0,unauthorized_client,client_id_not_found",
  })
  void shouldShowAnErrorPageHere(String name, String value, String code, String details) {
    AgentBrowser.Seen sent = browser.open("/accounts/", Asking.with(Asking.code(), name, value));

    assertErrorPage(sent, code, details);
  }

  @Test
  void shouldRefuseAnUnknownMethodOfTheKey() {
    Map<String, String> query = Asking.with(Asking.publicCode(), "code_challenge_method", "S512");

    assertErrorPage(browser.open("/accounts/", query), "invalid_request", null);
  }

  @Test
  void shouldAskPublicApplicationsForAKey() {
    Map<String, String> query = Asking.with(Asking.publicCode(), "code_challenge", null);

    assertErrorPage(
        browser.open("/accounts/", Asking.with(query, "code_challenge_method", null)),
        "invalid_request",
        null);
  }

  @Test
  void shouldRefuseAParameterThatIsThereTwice() {
    AgentBrowser.Seen sent =
        browser.get(
            "/accounts/?"
                + AgentBrowser.encoded(Asking.code())
                + "&redirect_uri=https%3A%2F%2Fevil.example%2F");

    assertErrorPage(sent, "invalid_request", null);
  }

  @Test
  void shouldRefuseARequestWithoutAnything() {
    assertErrorPage(browser.get("/accounts/"), "unauthorized_client", null);
  }

  @Test
  void shouldSayThatTheApplicationLivesNowhere() {
    server
        .accounts
        .provisioning()
        .putClient(
            ACME.licenseId(),
            new CredentialProvisioning.WantedClient(
                "homeless", null, "App", List.of(), Set.of("customers:ro")));

    assertErrorPage(
        browser.open("/accounts/", Asking.with(Asking.token(), "client_id", "homeless")),
        "unauthorized_client",
        "redirect_uri_not_set");
  }

  @Test
  void shouldCheckFormsAsStrictlyAsAddresses() {
    AgentBrowser.Seen page = browser.open("/accounts/", Asking.code());

    AgentBrowser.Seen sent =
        browser.submit(
            page, 0, Map.of("email", ANNA.value(), "password", PASSWORD, "redirect_uri", EVIL));

    assertErrorPage(sent, "unauthorized_client", "invalid_redirect_uri");
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL,chats--access:rw,true",
    "NORMAL,chats--all:rw,false",
    "NORMAL,customers:own,false",
    "NORMAL,unheard.of:rw,false",
    "ADMINISTRATOR,chats--all:rw,true",
    "ADMINISTRATOR,organization--my:rw,false",
    "ADMINISTRATOR,unheard.of:rw,true",
    "OWNER,organization--my:rw,true",
    "NORMAL,*,true",
  })
  void shouldNotLetAnAgentGiveMoreThanTheAgentMay(
      Permission permission, String scope, boolean given) {
    server.withAgent(ACME, ANNA, permission).withServerApp(scope);

    AgentBrowser.Seen sent =
        browser.signIn(browser.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);

    if (given) {
      assertThat(sent.location()).startsWith(SERVER_HOME);
    } else {
      assertErrorPage(sent, "invalid_scope", null);
    }
  }

  @Test
  void shouldSignInNobodyToWhereTheApplicationIsNot() {
    var bob = new AgentId("bob@example.com");
    server.withAgent(OTHER, bob, Permission.OWNER);

    AgentBrowser.Seen sent =
        browser.signIn(browser.open("/accounts/", Asking.code()), bob.value(), PASSWORD);

    assertThat(sent.location()).startsWith("/accounts/signin?");
    assertThat(sent.parameter("identity_exception")).isEqualTo("access_denied");
  }

  @Test
  void shouldShowNothingWhenNothingMayBeShown() {
    Map<String, String> unseen = Asking.with(Asking.code(), "prompt", "none");

    AgentBrowser.Seen nobody = browser.open("/accounts/", unseen);
    assertThat(nobody.location()).startsWith("/accounts/ooops?");
    assertThat(nobody.parameter("identity_exception")).isEqualTo("unauthorized");
    assertThat(browser.follow(nobody).status()).isEqualTo(401);

    browser.signIn(browser.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);
    assertThat(browser.open("/accounts/", unseen).location()).startsWith(SERVER_HOME);

    server.withApp(
        AccountsServer.SERVER_APP, AccountsServer.SERVER_SECRET, SERVER_HOME, true, "customers:ro");
    assertErrorPage(browser.open("/accounts/", unseen), "missing_grant", null);
  }

  @Test
  void shouldNoticeABrowserThatGoesInCircles() {
    AccountsConfig strict =
        AccountsServer.QUICK.withAuthorization(AccountsServer.CHEAP.withRedirectsPerWindow(3));
    try (var other = new AccountsServer(TestDatabase.emptied(), strict)) {
      other.withAgent(ACME, ANNA, Permission.OWNER).withServerApp("customers:ro");
      var visitor = new AgentBrowser(other);
      visitor.signIn(visitor.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);
      for (int round = 0; round < 3; round++) {
        assertThat(visitor.open("/accounts/", Asking.code()).location()).startsWith(SERVER_HOME);
      }

      AgentBrowser.Seen sent = visitor.open("/accounts/", Asking.code());

      assertThat(sent.parameter("oauth_exception")).isEqualTo("access_denied");
      assertThat(sent.parameter("exception_details")).isEqualTo("too_many_redirects");
      other.pass(Duration.ofSeconds(30));
      assertThat(visitor.open("/accounts/", Asking.code()).location()).startsWith(SERVER_HOME);
    }
  }

  @Test
  void shouldAnswerWithAnErrorPageWhenTheDatabaseIsGone() {
    server.brokenWhile(
        () -> assertErrorPage(browser.open("/accounts/", Asking.code()), "server_error", null));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_request,400",
    "unauthorized_client,400",
    "access_denied,403",
    "unsupported_response_type,400",
    "invalid_scope,400",
    "server_error,500",
    "temporarily_unavailable,429",
    "unsupported_grant_type,400",
    "invalid_grant,400",
    "invalid_client,401",
    "missing_grant,403",
    "<script>alert(1)</script>,400",
  })
  void shouldKnowEveryDocumentedErrorOnTheErrorPage(String code, int status) {
    AgentBrowser.Seen page =
        browser.open(
            "/ooops", Map.of("oauth_exception", code, "exception_details", "<b>anything</b>"));

    assertThat(page.status()).isEqualTo(status);
    assertThat(page.html()).doesNotContain("alert(1)").doesNotContain("anything");
  }

  /// The documented table, once more, where it counts.
  @ParameterizedTest(name = "{0} registered, {1} asked: {2}")
  @CsvSource({
    "http://livechat.com,          http://livechat.com,                true",
    "http://livechat.com,          http://livechat.com/archives,       true",
    "http://livechat.com,          http://livechat.com/archives/../,   false",
    "http://livechat.com/archives, http://livechat.com,                false",
    "http://livechat.com/archives, http://livechat.com/archives,       true",
    "http://livechat.com/archives, http://livechat.com/archives/chats, true",
    "http://localhost:3000,        http://localhost:3000,              true",
    "http://127.0.0.1:3000,        http://127.0.0.1:3000,              true",
    "http://localhost:3000,        http://localhost:4000,              false",
    "https://livechat.com,         http://livechat.com,                false",
    "http://livechat.com,          https://livechat.com,               false",
  })
  void shouldKeepToTheDocumentedTableOfAddresses(String registered, String asked, boolean valid) {
    server.withApp("app", null, registered, false, "customers:ro");
    Map<String, String> query =
        Asking.with(Asking.with(Asking.token(), "client_id", "app"), "redirect_uri", asked);

    AgentBrowser.Seen seen = browser.open("/accounts/", query);

    assertThat(seen.status()).isEqualTo(valid ? 200 : 302);
    if (valid) {
      assertThat(browser.signIn(seen, ANNA.value(), PASSWORD).location())
          .startsWith(asked + "#access_token=");
    } else {
      assertErrorPage(seen, "unauthorized_client", "invalid_redirect_uri");
    }
  }
}
