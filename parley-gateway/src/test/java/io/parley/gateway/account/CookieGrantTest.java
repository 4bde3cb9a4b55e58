package io.parley.gateway.account;

import static io.parley.gateway.account.AccountsServer.ACME;
import static io.parley.gateway.account.AccountsServer.CLIENT;
import static io.parley.gateway.account.AccountsServer.HOME;
import static io.parley.gateway.account.AccountsServer.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.gateway.account.CredentialProvisioning.WantedClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers' tokens for browsers, which are recognised by their cookies.
class CookieGrantTest {
  private static final String EVIL = "https://evil.example";

  private final AccountsServer server = new AccountsServer(TestDatabase.emptied());

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject body() {
    return new JsonObject()
        .put("grant_type", "cookie")
        .put("response_type", "token")
        .put("client_id", CLIENT)
        .put("license_id", ACME.licenseId().value());
  }

  /// Asks as a page of `origin` does in a browser with these cookies; both may be empty.
  private Answer ask(JsonObject body, String origin, String cookies) {
    var headers = new ArrayList<String>();
    if (!origin.isEmpty()) {
      headers.addAll(List.of("Origin", origin));
    }
    if (!cookies.isEmpty()) {
      headers.addAll(List.of("Cookie", cookies));
    }
    return server.post("/customer/token", body.encode(), headers.toArray(String[]::new));
  }

  private Answer ask(String origin, String cookies) {
    return ask(body(), origin, cookies);
  }

  private static void assertRefused(Answer answer, String error) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("oauth_exception")).isEqualTo(error);
    assertThat(answer.cookieLines()).isEmpty();
  }

  @Test
  void shouldGiveANewBrowserACustomerAndCookies() {
    Answer answer = ask(HOME, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getInteger("expires_in")).isEqualTo(28800);
    assertThat(answer.cookie("__lc_cid")).isEqualTo(answer.text("entity_id"));
    assertThat(answer.cookie("__lc_cst")).hasSize(43);
    assertThat(answer.cookieLines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("Max-Age=63072000")
                    .contains("Path=/;")
                    .contains("HTTPOnly")
                    .contains("SameSite=Lax")
                    .doesNotContain("Secure")
                    .doesNotContain("Domain"));
    assertThat(server.accounts.tokens().checkBlocking(answer.text("access_token"), Role.CUSTOMER))
        .isInstanceOf(TokenCheck.Allowed.class);
  }

  @Test
  void shouldSetSecureCookiesForOtherSitesBehindTls() {
    Answer answer =
        server.post(
            "/customer/token", body().encode(), "Origin", HOME, "X-Forwarded-Proto", "https");

    assertThat(answer.cookieLines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("Secure").contains("SameSite=None"));
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, ""})
  void shouldRecogniseAReturningBrowser(String origin) {
    Answer first = ask(origin, "");

    Answer again = ask(origin, first.cookies());

    assertThat(again.text("entity_id")).isEqualTo(first.text("entity_id"));
    assertThat(again.text("access_token")).isNotEqualTo(first.text("access_token"));
    assertThat(again.cookies()).isEqualTo(first.cookies());
    assertThat(server.journal.count(ACME.licenseId())).isEqualTo(1);
  }

  @Test
  void shouldRecogniseABrowserOnEveryPathThatMeansTheLicense() {
    Answer first = ask(HOME, "");
    String organization = ACME.organizationId().value();
    var unnamed = body();
    unnamed.remove("license_id");

    for (String path :
        List.of(
            "/v2/customer/" + organization + "/token",
            "/v2/customer/" + organization + "/0/token",
            "/accounts/v2/customer/" + organization + "/token")) {
      Answer again = server.post(path, unnamed.encode(), "Origin", HOME, "Cookie", first.cookies());
      assertThat(again.text("entity_id")).as(path).isEqualTo(first.text("entity_id"));
    }
    Answer inBody =
        server.post(
            "/v2/customer/token",
            unnamed.copy().put("organization_id", organization).encode(),
            "Cookie",
            first.cookies());
    assertThat(inBody.text("entity_id")).isEqualTo(first.text("entity_id"));
  }

  @Test
  void shouldNotBelieveACustomerIdWithoutItsSecret() {
    Answer first = ask(HOME, "");
    String customer = "__lc_cid=" + first.text("entity_id");
    String strangersSecret = "; __lc_cst=" + ask(HOME, "").cookie("__lc_cst");

    for (String cookies :
        List.of(
            customer,
            customer + "; __lc_cst=",
            customer + "; __lc_cst=x",
            customer + strangersSecret)) {
      Answer thief = ask(HOME, cookies);
      assertThat(thief.status()).isEqualTo(200);
      assertThat(thief.text("entity_id")).isNotEqualTo(first.text("entity_id"));
      assertThat(thief.cookie("__lc_cst")).isNotEqualTo(first.cookie("__lc_cst"));
    }
  }

  @Test
  void shouldNotBelieveASecretWithoutItsCustomerId() {
    Answer first = ask(HOME, "");

    Answer thief = ask(HOME, "__lc_cst=" + first.cookie("__lc_cst"));

    assertThat(thief.text("entity_id")).isNotEqualTo(first.text("entity_id"));
  }

  @Test
  void shouldNotTellAnUnregisteredWebsiteWhoTheVisitorIsElsewhere() {
    Answer atHome = ask(HOME, "");

    Answer atEvil = ask(EVIL, atHome.cookies());
    Answer withClaim = ask(body().put("redirect_uri", HOME + "/"), EVIL, atHome.cookies());

    assertThat(atEvil.text("entity_id")).isNotEqualTo(atHome.text("entity_id"));
    assertThat(withClaim.text("entity_id")).isEqualTo(atEvil.text("entity_id"));

    Answer homeAgain = ask(HOME, withClaim.cookies());
    assertThat(homeAgain.text("entity_id")).isEqualTo(atHome.text("entity_id"));
  }

  @Test
  void shouldRecogniseABrowserOnAnUnregisteredWebsiteToo() {
    Answer first = ask(EVIL, "");

    assertThat(ask(EVIL, first.cookies()).text("entity_id")).isEqualTo(first.text("entity_id"));
    assertThat(ask(HOME, first.cookies()).text("entity_id")).isNotEqualTo(first.text("entity_id"));
  }

  @Test
  void shouldTakeTheServersOwnPagesForTheLicenses() {
    Answer atHome = ask(HOME, "");

    assertThat(ask(server.origin(), atHome.cookies()).text("entity_id"))
        .isEqualTo(atHome.text("entity_id"));
  }

  @Test
  void shouldRememberNothingOfAPageWithoutAnOrigin() {
    Answer atHome = ask(HOME, "");

    Answer sandboxed = ask("null", atHome.cookies());

    assertThat(sandboxed.status()).isEqualTo(200);
    assertThat(sandboxed.text("entity_id")).isNotEqualTo(atHome.text("entity_id"));
    assertThat(sandboxed.cookieLines()).isEmpty();
  }

  @Test
  void shouldKeepTheLicensesApartAndKnowTheBrowserInBoth() {
    var other = body().put("license_id", OTHER.licenseId().value());
    Answer atAcme = ask(HOME, "");

    Answer atOther = ask(other, HOME, atAcme.cookies());
    assertThat(atOther.text("entity_id")).isNotEqualTo(atAcme.text("entity_id"));
    assertThat(atOther.text("access_token")).startsWith("fra:");

    assertThat(ask(HOME, atOther.cookies()).text("entity_id")).isEqualTo(atAcme.text("entity_id"));
    assertThat(ask(other, HOME, atOther.cookies()).text("entity_id"))
        .isEqualTo(atOther.text("entity_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "license_id,,invalid_request",
    "license_id,77,invalid_request",
    "license_id,acme,invalid_request",
    "organization_id,22222222-f1e6-4368-96db-74a14508c2e0,invalid_request",
    "organization_id,nobody,invalid_request",
    "client_id,,unauthorized_client",
    "client_id,another,unauthorized_client",
    "redirect_uri,https://evil.example/,unauthorized_client",
    "redirect_uri,::,unauthorized_client",
    "response_type,code,unsupported_response_type"
  })
  void shouldRefuseWrongParameters(String name, String value, String error) {
    var body = body();
    if (value == null) {
      body.remove(name);
    } else {
      body.put(name, value);
    }

    assertRefused(ask(body, HOME, ""), error);
  }

  @Test
  void shouldAcceptAnAddressOfThePageThatAsks() {
    assertThat(ask(body().put("redirect_uri", EVIL + "/shop?a=b"), EVIL, "").status())
        .isEqualTo(200);
  }

  @Test
  void shouldAcceptAnyAddressOfAnApplicationThatRegisteredNone() {
    server
        .accounts
        .provisioning()
        .putClient(
            ACME.licenseId(), new WantedClient("anywhere", null, "Widget", List.of(), Set.of()));

    assertThat(
            ask(
                    body().put("client_id", "anywhere").put("redirect_uri", "http://localhost/"),
                    "",
                    "")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"a\": {}}", "%", "grant_type=cookie&grant_type=x"})
  void shouldRefuseMalformedBodies(String body) {
    assertRefused(server.post("/customer/token", body), "invalid_request");
  }

  @Test
  void shouldRefuseABodyThatIsTooLarge() {
    Answer answer =
        server.post(
            "/customer/token", body().put("padding", "x".repeat(RequestBytes.LIMIT)).encode());

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void shouldHangUpOnABodyWithoutEnd() {
    assertThatThrownBy(() -> server.post("/customer/token", "x".repeat(8 * 1024 * 1024)))
        .hasRootCauseInstanceOf(IOException.class);

    assertThat(ask(HOME, "").status()).isEqualTo(200);
  }

  @Test
  void shouldLetPagesOfOtherSitesReadAnswersAndErrors() {
    for (Answer answer : List.of(ask(EVIL, ""), ask(new JsonObject(), EVIL, ""))) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(EVIL);
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(answer.header("Vary")).isEqualToIgnoringCase("origin");
    }
    assertThat(ask("", "").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customer",
        "/customer/",
        "/customer/token",
        "/v2/customer/token",
        "/v2/customer/390e44e6-f1e6-4368-96db-74a14508c2e0/1/token",
        "/accounts/customer/token"
      })
  void shouldAnswerPreflights(String path) {
    Answer answer =
        server.send(
            path,
            request ->
                request
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .headers(
                        "Origin",
                        HOME,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type,x-widget"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(HOME);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("authorization,content-type,x-widget");
  }

  @Test
  void shouldRefuseAnotherMethod() {
    Answer answer = server.send("/customer/token", HttpRequest.Builder::GET);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }
}
