package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.ParleyServer;

/// Who calls the Configuration API with one token.
record Configurator(ParleyServer server, String token) {
  /// Makes a request that must succeed.
  ///
  /// @return the answer
  JsonNode does(String version, String action, String payload, Object... values) {
    var answer = server.web().configuration(version, token, action, payload, values);
    assertThat(answer.status()).as("%s: %s", action, answer.body()).isEqualTo(200);
    return answer.body();
  }

  /// Makes a request that must be refused.
  ///
  /// @return the type of the error and its message
  String fails(String version, String action, String payload, Object... values) {
    var answer = server.web().configuration(version, token, action, payload, values);
    assertThat(answer.status()).as("%s: %s", action, answer.body()).isNotEqualTo(200);
    return answer.errorType() + ": " + answer.body().at("/error/message").asText();
  }
}
