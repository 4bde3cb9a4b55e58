package io.parley.protocol.json;

import static io.parley.protocol.json.Acme.AGENTS;
import static io.parley.protocol.json.Acme.CUSTOMERS;
import static io.parley.protocol.json.Acme.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.protocol.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesJsonTest {

  private static Payload written(Viewer viewer, Properties properties) {
    return json -> {
      json.writeStartObject();
      PropertiesJson.writeField(json, viewer, properties);
      json.writeEndObject();
    };
  }

  @Test
  void shouldWrapEachValueByType() {
    Properties properties =
        Properties.of("rating", "score", new Whole(1))
            .with("rating", "comment", new Text("quick \"and\" kind"))
            .with("0805e283", "done", new Flag(true));

    assertJson(
        written(AGENTS, properties),
        """
        {
          "properties": {
            "0805e283": {"done": {"value": true}},
            "rating": {"comment": {"value": "quick \\"and\\" kind"}, "score": {"value": 1}}
          }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idle",
        "ignore_bots",
        "last_transfer_timestamp",
        "pinned",
        "referrer",
        "unassigned",
        "unreplied",
        "was_pinned"
      })
  void shouldHideFromCustomersWhatRoutingKeepsForAgents(String name) {
    Properties properties = Properties.of("routing", name, new Flag(true));

    assertThat(PropertiesJson.visible(CUSTOMERS, properties)).isEqualTo(Properties.NONE);
    assertThat(PropertiesJson.visible(AGENTS, properties)).isEqualTo(properties);
  }

  @Test
  void shouldHideFromCustomersWhetherAgentsTrustAFile() {
    Properties properties = Properties.of("lc2", "file_safety_confirmation", new Flag(true));

    assertThat(PropertiesJson.visible(CUSTOMERS, properties)).isEqualTo(Properties.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "continuous",
        "email_follow_up",
        "ignore_agents_routing",
        "offline_message",
        "start_url",
        "transcript_email"
      })
  void shouldShowCustomersTheRestOfRoutingAndAllElse(String name) {
    Properties properties =
        Properties.of("routing", name, new Text("x"))
            .with("lc2", "greeting_id", new Whole(3))
            .with("client-1", "idle", new Flag(true));

    assertThat(PropertiesJson.visible(CUSTOMERS, properties)).isEqualTo(properties);
  }

  @Test
  void shouldLeaveOutANamespaceOfWhichNothingIsVisible() {
    Properties properties =
        Properties.of("routing", "idle", new Flag(true))
            .with("source", "client_id", new Text("client-1"));

    assertJson(
        written(CUSTOMERS, properties),
        """
        {"properties": {"source": {"client_id": {"value": "client-1"}}}}
        """);
  }
}
