package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page on which agents make and revoke their own tokens.
class PersonalTokenPageTest {
  private static final Pattern MADE =
      Pattern.compile("shown this once:</p><code>([^<]+)</code>", Pattern.DOTALL);

  private final AccountsServer server = new AccountsServer(TestDatabase.emptied());
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  /// Signs in, and comes to the page.
  private AgentBrowser.Seen arrive(Permission permission) {
    server
        .withAgent(ACME, ANNA, permission)
        .withApp(PersonalTokenRoutes.CLIENT_ID, null, PersonalTokenRoutes.PATH, false);
    AgentBrowser.Seen signIn = browser.follow(browser.get("/accounts/tokens"));
    AgentBrowser.Seen back = browser.signIn(signIn, ANNA.value(), PASSWORD);
    assertThat(back.location()).startsWith(server.origin() + "/accounts/tokens?code=");
    return browser.get("/accounts/tokens");
  }

  private static int formOfCreation(AgentBrowser.Seen page) {
    return page.html().split("<form ", -1).length - 2;
  }

  private AgentBrowser.Seen create(AgentBrowser.Seen page, Map<String, String> typed) {
    return browser.submit(page, formOfCreation(page), typed);
  }

  private static String made(AgentBrowser.Seen page) {
    var found = MADE.matcher(page.html());
    assertThat(found.find()).as(page.html()).isTrue();
    return found.group(1);
  }

  private int statusWith(String token) {
    String basic =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + token).getBytes(StandardCharsets.UTF_8));
    return server
        .send("/info", request -> request.GET().header("Authorization", "Basic " + basic))
        .status();
  }

  @Test
  void shouldHaveAgentsSignInAndComeBack() {
    AgentBrowser.Seen page = arrive(Permission.OWNER);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("Your access tokens", "anna@example.com", ACCOUNT)
        .doesNotContain("<script");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void shouldMakeATokenThatIsShownOnceAndWorks() {
    AgentBrowser.Seen page =
        create(
            arrive(Permission.OWNER),
            Map.of("name", "Nightly <report>", "scope.chats--all:ro", "on"));

    String token = made(page);
    assertThat(token).startsWith("dal:");
    assertThat(statusWith(token)).isEqualTo(200);
    assertThat(browser.get("/accounts/tokens").html())
        .contains("Nightly &lt;report&gt;", "chats--all:ro")
        .doesNotContain(token);
    assertThat(server.audit(ACME.licenseId().value()))
        .startsWith("PERSONAL_TOKEN ok anna@example.com");
  }

  @Test
  void shouldRevokeAToken() {
    AgentBrowser.Seen page =
        create(arrive(Permission.OWNER), Map.of("name", "Laptop", "scope.*", "on"));
    String token = made(page);

    AgentBrowser.Seen sent = browser.submit(page, 0, Map.of());

    assertThat(sent.location()).isEqualTo("/accounts/tokens");
    assertThat(browser.follow(sent).html()).doesNotContain("Laptop");
    assertThat(statusWith(token)).isEqualTo(401);
    assertThat(server.audit(ACME.licenseId().value())).startsWith("REVOKE ok anna@example.com");
    assertThat(browser.submit(page, 0, Map.of()).html()).contains("revoked already");
  }

  @Test
  void shouldOfferAndGiveNormalAgentsNoMoreThanTheyMayDo() {
    AgentBrowser.Seen page = arrive(Permission.NORMAL);

    assertThat(page.html())
        .contains("scope.chats--access:rw")
        .doesNotContain("scope.chats--all:rw");
    AgentBrowser.Seen refused =
        create(page, Map.of("name", "Too much", "scope.chats--all:rw", "on"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.html()).contains("may not do all that", "value=\"Too much\"");
  }

  @Test
  void shouldAskForANameAndForScopes() {
    AgentBrowser.Seen page = arrive(Permission.OWNER);

    assertThat(create(page, Map.of("name", " ", "scope.*", "on")).html())
        .contains("say what the token is for");
    assertThat(create(page, Map.of("name", "Laptop")).html())
        .contains("choose what the token may do");
  }

  @Test
  void shouldTakeNoFormThatAnotherWebsiteMade() {
    AgentBrowser.Seen page = arrive(Permission.OWNER);
    Map<String, String> typed = Map.of("name", "Trick", "scope.*", "on");
    var tricked = new AgentBrowser(server, "Sec-Fetch-Site", "cross-site");
    tricked.cookies.putAll(browser.cookies);

    assertThat(browser.post("/accounts/tokens", typed).status()).isEqualTo(400);
    assertThat(tricked.submit(page, formOfCreation(page), typed).status()).isEqualTo(400);
    assertThat(browser.get("/accounts/tokens").html()).doesNotContain("Trick");
  }

  @Test
  void shouldSendWhoIsNotSignedInAnymoreToSignIn() {
    AgentBrowser.Seen page = arrive(Permission.OWNER);
    browser.cookies.clear();

    AgentBrowser.Seen sent = create(page, Map.of("name", "Laptop", "scope.*", "on"));

    assertThat(sent.location()).startsWith("/accounts/?response_type=code");
  }
}
