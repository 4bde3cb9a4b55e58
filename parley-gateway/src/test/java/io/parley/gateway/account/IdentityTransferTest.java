package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACCOUNT;
import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.AGENT_TOKEN;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.PERSONAL_TOKEN;
import static io.parley.gateway.account.AccountsServer.WEAK_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A customer's identity on its way from one device to another.
class IdentityTransferTest {
  private static final String PATH = "/customer/identity_transfer";

  private final AccountsServer server = new AccountsServer(TestDatabase.emptied());
  private final Answer customer =
      server.post(
          "/customer/token",
          "grant_type=cookie&client_id=" + CLIENT + "&license_id=" + ACME.licenseId());

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonObject byAgent() {
    return new JsonObject()
        .put("bearer_type", "agent")
        .put("client_id", CLIENT)
        .put("customer_id", customer.text("entity_id"));
  }

  private static JsonObject byCustomer() {
    return new JsonObject().put("bearer_type", "customer").put("client_id", CLIENT);
  }

  private Answer offer(JsonObject body, String token) {
    return server.post(PATH, body.encode(), "Authorization", "Bearer " + token);
  }

  private static JsonObject taking(Answer offered) {
    return new JsonObject()
        .put("grant_type", "identity_token")
        .put("client_id", CLIENT)
        .put("code", offered.text("identity_transfer_token"));
  }

  private Answer take(JsonObject body) {
    return server.post("/customer/token", body.encode());
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, "/v2" + PATH, "/accounts" + PATH, "/accounts/v2" + PATH})
  void shouldTakeACustomerToAnotherDevice(String path) {
    Answer offered =
        server.post(
            path,
            byCustomer().encode(),
            "Authorization",
            "Bearer " + customer.text("access_token"));

    assertThat(offered.status()).isEqualTo(200);
    assertThat(offered.json().fieldNames())
        .containsExactlyInAnyOrder("identity_transfer_token", "expires_in");
    assertThat(offered.json().getInteger("expires_in")).isEqualTo(3600);
    Answer taken = take(taking(offered));
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("entity_id")).isEqualTo(customer.text("entity_id"));
    assertThat(taken.text("client_id")).isEqualTo(CLIENT);
    assertThat(taken.text("access_token")).isNotEqualTo(customer.text("access_token"));
    assertThat(taken.json().getInteger("expires_in")).isEqualTo(28800);
    assertThat(taken.cookieLines()).isEmpty();
    assertThat(TestDatabase.shared().dump())
        .doesNotContain(offered.text("identity_transfer_token"));
  }

  @Test
  void shouldLetAnAgentSendACustomer() {
    Answer taken = take(taking(offer(byAgent(), AGENT_TOKEN)));

    assertThat(taken.text("entity_id")).isEqualTo(customer.text("entity_id"));
  }

  @Test
  void shouldTakeAnIdentityOnce() {
    Answer offered = offer(byAgent(), AGENT_TOKEN);
    take(taking(offered));

    assertRefused(take(taking(offered)), 400, "invalid_grant");
  }

  @Test
  void shouldForgetAnIdentityThatNobodyTakes() {
    Answer offered = offer(byAgent(), AGENT_TOKEN);
    server.pass(Duration.ofHours(1));

    assertRefused(take(taking(offered)), 400, "invalid_grant");
  }

  @Test
  void shouldAskForTheProofOfTheKey() {
    Answer offered =
        offer(
            byAgent().put("code_challenge", Asking.CHALLENGE).put("code_challenge_method", "S256"),
            AGENT_TOKEN);

    assertRefused(take(taking(offered)), 400, "invalid_request");
    assertRefused(
        take(taking(offered).put("code_verifier", Asking.CHALLENGE)), 400, "invalid_grant");
    assertThat(take(taking(offered).put("code_verifier", Asking.VERIFIER)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bearer_type,,400,invalid_request",
    "bearer_type,robot,400,invalid_request",
    "bearer_type,customer,403,access_denied",
    "client_id,,400,unauthorized_client",
    "client_id,unknown,400,unauthorized_client",
    "customer_id,,400,invalid_request",
    "customer_id,99999999-9999-4999-8999-999999999999,400,invalid_request",
    "code_challenge,short,400,invalid_request",
  })
  void shouldRefuseAWrongOffer(String name, String value, int status, String error) {
    JsonObject body = byAgent();
    if (value == null) {
      body.remove(name);
    } else {
      body.put(name, value);
    }

    assertRefused(offer(body, AGENT_TOKEN), status, error);
  }

  @ParameterizedTest
  @CsvSource({
    "code,,400,invalid_request",
    "code,dal:unknown,400,invalid_grant",
    "client_id,,400,unauthorized_client",
    "client_id,another,400,invalid_grant",
  })
  void shouldRefuseToTakeOtherwise(String name, String value, int status, String error) {
    JsonObject body = taking(offer(byAgent(), AGENT_TOKEN));
    if (value == null) {
      body.remove(name);
    } else {
      body.put(name, value);
    }

    assertRefused(take(body), status, error);
  }

  @Test
  void shouldAskForSomebodyWhoMay() {
    assertRefused(server.post(PATH, byAgent().encode()), 401, "unauthorized");
    assertRefused(offer(byAgent(), "nobody"), 401, "invalid_grant");
    assertRefused(offer(byAgent(), WEAK_TOKEN), 403, "invalid_scope");
    assertRefused(offer(byAgent(), customer.text("access_token")), 403, "access_denied");
    String pair = ACCOUNT + ":" + PERSONAL_TOKEN;
    assertRefused(
        server.post(
            PATH,
            byAgent().encode(),
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))),
        403,
        "access_denied");
  }

  @Test
  void shouldNotLetACustomerSendAnother() {
    String other = "99999999-9999-4999-8999-999999999999";

    assertRefused(
        offer(byCustomer().put("customer_id", other), customer.text("access_token")),
        403,
        "access_denied");
  }
}
