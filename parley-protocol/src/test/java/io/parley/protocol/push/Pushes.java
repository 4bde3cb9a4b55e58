package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.LICENSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.Change;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.json.Acme;
import java.util.List;

/// What tests of pushes say.
final class Pushes {
  /// The payload of a push that there is not.
  static final String NOTHING = "";

  private Pushes() {}

  /// Asserts what a change becomes for one side.
  static void assertPush(Api side, Change change, String action, String payload) {
    List<EncodedPush> pushes = new PushRenderer().render(ApiVersion.V3_1, side, change, LICENSE);
    if (payload.isEmpty()) {
      assertThat(pushes).isEmpty();
      return;
    }
    assertThat(pushes).hasSize(1);
    JsonNode expected =
        Acme.json(
            "{\"action\": \"%s\", \"type\": \"push\", \"payload\": %s}".formatted(action, payload));
    assertThat(Acme.json(pushes.getFirst().frameFor(null))).isEqualTo(expected);
  }

  /// Asserts what a change becomes for both sides.
  static void assertPushes(Change change, String action, String forAgents, String forCustomers) {
    assertPush(Api.AGENT, change, action, forAgents);
    assertPush(Api.CUSTOMER, change, action, forCustomers);
  }
}
