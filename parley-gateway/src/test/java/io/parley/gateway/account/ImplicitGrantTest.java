package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Permission;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tokens in the fragment of the application's address, or handed to the window that waits.
class ImplicitGrantTest {
  private final AccountsServer server =
      new AccountsServer(TestDatabase.emptied())
          .withAgent(ACME, ANNA, Permission.ADMINISTRATOR)
          .withApp(CLIENT, null, HOME + "/", false, "chats--all:rw", "customers:rw");
  private final AgentBrowser browser = new AgentBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private AgentBrowser.Seen ask(Map<String, String> query) {
    return browser.signIn(browser.open("/accounts/", query), ANNA.value(), PASSWORD);
  }

  private Grant grant(String token) {
    return ((TokenCheck.Allowed)
            server.accounts.tokens().checkBlocking("Bearer " + token, Role.AGENT))
        .grant();
  }

  @Test
  void shouldSendATokenInTheFragment() {
    AgentBrowser.Seen sent = ask(Asking.token());

    assertThat(sent.location()).startsWith(HOME + "/#access_token=dal%3A");
    assertThat(URI.create(sent.location()).getRawQuery()).isNull();
    assertThat(sent.parameter("token_type")).isEqualTo("Bearer");
    assertThat(sent.parameter("expires_in")).isEqualTo("28800");
    assertThat(sent.parameter("state")).isEqualTo("x y");
    assertThat(sent.parameter("account_id")).isEqualTo(ACCOUNT);
    assertThat(sent.parameters()).doesNotContainKey("refresh_token");
    Grant grant = grant(sent.parameter("access_token"));
    assertThat(grant.holder()).isEqualTo(new Holder.Agent(ANNA, ACCOUNT));
    assertThat(grant.clientId()).isEqualTo(CLIENT);
    assertThat(grant.scopes().names()).containsExactlyInAnyOrder("chats--all:rw", "customers:rw");
    assertThat(grant.expiresAt()).isEqualTo(server.now.get().plusSeconds(28_800));
  }

  @Test
  void shouldGiveFewerScopesWhenFewerAreAskedFor() {
    AgentBrowser.Seen sent = ask(Asking.with(Asking.token(), "scope", "customers:ro,chats--my:ro"));

    assertThat(grant(sent.parameter("access_token")).scopes().names())
        .containsExactlyInAnyOrder("customers:ro", "chats--my:ro");
  }

  @Test
  void shouldFillInTheAddressThatTheApplicationExpects() {
    AgentBrowser.Seen page =
        browser.open("/signin", Asking.with(Asking.token(), "email", "bob@example.com"));

    assertThat(page.html()).contains("value=\"bob@example.com\"");
  }

  @Test
  void shouldHandAMessageToTheWindowThatWaits() {
    AgentBrowser.Seen page = ask(Asking.with(Asking.token(), "flow", "button"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("data-origin=\"https://shop.example\"");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'sha256-");
    JsonObject data = message(page).getJsonObject("data");
    assertThat(grant(data.getString("access_token")).holder().id()).isEqualTo(ANNA);
    assertThat(data.getInteger("expires_in")).isEqualTo(28800);
    assertThat(data.getJsonArray("scopes"))
        .isEqualTo(new JsonArray(List.of("chats--all:rw", "customers:rw")));
    assertThat(data.getString("account_id")).isEqualTo(ACCOUNT);
    assertThat(data.getString("organization_id")).isEqualTo(ACME.organizationId().value());
    assertThat(data.getString("client_id")).isEqualTo(CLIENT);
    assertThat(data.getString("state")).isEqualTo("x y");
  }

  @Test
  void shouldHandACodeToTheWindowThatWaits() {
    AgentBrowser.Seen page = ask(Asking.with(Asking.publicCode(), "flow", "button"));

    JsonObject data = message(page).getJsonObject("data");
    assertThat(data.getString("code")).startsWith("dal:");
    assertThat(data.containsKey("state")).isFalse();
  }

  @Test
  void shouldHandRefusalsToTheWindowThatWaits() {
    server.withAgent(ACME, ANNA, Permission.NORMAL);

    AgentBrowser.Seen page = ask(Asking.with(Asking.token(), "flow", "button"));

    assertThat(message(page).getJsonObject("error").getString("oauth_exception"))
        .isEqualTo("invalid_scope");
  }

  private static JsonObject message(AgentBrowser.Seen page) {
    var found = Pattern.compile("data-message=\"([^\"]*)\"").matcher(page.html());
    assertThat(found.find()).isTrue();
    return new JsonObject(found.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
  }
}
