package io.parley.protocol.json;

import static io.parley.protocol.json.Acme.AGENTS;
import static io.parley.protocol.json.Acme.CUSTOMERS;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.license.LicenseView;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesJsonTest {

  private static Payload written(Viewer viewer, PropertyLocation location, Properties properties) {
    return json -> {
      json.writeStartObject();
      PropertiesJson.writeField(json, viewer, location, properties);
      json.writeEndObject();
    };
  }

  private static void assertVisible(
      Viewer viewer, PropertyLocation location, Properties properties, String expected) {
    assertThat(PropertiesJson.anyVisible(viewer, location, properties))
        .isEqualTo(!expected.equals("{}"));
    assertJson(written(viewer, location, properties), "{\"properties\": " + expected + "}");
  }

  @Test
  void shouldWrapEachValueByType() {
    Properties properties =
        Properties.of("rating", "score", new Whole(1))
            .with("rating", "comment", new Text("quick \"and\" kind"))
            .with("0805e283", "done", new Flag(true));

    assertVisible(
        AGENTS,
        PropertyLocation.CHAT,
        properties,
        """
        {
          "0805e283": {"done": {"value": true}},
          "rating": {"comment": {"value": "quick \\"and\\" kind"}, "score": {"value": 1}}
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
        "unreplied"
      })
  void shouldHideFromCustomersWhatRoutingKeepsForAgents(String name) {
    assertVisible(
        CUSTOMERS, PropertyLocation.THREAD, Properties.of("routing", name, new Flag(true)), "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"continuous", "offline_message", "start_url", "transcript_email"})
  void shouldShowCustomersTheRestOfRouting(String name) {
    assertVisible(
        CUSTOMERS,
        PropertyLocation.THREAD,
        Properties.of("routing", name, new Text("x")),
        "{\"routing\": {\"%s\": {\"value\": \"x\"}}}".formatted(name));
  }

  @Test
  void shouldShowCustomersAPropertyOnlyWhereItIsForThem() {
    Properties startUrl = Properties.of("routing", "start_url", new Text("x"));
    Properties trusted = Properties.of("lc2", "file_safety_confirmation", new Flag(true));
    Properties ofSomebody = Properties.of("client-1", "idle", new Flag(true));

    assertVisible(CUSTOMERS, PropertyLocation.CHAT, startUrl, "{}");
    assertVisible(CUSTOMERS, PropertyLocation.EVENT, trusted, "{}");
    assertVisible(CUSTOMERS, PropertyLocation.CHAT, ofSomebody, "{}");
    assertVisible(
        AGENTS, PropertyLocation.CHAT, ofSomebody, "{\"client-1\": {\"idle\": {\"value\": true}}}");
  }

  @Test
  void shouldHideFromAgentsWhatIsForCustomersAlone() {
    Properties welcome = Properties.of("lc2", "welcome_text", new Text("Hi"));

    assertVisible(AGENTS, PropertyLocation.THREAD, welcome, "{}");
    assertVisible(
        CUSTOMERS,
        PropertyLocation.THREAD,
        welcome,
        "{\"lc2\": {\"welcome_text\": {\"value\": \"Hi\"}}}");
  }

  @Test
  void shouldFollowTheDefinitionsOfTheLicense() {
    var rights = new PropertyDefinition.Rights(true, true, true, false);
    var definition =
        new PropertyDefinition(
            "client-1",
            "mood",
            PropertyType.STRING,
            Map.of(PropertyLocation.CHAT, rights),
            List.of(),
            null,
            null);
    var license =
        new LicenseView(
            LICENSE.profile(),
            LICENSE.groups(),
            LICENSE.agents(),
            LICENSE.routingStatuses(),
            LICENSE.propertyDefinitions().with(definition));
    var customers = new Viewer(ApiVersion.V3_1, Api.CUSTOMER, license);
    Properties mood = Properties.of("client-1", "mood", new Text("fine"));

    assertVisible(
        customers,
        PropertyLocation.CHAT,
        mood,
        "{\"client-1\": {\"mood\": {\"value\": \"fine\"}}}");
    assertVisible(customers, PropertyLocation.THREAD, mood, "{}");
  }

  @Test
  void shouldLeaveOutANamespaceOfWhichNothingIsVisible() {
    Properties properties =
        Properties.of("routing", "idle", new Flag(true))
            .with("source", "client_id", new Text("client-1"));

    assertVisible(
        CUSTOMERS,
        PropertyLocation.THREAD,
        properties,
        "{\"source\": {\"client_id\": {\"value\": \"client-1\"}}}");
  }
}
