package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static io.parley.gateway.account.AccountsServer.PERSONAL_TOKEN;
import static io.parley.gateway.account.AccountsServer.WEAK_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.user.CustomerId;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers' tokens for who has an agent's token: the request of November 2019 and the later one.
class AgentTokenGrantTest {
  private static final String BEARER = "Bearer " + AGENT_TOKEN;
  private static final String UNKNOWN = "99999999-9999-4999-8999-999999999999";

  private final AccountsServer server = new AccountsServer(TestDatabase.emptied());

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject responseType() {
    return new JsonObject()
        .put("client_id", CLIENT)
        .put("response_type", "token")
        .put("redirect_uri", HOME + "/");
  }

  private static JsonObject grantType() {
    return new JsonObject().put("client_id", CLIENT).put("grant_type", "agent_token");
  }

  private Answer post(String path, JsonObject body, String authorization) {
    return server.post(path, body.encode(), "Authorization", authorization);
  }

  private TokenCheck check(String token, Role role) {
    return server.accounts.tokens().checkBlocking("Bearer " + token, role);
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("error_description")).isNotBlank();
    String family = error.equals("unauthorized") ? "identity_exception" : "oauth_exception";
    assertThat(answer.text(family)).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/customer", "/customer/", "/accounts/customer", "/accounts/customer/"})
  void shouldGiveANewCustomersToken(String path) {
    Answer answer = post(path, responseType(), BEARER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("access_token")).matches("dal:[A-Za-z0-9_-]{43}");
    assertThat(answer.json().copy().putNull("access_token").putNull("entity_id"))
        .isEqualTo(
            new JsonObject()
                .putNull("access_token")
                .putNull("entity_id")
                .put("client_id", CLIENT)
                .put("expires_in", 28800)
                .put("expires_id", 28800)
                .put("license_id", 104_130_623)
                .put("organization_id", ACME.organizationId().value())
                .put("token_type", "Bearer"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.cookieLines()).isEmpty();
    assertThat(check(answer.text("access_token"), Role.CUSTOMER))
        .isInstanceOfSatisfying(
            TokenCheck.Allowed.class,
            allowed ->
                assertThat(allowed.grant().holder())
                    .isEqualTo(new Holder.Customer(new CustomerId(answer.text("entity_id")))));
  }

  @Test
  void shouldAcceptAForm() {
    Answer answer =
        server.post(
            "/customer/",
            "client_id=" + CLIENT + "&response_type=token&redirect_uri=https%3A%2F%2Fshop.example",
            "Authorization",
            BEARER);

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void shouldBringTheSameCustomerBack() {
    Answer first = post("/customer/", responseType(), BEARER);

    Answer again =
        post("/customer/", responseType().put("customer_id", first.text("entity_id")), BEARER);
    Answer later =
        post("/customer/token", grantType().put("entity_id", first.text("entity_id")), BEARER);

    assertThat(again.text("entity_id")).isEqualTo(first.text("entity_id"));
    assertThat(later.text("entity_id")).isEqualTo(first.text("entity_id"));
    assertThat(again.text("access_token")).isNotEqualTo(first.text("access_token"));
    assertThat(server.journal.count(ACME.licenseId())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customer/token",
        "/v2/customer/token",
        "/v2/customer/390e44e6-f1e6-4368-96db-74a14508c2e0/token",
        "/v2/customer/390e44e6-f1e6-4368-96db-74a14508c2e0/0/token",
        "/accounts/customer/token",
        "/accounts/v2/customer/token"
      })
  void shouldGiveATokenByTheAgentTokenGrant(String path) {
    Answer answer = post(path, grantType().put("response_type", "token"), BEARER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(check(answer.text("access_token"), Role.CUSTOMER))
        .isInstanceOf(TokenCheck.Allowed.class);
    assertThat(check(answer.text("access_token"), Role.AGENT))
        .isEqualTo(new TokenCheck.Refused(Refusal.WRONG_ROLE));
  }

  @Test
  void shouldLetATokenLiveAsLongAsWasAskedFor() {
    Answer answer = post("/customer/", responseType().put("valid_for", 60), BEARER);
    assertThat(answer.json().getInteger("expires_in")).isEqualTo(60);

    server.now.updateAndGet(now -> now.plusSeconds(60));

    assertThat(check(answer.text("access_token"), Role.CUSTOMER))
        .isEqualTo(new TokenCheck.Refused(Refusal.EXPIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2592001", "99999999999999999999", "soon", "1.5"})
  void shouldRefuseALifetimeBeyondTheLimits(String seconds) {
    assertRefused(
        post("/customer/", responseType().put("valid_for", seconds), BEARER),
        400,
        "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "carl", "00000000-0000-4000-8000-00000000000g"})
  void shouldRefuseACustomerWhoDoesNotExist(String customerId) {
    assertRefused(
        post("/customer/", responseType().put("customer_id", customerId), BEARER),
        400,
        "invalid_request");
    assertRefused(
        post("/customer/token", grantType().put("entity_id", customerId), BEARER),
        400,
        "invalid_request");
    assertThat(server.journal.count(ACME.licenseId())).isZero();
  }

  @Test
  void shouldRefuseAnotherLicensesCustomer() {
    Answer other =
        server.post(
            "/customer/token",
            new JsonObject()
                .put("grant_type", "cookie")
                .put("client_id", CLIENT)
                .put("license_id", 2)
                .encode());

    assertRefused(
        post("/customer/", responseType().put("customer_id", other.text("entity_id")), BEARER),
        400,
        "invalid_request");
  }

  @Test
  void shouldAskForTheScope() {
    assertRefused(post("/customer/", responseType(), "Bearer " + WEAK_TOKEN), 403, "invalid_scope");
    assertRefused(
        post("/customer/token", grantType(), "Bearer " + WEAK_TOKEN), 403, "invalid_scope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers:own", "customers.own"})
  void shouldKnowBothSpellingsOfTheScope(String scope) {
    server
        .accounts
        .provisioning()
        .putAgentToken(
            ACME.licenseId(),
            AccountsServer.token("dal:owner", Set.of(scope), Duration.ofHours(1)));

    assertThat(post("/customer/", responseType(), "Bearer dal:owner").status()).isEqualTo(200);
  }

  @Test
  void shouldAskForAnAgentsToken() {
    assertRefused(server.post("/customer/", responseType().encode()), 401, "unauthorized");
    assertRefused(post("/customer/", responseType(), "Bearer nobody"), 401, "invalid_grant");
    assertRefused(post("/customer/token", grantType(), "Digest x"), 401, "invalid_grant");

    String customers = post("/customer/", responseType(), BEARER).text("access_token");
    assertRefused(post("/customer/", responseType(), "Bearer " + customers), 403, "access_denied");
  }

  @Test
  void shouldRefusePersonalTokens() {
    String pair = ACCOUNT + ":" + PERSONAL_TOKEN;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    assertRefused(post("/customer/token", grantType(), basic), 403, "access_denied");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id,,unauthorized_client",
    "client_id,another,unauthorized_client",
    "response_type,,invalid_request",
    "response_type,code,unsupported_response_type",
    "redirect_uri,,invalid_request",
    "redirect_uri,https://evil.example/,unauthorized_client",
    "license_id,2,invalid_request",
    "license_id,77,invalid_request",
    "organization_id,22222222-f1e6-4368-96db-74a14508c2e0,invalid_request"
  })
  void shouldRefuseWrongParameters(String name, String value, String error) {
    var body = responseType();
    if (value == null) {
      body.remove(name);
    } else {
      body.put(name, value);
    }

    assertRefused(post("/customer/", body, BEARER), 400, error);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type,,invalid_request",
    "grant_type,password,unsupported_grant_type",
    "response_type,code,unsupported_response_type",
    "client_id,another,unauthorized_client"
  })
  void shouldRefuseWrongParametersOfTheGrant(String name, String value, String error) {
    var body = grantType();
    if (value == null) {
      body.remove(name);
    } else {
      body.put(name, value);
    }

    assertRefused(post("/customer/token", body, BEARER), 400, error);
  }

  @Test
  void shouldRefuseAPathOfAnotherOrganization() {
    assertRefused(
        post("/v2/customer/" + OTHER.organizationId() + "/token", grantType(), BEARER),
        400,
        "invalid_request");
  }

  @Test
  void shouldNotAnswerWithATokenWhenTheCustomerCouldNotBeKept() {
    server.journal.setBroken(true);

    assertRefused(post("/customer/", responseType(), BEARER), 500, "server_error");

    server.journal.setBroken(false);
    assertThat(post("/customer/", responseType(), BEARER).status()).isEqualTo(200);
  }
}
