package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.ANNA;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.PERSONAL_TOKEN;
import static io.parley.gateway.account.AccountsServer.WEAK_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /info` and `DELETE /token`.
class TokenInspectionTest {
  private final AccountsServer server = new AccountsServer(TestDatabase.emptied());

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer info(String path, String authorization) {
    return server.send(path, request -> request.header("Authorization", authorization));
  }

  private Answer delete(String path) {
    return server.send(path, HttpRequest.Builder::DELETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/info", "/v2/info", "/accounts/info", "/accounts/v2/info"})
  void shouldSayWhatAnAgentsTokenIsGoodFor(String path) {
    server.now.updateAndGet(now -> now.plusSeconds(36));

    Answer answer = info(path, "Bearer " + WEAK_TOKEN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            new JsonObject()
                .put("access_token", WEAK_TOKEN)
                .put("account_id", ACCOUNT)
                .put("client_id", CLIENT)
                .put("entity_id", ANNA.value())
                .put("expires_in", 3564)
                .put("license_id", 104_130_623)
                .put("organization_id", ACME.organizationId().value())
                .put("scope", "chats--all:rw")
                .put("token_type", "Bearer"));
  }

  @Test
  void shouldSayZeroOfATokenThatNeverExpires() {
    assertThat(info("/info", "Bearer " + AGENT_TOKEN).json().getInteger("expires_in")).isZero();
  }

  @Test
  void shouldDescribeAPersonalToken() {
    String pair = ACCOUNT + ":" + PERSONAL_TOKEN;
    Answer answer =
        info(
            "/info",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.text("access_token")).isEqualTo(PERSONAL_TOKEN);
  }

  @Test
  void shouldDescribeACustomersToken() {
    Answer customer = customer();

    Answer answer = info("/v2/info", "Bearer " + customer.text("access_token"));

    assertThat(answer.text("entity_id")).isEqualTo(customer.text("entity_id"));
    assertThat(answer.json().getInteger("expires_in")).isEqualTo(28800);
    assertThat(answer.text("scope")).isEmpty();
    assertThat(answer.json().containsKey("account_id")).isFalse();
  }

  private Answer customer() {
    return server.post(
        "/customer/token",
        "grant_type=cookie&client_id=" + CLIENT + "&license_id=" + ACME.licenseId());
  }

  @Test
  void shouldDescribeNoTokenThatDoesNotLetIn() {
    Answer unknown = info("/info", "Bearer nobody");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.text("error")).isEqualTo("invalid_grant");
    assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");

    Answer nothing = server.send("/info", HttpRequest.Builder::GET);
    assertThat(nothing.status()).isEqualTo(401);
    assertThat(nothing.text("identity_exception")).isEqualTo("unauthorized");

    server.now.updateAndGet(now -> now.plusSeconds(3600));
    assertThat(info("/info", "Bearer " + WEAK_TOKEN).text("error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token?token=dal:agent1-token",
        "/token?token=dal%3Aagent1-token",
        "/v2/token?code=dal:agent1-token",
        "/accounts/token?token=dal:agent1-token",
        "/accounts/v2/token?code=dal:agent1-token"
      })
  void shouldRevokeTheTokenThatTheQueryNames(String path) {
    assertThat(info("/info", "Bearer " + AGENT_TOKEN).status()).isEqualTo(200);

    Answer answer = delete(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(new JsonObject());
    assertThat(info("/info", "Bearer " + AGENT_TOKEN).status()).isEqualTo(401);
  }

  @Test
  void shouldRevokeTheTokenOfTheHeader() {
    String token = customer().text("access_token");

    Answer answer =
        server.send(
            "/v2/token", request -> request.header("Authorization", "Bearer " + token).DELETE());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(info("/info", "Bearer " + token).status()).isEqualTo(401);
    assertThat(info("/info", "Bearer " + AGENT_TOKEN).status()).isEqualTo(200);
  }

  @Test
  void shouldTakeATokenThatNobodyHasForRevoked() {
    assertThat(delete("/token?token=nobody").status()).isEqualTo(200);
  }

  @Test
  void shouldAskWhichTokenToRevoke() {
    Answer answer = delete("/token");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }
}
