package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static io.parley.gateway.account.AccountsServer.SERVER_APP;
import static io.parley.gateway.account.AccountsServer.SERVER_HOME;
import static io.parley.gateway.account.AccountsServer.SERVER_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page on which agents allow applications to act for them.
class ConsentTest {
  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.OWNER)
          .withServerApp("customers:rw", "chats--all:ro");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  /// The application of somebody else, of which agents are asked.
  private void foreign(String... scopes) {
    server.withApp(SERVER_APP, SERVER_SECRET, SERVER_HOME, true, scopes);
  }

  /// Signs in, and comes to the next page.
  private AgentBrowser.Seen arrive(Map<String, String> query) {
    AgentBrowser.Seen sent =
        browser.signIn(browser.open("/accounts/", query), ANNA.value(), PASSWORD);
    return browser.follow(sent);
  }

  private AgentBrowser.Seen decide(AgentBrowser.Seen page, String decision) {
    return browser.submit(page, 0, Map.of("decision", decision));
  }

  @Test
  void shouldAskWithScopesInWordsAndSendOnWhatWasAllowed() {
    foreign("customers:rw", "chats--all:ro");

    AgentBrowser.Seen page = arrive(Asking.code());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("My &lt;app&gt;")
        .contains("anna@example.com")
        .contains("https://app.example")
        .contains("read all chats")
        .contains("<code>chats--all:ro</code>")
        .contains("<code>customers:rw</code>")
        .doesNotContain("<script");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    AgentBrowser.Seen sent = decide(page, "allow");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.location()).startsWith(SERVER_HOME + "?code=");
    assertThat(server.audit(ACME.licenseId().value()))
        .startsWith("AUTHORIZE ok anna@example.com", "CONSENT ok anna@example.com");
  }

  @Test
  void shouldNotAskForApplicationsOfTheLicensesOwn() {
    AgentBrowser.Seen sent =
        browser.signIn(browser.open("/accounts/", Asking.code()), ANNA.value(), PASSWORD);

    assertThat(sent.location()).startsWith(SERVER_HOME);
  }

  @Test
  void shouldAskEvenThenWhenTheApplicationWantsIt() {
    Map<String, String> query = Asking.with(Asking.code(), "prompt", "consent");

    AgentBrowser.Seen page = arrive(query);

    assertThat(page.html()).contains("<code>customers:rw</code>");
    assertThat(decide(page, "allow").location()).startsWith(SERVER_HOME);
    assertThat(browser.open("/accounts/", query).status()).isEqualTo(200);
  }

  @Test
  void shouldNotAskTwice() {
    foreign("customers:rw");
    decide(arrive(Asking.code()), "allow");

    assertThat(browser.open("/accounts/", Asking.code()).location()).startsWith(SERVER_HOME);
    Map<String, String> less = Asking.with(Asking.code(), "scope", "customers:ro");
    assertThat(browser.open("/accounts/", less).location()).startsWith(SERVER_HOME);
  }

  @Test
  void shouldAskAgainWhenTheApplicationWantsMore() {
    foreign("customers:rw");
    decide(arrive(Asking.code()), "allow");

    foreign("customers:rw", "chats--all:ro");

    AgentBrowser.Seen page = browser.open("/accounts/", Asking.code());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("chats--all:ro");
  }

  @Test
  void shouldSendNothingToTheApplicationWhenTheAgentDenies() {
    foreign("customers:rw");

    AgentBrowser.Seen sent = decide(arrive(Asking.code()), "deny");

    assertThat(sent.location()).startsWith("/accounts/ooops?");
    assertThat(sent.parameter("oauth_exception")).isEqualTo("access_denied");
    assertThat(server.audit(ACME.licenseId().value()))
        .startsWith("CONSENT denied anna@example.com");
    assertThat(browser.open("/accounts/", Asking.code()).status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseADecisionThatTheAgentDidNotMakeHere() {
    foreign("customers:rw");
    AgentBrowser.Seen page = arrive(Asking.code());
    Map<String, String> form = Asking.with(Asking.code(), "decision", "allow");

    assertThat(browser.post("/accounts/consent", form).parameter("oauth_exception"))
        .isEqualTo("invalid_request");
    assertThat(
            browser
                .submit(page, 0, Map.of("decision", "allow", "scope", "customers:ro"))
                .parameter("oauth_exception"))
        .isEqualTo("invalid_request");
    assertThat(browser.submit(page, 0, Map.of()).parameter("oauth_exception"))
        .isEqualTo("invalid_request");
    var tricked = new AgentBrowser(server, "Sec-Fetch-Site", "cross-site");
    tricked.cookies.putAll(browser.cookies);
    assertThat(tricked.submit(page, 0, Map.of("decision", "allow")).parameter("oauth_exception"))
        .isEqualTo("invalid_request");
  }

  @Test
  void shouldNotTakeOneFormForTheOther() {
    foreign("customers:rw");
    AgentBrowser.Seen page = arrive(Asking.code());

    AgentBrowser.Seen sent = browser.submit(page, 1, Map.of("decision", "allow"));

    assertThat(sent.location()).startsWith("/accounts/signin?");
  }

  @Test
  void shouldRefuseADecisionOfWhoIsNotSignedIn() {
    foreign("customers:rw");
    AgentBrowser.Seen page = arrive(Asking.code());
    browser.cookies.clear();

    AgentBrowser.Seen sent = decide(page, "allow");

    assertThat(sent.parameter("identity_exception")).isEqualTo("identity_lost");
  }

  @Test
  void shouldRefuseADecisionOfWhoHasLeft() {
    foreign("customers:rw");
    AgentBrowser.Seen page = arrive(Asking.code());
    server.removeAgent(ACME, ANNA);

    assertThat(decide(page, "allow").parameter("identity_exception")).isEqualTo("identity_lost");
  }

  @Test
  void shouldLetTheAgentUseAnotherAccount() {
    foreign("customers:rw");
    AgentBrowser.Seen page = arrive(Asking.code());

    AgentBrowser.Seen sent = browser.submit(page, 1, Map.of());

    assertThat(sent.location()).startsWith("/accounts/signin?");
    assertThat(browser.cookies).doesNotContainKey("parley_session");
    assertThat(browser.open("/accounts/", Asking.code()).html()).contains("<h1>Sign in</h1>");
    assertThat(server.audit(ACME.licenseId().value())).startsWith("SIGN_OUT ok anna@example.com");
  }
}
