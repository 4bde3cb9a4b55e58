package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static io.parley.gateway.account.AccountsServer.SERVER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page on which agents sign in.
class SignInTest {
  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.OWNER)
          .withServerApp("customers:rw");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private AgentBrowser.Seen page() {
    return browser.open("/accounts/", Asking.code());
  }

  private void assertNotSignedIn(AgentBrowser.Seen sent, String error) {
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.location()).startsWith("/accounts/signin?");
    assertThat(sent.parameter("identity_exception")).isEqualTo(error);
    assertThat(sent.parameters()).containsAllEntriesOf(Asking.code());
    assertThat(browser.cookies).doesNotContainKey("parley_session");
    AgentBrowser.Seen again = browser.follow(sent);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.html()).contains("role=\"alert\"").contains("name=\"password\"");
  }

  @Test
  void shouldShowAPageThatEverybodyCanUse() {
    AgentBrowser.Seen page = page();

    assertThat(page.html())
        .startsWith("<!doctype html>")
        .contains("<html lang=\"en\">")
        .contains("<label for=\"email\">")
        .contains("<label for=\"password\">")
        .contains("autocomplete=\"username\"")
        .contains("autocomplete=\"current-password\"")
        .contains("<h1>Sign in</h1>")
        .doesNotContain("<script");
  }

  @Test
  void shouldGuardThePage() {
    AgentBrowser.Seen page = page();

    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .contains("base-uri 'none'")
        .contains("form-action 'self' https:")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void shouldShowTextAsText() {
    AgentBrowser.Seen page =
        browser.open("/signin", Asking.with(Asking.code(), "email", "\"><script>x</script>"));
    AgentBrowser.Seen other =
        browser.open("/signin", Asking.with(Asking.code(), "state", "'\"><img src=x>"));

    assertThat(page.html()).contains("My &lt;app&gt;").doesNotContain("<script>x");
    assertThat(other.html()).doesNotContain("<img");
  }

  @Test
  void shouldKeepTheSessionInAStrictCookie() {
    AgentBrowser.Seen sent = browser.signIn(page(), ANNA.value(), PASSWORD);

    assertThat(sent.response().headers().allValues("Set-Cookie"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("parley_session=")
                    .contains("HTTPOnly")
                    .contains("SameSite=Lax")
                    .contains("Path=/")
                    .contains("Max-Age=43200")
                    .doesNotContain("Domain"));
  }

  @Test
  void shouldKeepItToSecureConnectionsAndThisHostWhereThereIsTls() {
    var secure = new AgentBrowser(server, "X-Forwarded-Proto", "https");

    AgentBrowser.Seen sent =
        secure.signIn(secure.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);

    assertThat(sent.location()).startsWith(SERVER_HOME);
    assertThat(sent.response().headers().allValues("Set-Cookie"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).startsWith("__Host-parley_session=").contains("Secure"));
  }

  @Test
  void shouldAcceptTheAddressInWhateverCase() {
    assertThat(browser.signIn(page(), " Anna@EXAMPLE.com ", PASSWORD).location())
        .startsWith(SERVER_HOME);
  }

  @ParameterizedTest
  @CsvSource({
    "anna@example.com,wrong,unauthorized",
    "nobody@example.com,wrong,unauthorized",
    "anna@example.com,,invalid_request",
    ",wrong,invalid_request",
  })
  void shouldNotSignInWhoDoesNotShowThePassword(String email, String password, String error) {
    var typed = new HashMap<String, String>();
    if (email != null) {
      typed.put("email", email);
    }
    if (password != null) {
      typed.put("password", password);
    }

    AgentBrowser.Seen sent = browser.submit(page(), 0, typed);

    assertThat(sent.parameter("entity_id")).isEqualTo(email == null ? "" : email);
    assertNotSignedIn(sent, error);
  }

  @Test
  void shouldRefuseAFormThatItDidNotGive() {
    Map<String, String> form = Asking.with(Asking.code(), "email", ANNA.value());
    form.put("password", PASSWORD);
    page();

    assertNotSignedIn(browser.post("/accounts/signin", form), "invalid_request");
    form.put("csrf_token", "x");
    assertNotSignedIn(browser.post("/accounts/signin", form), "invalid_request");
  }

  @Test
  void shouldRefuseAFormThatItGaveToAnotherBrowser() {
    var another = new AgentBrowser(server);
    AgentBrowser.Seen page = another.open("/accounts/", Asking.code());
    page();

    assertNotSignedIn(browser.signIn(page, ANNA.value(), PASSWORD), "invalid_request");
  }

  @Test
  void shouldRefuseAFormWhoseValuesWereChanged() {
    AgentBrowser.Seen sent =
        browser.submit(
            page(), 0, Map.of("email", ANNA.value(), "password", PASSWORD, "state", "another"));

    assertThat(sent.parameter("identity_exception")).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void shouldRefuseAFormThatAnotherWebsiteSends(String site) {
    AgentBrowser.Seen page = page();
    var tricked = new AgentBrowser(server, "Sec-Fetch-Site", site);
    tricked.cookies.putAll(browser.cookies);

    assertNotSignedIn(tricked.signIn(page, ANNA.value(), PASSWORD), "invalid_request");
  }

  @Test
  void shouldSlowDownWhoGuesses() {
    AgentBrowser.Seen page = page();
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(browser.signIn(page, ANNA.value(), "guess").parameter("identity_exception"))
          .isEqualTo("unauthorized");
    }

    AgentBrowser.Seen early = browser.signIn(page, ANNA.value(), PASSWORD);

    assertThat(early.status()).isEqualTo(429);
    assertThat(early.header("Retry-After")).isEqualTo("2");
    assertThat(early.html()).contains("Please wait 2 seconds.");
    server.pass(Duration.ofSeconds(2));
    assertThat(browser.signIn(page, ANNA.value(), "guess").status()).isEqualTo(303);
    assertThat(browser.signIn(page, ANNA.value(), PASSWORD).header("Retry-After")).isEqualTo("4");
    server.pass(Duration.ofSeconds(4));
    assertThat(browser.signIn(page, ANNA.value(), PASSWORD).location()).startsWith(SERVER_HOME);
  }

  @Test
  void shouldNotSlowDownOthersForIt() {
    var guesser = new AgentBrowser(server, "X-Forwarded-For", "203.0.113.9");
    AgentBrowser.Seen guessed = guesser.open("/accounts/", Asking.code());
    for (int attempt = 0; attempt < 6; attempt++) {
      guesser.signIn(guessed, ANNA.value(), "guess");
    }
    assertThat(guesser.signIn(guessed, ANNA.value(), PASSWORD).status()).isEqualTo(429);

    assertThat(browser.signIn(page(), ANNA.value(), PASSWORD).location()).startsWith(SERVER_HOME);
  }

  @Test
  void shouldAskWhoWorksForSeveralLicenses() {
    server.withAgent(OTHER, ANNA, Permission.OWNER);
    AgentBrowser.Seen page = browser.open("/accounts/", Asking.token());

    AgentBrowser.Seen choice = browser.signIn(page, ANNA.value(), PASSWORD);

    assertThat(choice.status()).isEqualTo(200);
    assertThat(choice.html()).contains("<option value=\"104130623\">").contains("value=\"2\"");
    AgentBrowser.Seen sent =
        browser.submit(
            choice, 0, Map.of("email", ANNA.value(), "password", PASSWORD, "license", "2"));
    assertThat(sent.location()).startsWith(HOME);
    assertThat(sent.parameter("organization_id")).isEqualTo(OTHER.organizationId().value());
    assertThat(sent.parameter("access_token")).startsWith("fra:");
  }

  @Test
  void shouldTakeTheLicenseThatTheApplicationNames() {
    server.withAgent(OTHER, ANNA, Permission.OWNER);
    AgentBrowser.Seen page =
        browser.open(
            "/accounts/",
            Asking.with(Asking.token(), "organization_id", OTHER.organizationId().value()));

    AgentBrowser.Seen sent = browser.signIn(page, ANNA.value(), PASSWORD);

    assertThat(sent.parameter("organization_id")).isEqualTo(OTHER.organizationId().value());
    assertThat(sent.parameter("client_id")).isEqualTo(CLIENT);
  }

  @Test
  void shouldEndSessionsWhenThePasswordChanges() {
    browser.signIn(page(), ANNA.value(), PASSWORD);
    assertThat(page().status()).isEqualTo(302);

    server
        .accounts
        .provisioning()
        .putPassword(ACME.licenseId(), ANNA, AccountsServer.ACCOUNT, "another password");

    AgentBrowser.Seen page = page();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("You have been signed out.");
  }

  @Test
  void shouldEndSessionsWithTime() {
    browser.signIn(page(), ANNA.value(), PASSWORD);
    server.pass(Duration.ofHours(12));

    assertThat(page().status()).isEqualTo(200);
  }

  @Test
  void shouldAskWhoIsSignedInAgainWhereTheApplicationWantsIt() {
    browser.signIn(page(), ANNA.value(), PASSWORD);

    assertThat(browser.open("/signin", Asking.code()).status()).isEqualTo(200);
  }

  @Test
  void shouldSignInNobodyWhenPasswordsAreSwitchedOff() {
    AccountsConfig closed =
        AccountsServer.QUICK.withAuthorization(AccountsServer.CHEAP.withPasswordSignIn(false));
    try (var other = new AccountsServer(TestDatabase.emptied(), closed)) {
      other.withAgent(ACME, ANNA, Permission.OWNER).withServerApp("customers:ro");
      var visitor = new AgentBrowser(other);

      AgentBrowser.Seen sent =
          visitor.signIn(visitor.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);

      assertThat(sent.parameter("identity_exception")).isEqualTo("credentials_login_disabled");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_request,out of date",
    "unauthorized,is wrong",
    "access_denied,can&#39;t be used here",
    "identity_lost,signed out",
    "credentials_login_disabled,switched off",
    "server_error,went wrong",
  })
  void shouldExplainEveryDocumentedIdentityError(String error, String text) {
    AgentBrowser.Seen page =
        browser.open("/signin", Asking.with(Asking.code(), "identity_exception", error));

    assertThat(page.html()).contains(text);
  }

  @Test
  void shouldKeepRecord() {
    AgentBrowser.Seen page = page();
    browser.signIn(page, "nobody@example.com", "wrong");
    browser.signIn(page, ANNA.value(), PASSWORD);

    assertThat(server.audit(0)).containsExactly("SIGN_IN unauthorized nobody@example.com");
    assertThat(server.audit(ACME.licenseId().value()))
        .containsExactly("AUTHORIZE ok anna@example.com", "SIGN_IN ok anna@example.com");
  }

  @Test
  void shouldSurviveWhateverIsTyped() {
    AgentBrowser.Seen page = page();

    AgentBrowser.Seen much = browser.signIn(page, "a".repeat(3000) + "@", "\uD83D\uDC0B");
    AgentBrowser.Seen zero = browser.signIn(page, "a\0b", "x");

    assertThat(much.parameter("identity_exception")).isEqualTo("unauthorized");
    assertThat(zero.parameter("oauth_exception")).isEqualTo("invalid_request");
  }
}
