package io.parley.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.agent.Permission;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.store.content.ContentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProvisioningTest {
  private static final String WHOLE =
      """
      licenses:
        - id: 104130623
          organization_id: 390E44E6-f1e6-4368-96db-74a14508c2e0
          name: Acme
          plan: enterprise
          region: fra
          settings:
            thread_inactivity_timeout: 1800
            agent_reply_timeout: 60
            queue_enabled: false
            max_customer_chats_count: 3
          groups:
            - { id: 1, name: Sales }
          agents:
            - id: agent1@example.com
              name: Agent Smith
              password: correct horse battery
              permission: owner
              account_id: 3f1c6c1e-52d5-4d2e-9a0c-3d4f6f0a1b2c
              job_title: Support Agent
              avatar: https://example.com/a.png
              max_chats_count: 6
              groups: [ { id: 0 }, { id: 1, priority: first } ]
            - { id: agent2@example.com, name: Agent Jones }
          clients:
            - client_id: 04b98ba24fc4426a0a046cf955dfd796
              client_secret: s3cret
              name: My app
              redirect_uris: [ "https://my-application.example/" ]
              scopes: [ "chats--all:rw", "customers.own" ]
          tokens:
            - token: "dal:agent1-token"
              agent: agent1@example.com
              client_id: 04b98ba24fc4426a0a046cf955dfd796
              scopes: [ "*" ]
              expires_in: 3600
          personal_access_tokens:
            - { token: "dal:pat-1", agent: agent2@example.com, scopes: [ "chats--my:ro" ] }
          forms:
            - { type: prechat, group_id: 0, enabled: true, fields: [ { id: "1", type: name, label: "Name:", required: false } ] }
          greetings: []
          goals:
      """;

  @Test
  void shouldReadWhatTheAuthorizationServerMayBeTold() {
    LicenseSpec license =
        only(
            """
            licenses:
              - id: 1
                name: Acme
                allowed_origins: [ "https://shop.example", "http://localhost:3000" ]
                clients:
                  - { client_id: c, scopes: [ "customers:ro" ], ask_consent: true }
            """);

    assertThat(license.clients().getFirst().askConsent()).isTrue();
    assertThat(license.allowedOrigins())
        .containsExactlyInAnyOrder("https://shop.example", "http://localhost:3000");
  }

  @Test
  void shouldReadEverythingThatTheContractNames() {
    LicenseSpec license = only(WHOLE);

    assertThat(license.id()).isEqualTo(new LicenseId(104130623));
    assertThat(license.organizationId())
        .isEqualTo(new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"));
    assertThat(license.region()).isEqualTo("fra");
    assertThat(license.groups()).extracting(group -> group.name()).containsExactly("Sales");
    var smith = license.agents().getFirst();
    assertThat(smith.permission()).isEqualTo(Permission.OWNER);
    assertThat(smith.groups()).containsOnly(Map.entry(new GroupId(1), Priority.FIRST));
    assertThat(smith.password()).isEqualTo("correct horse battery");
    var jones = license.agents().getLast();
    assertThat(jones.permission()).isEqualTo(Permission.NORMAL);
    assertThat(jones.accountId()).isNull();
    assertThat(license.clients().getFirst().scopes())
        .containsExactlyInAnyOrder("chats--all:rw", "customers:own");
    assertThat(license.clients().getFirst().askConsent()).isFalse();
    assertThat(license.allowedOrigins()).isNull();
    assertThat(license.tokens().getFirst().life()).isEqualTo(Duration.ofHours(1));
    assertThat(license.tokens().getLast().personal()).isTrue();
    assertThat(license.contents()).containsOnlyKeys(ContentKind.FORMS, ContentKind.GREETINGS);
    assertThat(license.contents().get(ContentKind.FORMS))
        .isEqualTo(
            """
            [{"type":"prechat","group_id":0,"enabled":true,"fields":\
            [{"id":"1","type":"name","label":"Name:","required":false}]}]""");
  }

  @Test
  void shouldLeaveSettingsThatAreNotGivenAsTheyAre() {
    var now = only(WHOLE).settings().over(Settings.DEFAULTS);

    assertThat(now.agentReplyTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(now.queueEnabled()).isFalse();
    assertThat(now.threadIdleTimeout()).isEqualTo(Settings.DEFAULTS.threadIdleTimeout());
    assertThat(only("licenses: [{id: 1, name: A}]").settings().over(now)).isEqualTo(now);
  }

  @Test
  void shouldReadTheSameFromJson() {
    var json = "{\"licenses\": [{\"id\": 7, \"name\": \"Acme\",\n\t\"agents\": []}]}";

    assertThat(only(json).id()).isEqualTo(new LicenseId(7));
  }

  @Test
  void shouldReadNothingFromAnEmptyFile() {
    assertThat(Provisioning.parse("acme.yaml", "").licenses()).isEmpty();
    assertThat(Provisioning.parse("acme.yaml", "licenses: []").licenses()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrongTexts")
  void shouldNameTheLineAndThePathOfWhatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> Provisioning.parse("acme.yaml", text))
        .isInstanceOf(ProvisioningInvalid.class)
        .message()
        .startsWith("acme.yaml:" + problem)
        .doesNotContain("\n");
  }

  static Stream<Arguments> wrongTexts() {
    return Stream.of(
        wrong("license: []", "1: license is not a known key; known here are licenses"),
        wrong("[1]", "1: must hold keys with values, not a list"),
        wrong("licenses: 5", "1: licenses must be a list, not a number"),
        wrong("licenses:\n- name: A", "2: licenses[0] lacks the key id"),
        wrong("licenses:\n- id: 1", "2: licenses[0] lacks the key name"),
        wrong("licenses:\n- id: 1\n  name:", "2: licenses[0] lacks the key name"),
        wrong(
            "licenses:\n- id: x\n  name: A",
            "2: licenses[0].id must be a whole number, not a text"),
        wrong("licenses:\n- id: 0\n  name: A", "2: licenses[0].id must be at least 1"),
        wrong(
            "licenses:\n- id: 1.5\n  name: A",
            "2: licenses[0].id must be a whole number, not a decimal number"),
        wrong(
            "licenses:\n- id: 1\n  name: 12",
            "3: licenses[0].name must be a text, not a number: put it in quotes"),
        wrong("licenses:\n- id: 1\n  name: [A]", "3: licenses[0].name must be a text, not a list"),
        wrong("licenses:\n- id: 1\n  name: ''", "3: licenses[0].name must not be empty"),
        wrong("licenses:\n- id: 1\n  name: A\n  name: B", "4: "),
        wrong("{\"licenses\": [{\"id\": 1, \"id\": 2}]}", "1: licenses[0].id is given twice"),
        wrong(
            "licenses:\n- {id: 1, name: A}\n- {id: 1, name: B}",
            "3: licenses[1].id is the second license 1"),
        wrong(with("region: us"), "4: licenses[0].region must be one of dal, fra, not \"us\""),
        wrong(with("organization_id: acme"), "4: licenses[0].organization_id must be a UUID"),
        wrong(
            with("settings: { queue_enabled: sometimes }"),
            "4: licenses[0].settings.queue_enabled must be true or false, not a text"),
        wrong(
            with("settings: { queue_limit: -1 }"),
            "4: licenses[0].settings.queue_limit must be at least 0"),
        wrong(
            with("settings: { thread_inactivity_timeout: 30m }"),
            "4: licenses[0].settings.thread_inactivity_timeout must be a whole number, not a text"),
        wrong(
            with("settings: { thread_inactivity_timeout: 0 }"),
            "4: licenses[0].settings.thread_inactivity_timeout must be at least 1"),
        wrong(
            with("settings: { queue_size: 1 }"),
            "4: licenses[0].settings.queue_size is not a known key; known here are thread_inactivity_timeout,"),
        wrong(
            with("groups:\n  - { id: 1, name: A }\n  - { id: 1, name: B }"),
            "6: licenses[0].groups[1].id is the second group 1"),
        wrong(
            with("agents:\n  - { id: a, name: A }\n  - { id: a, name: B }"),
            "6: licenses[0].agents[1].id is the second agent a"),
        wrong(
            with("agents: [ { id: a, name: A, permission: boss } ]"),
            "4: licenses[0].agents[0].permission must be one of administrator, normal, owner, not \"boss\""),
        wrong(
            with("agents: [ { id: a, name: A, account_id: '1' } ]"),
            "4: licenses[0].agents[0].account_id must be a UUID"),
        wrong(
            with("agents: [ { id: a, name: A, permision: owner } ]"),
            "4: licenses[0].agents[0].permision is not a known key; known here are id,"),
        wrong(
            with("agents: [ { id: a, name: A, groups: [ { id: 1 }, { id: 1 } ] } ]"),
            "4: licenses[0].agents[0].groups[1].id names group 1 a second time"),
        wrong(
            with("clients: [ { client_id: c, redirect_uris: [ nowhere ] } ]"),
            "4: licenses[0].clients[0].redirect_uris[0] must be an absolute URI"),
        wrong(
            with("clients: [ { client_id: c, scopes: [ 'chats--all:rw', 'chats--none:rw' ] } ]"),
            "4: licenses[0].clients[0].scopes[1] is not a documented scope: \"chats--none:rw\""),
        wrong(
            with("clients: [ { client_id: c }, { client_id: c } ]"),
            "4: licenses[0].clients[1].client_id is the second client c"),
        wrong(
            with("clients: [ { client_id: c, ask_consent: perhaps } ]"),
            "4: licenses[0].clients[0].ask_consent must be true or false"),
        wrong(
            with("allowed_origins: [ 'https://a.example', 'https://b.example/' ]"),
            "4: licenses[0].allowed_origins[1] must be an origin, like https://shop.example"),
        wrong(
            with("tokens: [ { token: t, agent: a } ]"),
            "4: licenses[0].tokens[0] lacks the key scopes"),
        wrong(
            with("tokens: [ { token: t, agent: a, scopes: '*' } ]"),
            "4: licenses[0].tokens[0].scopes must be a list, not a text"),
        wrong(
            with("tokens: [ { token: t, agent: a, scopes: [ '*' ], expires_in: -1 } ]"),
            "4: licenses[0].tokens[0].expires_in must be at least 0"),
        wrong(
            with("tokens: [ { token: 'a b', agent: a, scopes: [] } ]"),
            "4: licenses[0].tokens[0].token must be printable ASCII without spaces"),
        wrong(
            with(
                "tokens: [ { token: t, agent: a, scopes: [] } ]\n  personal_access_tokens: [ { token: t, agent: a, scopes: [] } ]"),
            "5: licenses[0].personal_access_tokens[0].token is given a second time"),
        wrong(
            with("personal_access_tokens: [ { token: t, agent: a, client_id: c, scopes: [] } ]"),
            "4: licenses[0].personal_access_tokens[0].client_id is not a known key"),
        wrong(
            with("forms: [ { type: chat } ]"),
            "4: licenses[0].forms[0].type must be one of postchat, prechat, not \"chat\""),
        wrong(
            with("forms: [ { type: prechat, fields: [ { id: '1', type: radio, label: L } ] } ]"),
            "4: licenses[0].forms[0].fields[0] lacks the key options"),
        wrong(
            with("forms: [ { type: prechat, fields: [ { id: 1, type: name, label: L } ] } ]"),
            "4: licenses[0].forms[0].fields[0].id must be a text, not a number: put it in quotes"),
        wrong(with("greetings: [ { id: 1 } ]"), "4: licenses[0].greetings[0] lacks the key text"),
        wrong(
            with(
                "greetings: [ { id: 1, text: Hi, rules: [ { type: url_current, operator: lower_than, value: a } ] } ]"),
            "4: licenses[0].greetings[0].rules[0].operator must be one of contains, doesnt_contain, doesnt_equal, equals, not \"lower_than\""),
        wrong(
            with("greetings: [ { id: 1, text: Hi, rules: [ { type: visits_number } ] } ]"),
            "4: licenses[0].greetings[0].rules[0] lacks the key value"),
        wrong(
            with("goals: [ { id: 1, name: G, type: url } ]"),
            "4: licenses[0].goals[0] lacks the key url"),
        wrong("licenses:\n- id: 1\n\tname: A", "3: "),
        wrong("licenses: [", "1: "),
        wrong("licenses: &all []\nother: *all", "2: "),
        wrong("licenses: []\n---\nlicenses: []", "3: begins a second document; a file holds one"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrongReferences")
  void shouldRefuseWhatNamesSomethingThatDoesNotExist(String text, String problem) {
    var provisioning = Provisioning.parse("acme.yaml", text);
    var names = new KnownNames(_ -> KnownNames.OfLicense.none());

    assertThatThrownBy(() -> names.check(provisioning))
        .isInstanceOf(ProvisioningInvalid.class)
        .hasMessage("acme.yaml:" + problem);
  }

  static Stream<Arguments> wrongReferences() {
    return Stream.of(
        wrong(
            with("agents: [ { id: a, name: A, groups: [ { id: 3 } ] } ]"),
            "4: licenses[0].agents[0].groups[0].id names group 3, which is not in the license"),
        wrong(
            with("tokens: [ { token: t, agent: a, scopes: [] } ]"),
            "4: licenses[0].tokens[0].agent names the agent a, who is not in the license"),
        wrong(
            with(
                "agents: [ { id: a, name: A } ]\n  tokens: [ { token: t, agent: a, client_id: c, scopes: [] } ]"),
            "5: licenses[0].tokens[0].client_id names the client c, which is not in the license"),
        wrong(
            with("forms: [ { type: prechat, group_id: 9, fields: [] } ]"),
            "4: licenses[0].forms[0].group_id names group 9, which is not in the license"),
        wrong(
            with("greetings: [ { id: 1, text: Hi, agent: a } ]"),
            "4: licenses[0].greetings[0].agent names the agent a, who is not in the license"));
  }

  @Test
  void shouldLetAFileReferToWhatAnEarlierOneMakes(@TempDir Path directory) throws IOException {
    Path first =
        Files.writeString(directory.resolve("1.yaml"), with("agents: [ { id: a, name: A } ]"));
    Path second =
        Files.writeString(
            directory.resolve("2.yaml"), with("tokens: [ { token: t, agent: a, scopes: [] } ]"));

    new KnownNames(_ -> KnownNames.OfLicense.none())
        .check(Provisioning.read(List.of(first, second)));

    assertThatThrownBy(
            () ->
                new KnownNames(_ -> KnownNames.OfLicense.none())
                    .check(Provisioning.read(List.of(second, first))))
        .hasMessageContaining("names the agent a");
  }

  @Test
  void shouldRefuseATokenOrAnOrganizationOfTwoLicenses() {
    assertThatThrownBy(
            () ->
                Provisioning.parse(
                    "acme.yaml",
                    """
                    licenses:
                    - { id: 1, name: A, tokens: [ { token: t, agent: a, scopes: [] } ] }
                    - { id: 2, name: B, tokens: [ { token: t, agent: a, scopes: [] } ] }
                    """))
        .hasMessage("acme.yaml:3: licenses[1].tokens[0] is the token of license 1");
    assertThatThrownBy(
            () ->
                Provisioning.parse(
                    "acme.yaml",
                    """
                    licenses:
                    - { id: 1, name: A, organization_id: 390e44e6-f1e6-4368-96db-74a14508c2e0 }
                    - { id: 2, name: B, organization_id: 390e44e6-f1e6-4368-96db-74a14508c2e0 }
                    """))
        .hasMessage("acme.yaml:3: licenses[1] has the organization_id of license 1");
  }

  @Test
  void shouldSayThatAFileCannotBeRead(@TempDir Path directory) throws IOException {
    assertThatThrownBy(() -> Provisioning.read(List.of(Path.of("/nowhere.yaml"))))
        .hasMessage("the provisioning file /nowhere.yaml does not exist");
    Path bytes = Files.write(directory.resolve("bytes.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThatThrownBy(() -> Provisioning.read(List.of(bytes)))
        .hasMessage("the provisioning file " + bytes + " is not UTF-8");
    assertThatThrownBy(() -> Provisioning.read(List.of(directory)))
        .isInstanceOf(ProvisioningInvalid.class);
  }

  @Test
  void shouldKeepSecretsOutOfWhatIsLogged() {
    assertThat(only(WHOLE).toString())
        .doesNotContain("correct horse", "s3cret", "dal:agent1-token", "dal:pat-1");
  }

  private static LicenseSpec only(String text) {
    return Provisioning.parse("acme.yaml", text).licenses().getFirst();
  }

  private static String with(String line) {
    return "licenses:\n- id: 1\n  name: A\n  " + line;
  }

  private static Arguments wrong(String text, String problem) {
    return Arguments.of(text, problem);
  }
}
