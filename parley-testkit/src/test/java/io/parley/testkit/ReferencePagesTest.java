package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The API reference as it is served.
class ReferencePagesTest {
  private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");
  private static ParleyServer server;

  @BeforeAll
  static void start() {
    server = ParleyServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/, text/html; charset=utf-8",
    "/docs/reference.js, text/javascript; charset=utf-8",
    "/docs/reference.css, text/css; charset=utf-8",
    "/docs/openapi.json, application/json",
    "/docs/asyncapi.json, application/json"
  })
  void shouldBeServed(String path, String type) {
    var answer = server.web().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("content-type")).contains(type);
  }

  @Test
  void shouldDescribeBothKindsOfApis() {
    JsonNode openApi = server.web().get("/docs/openapi.json").body();
    JsonNode asyncApi = server.web().get("/docs/asyncapi.json").body();

    assertThat(openApi.path("openapi").asText()).startsWith("3.1.");
    assertThat(openApi.path("paths").size()).isGreaterThan(50);
    assertThat(asyncApi.path("asyncapi").asText()).startsWith("3.");
    assertThat(asyncApi.path("operations").size()).isGreaterThan(100);
  }

  @Test
  void shouldNeedNothingFromElsewhere() {
    var page = server.web().get("/docs/");
    List<String> addresses =
        ADDRESS
            .matcher(page.response().body())
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();

    assertThat(addresses).contains("reference.js", "reference.css");
    assertThat(addresses).allMatch(path -> server.web().get("/docs/" + path).status() == 200);
    assertThat(page.response().headers().firstValue("content-security-policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/nothing.json"})
  void shouldSendToThePageAndNowhereElse(String path) {
    var answer = server.web().get(path);

    assertThat(answer.status()).isEqualTo(path.equals("/docs") ? 308 : 404);
  }
}
