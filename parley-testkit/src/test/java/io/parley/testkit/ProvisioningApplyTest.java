package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.server.composition.Server;
import io.parley.server.composition.Surroundings;
import io.parley.server.config.ServerConfig;
import io.parley.server.provisioning.Provisioning;
import io.parley.server.provisioning.ProvisioningInvalid;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Provisioning against a database: what it makes, and that it can be repeated.
class ProvisioningApplyTest {
  private static final String ACME =
      """
      licenses:
        - id: 7
          name: Acme
          region: fra
          settings: { queue_limit: 5 }
          groups: [ { id: 1, name: Sales } ]
          agents:
            - { id: anna@example.com, name: Anna, password: correct horse, groups: [ { id: 1, priority: last } ] }
            - { id: ben@example.com, name: Ben }
          clients:
            - { client_id: app, client_secret: s3cret, redirect_uris: [ "https://acme.example/" ], scopes: [ "customers.own" ] }
          tokens:
            - { token: "fra:anna", agent: anna@example.com, client_id: app, scopes: [ "*" ], expires_in: 3600 }
          personal_access_tokens:
            - { token: "fra:ben", agent: ben@example.com, scopes: [ "chats--my:ro" ] }
          forms:
            - { type: prechat, fields: [ { id: "1", type: name, label: "Name:" } ] }
          goals: []
      """;

  private final TestClock clock = new TestClock(Surroundings.real(Map.of()).clock());
  private final ServerConfig config =
      ServerConfig.DEFAULTS
          .withPort(0)
          .withData(Path.of("target", "no-data"))
          .withDatabaseUrl(SharedPostgres.newDatabase());

  @Test
  void shouldChangeNothingWhenItIsAppliedAgain() throws SQLException {
    apply(ACME);
    Map<String, String> first = everything();
    clock.advance(Duration.ofHours(2));
    apply(ACME);

    assertThat(everything()).isEqualTo(first);
    assertThat(first.get("agent")).contains("anna@example.com", "ben@example.com");
    assertThat(first.get("license_content")).contains("Name:");
    assertThat(String.join("\n", first.values()))
        .doesNotContain("correct horse", "s3cret", "fra:anna");
  }

  @Test
  void shouldChangeOnlyWhatAFileNames() throws SQLException {
    apply(ACME);
    Map<String, String> first = everything();

    apply(
        "licenses: [ { id: 7, name: Acme, agents: [ { id: carla@example.com, name: Carla } ] } ]");

    Map<String, String> second = everything();
    assertThat(second.get("agent")).startsWith(first.get("agent")).contains("Carla");
    for (String table :
        new String[] {
          "agent_group", "account_credential", "oauth_client", "access_token", "license_content"
        }) {
      assertThat(second.get(table)).as(table).isEqualTo(first.get(table));
    }
    assertThat(second.get("license")).contains("\"queue_limit\": 5", "fra");
  }

  @Test
  void shouldLetALaterFileReferToWhatIsInTheDatabase() throws SQLException {
    apply(ACME);

    apply(
        "licenses: [ { id: 7, name: Acme, tokens: [ { token: t2, agent: ben@example.com, client_id: app, scopes: [] } ] } ]");

    assertThat(everything().get("access_token").lines()).hasSize(3);
  }

  @Test
  void shouldApplyNothingOfAFileThatRefersToNothing() throws SQLException {
    apply(ACME);
    Map<String, String> first = everything();

    assertThatThrownBy(
            () ->
                apply(
                    """
                    licenses:
                      - { id: 8, name: Other }
                      - { id: 7, name: Renamed, forms: [ { type: prechat, group_id: 4, fields: [] } ] }
                    """))
        .isInstanceOf(ProvisioningInvalid.class)
        .hasMessage(
            "acme.yaml:3: licenses[1].forms[0].group_id names group 4, which is not in the license");

    assertThat(everything()).isEqualTo(first);
  }

  @Test
  void shouldRefuseAnotherOrganizationForALicenseThatHasOne() {
    apply(
        "licenses: [ { id: 7, name: Acme, organization_id: 390e44e6-f1e6-4368-96db-74a14508c2e0 } ]");

    assertThatThrownBy(
            () ->
                apply(
                    "licenses: [ { id: 7, name: Acme, organization_id: 390e44e6-f1e6-4368-96db-74a14508c2e1 } ]"))
        .hasMessageContaining(
            "is known with the organization_id 390e44e6-f1e6-4368-96db-74a14508c2e0");
    assertThatThrownBy(
            () ->
                apply(
                    "licenses: [ { id: 8, name: Acme, organization_id: 390e44e6-f1e6-4368-96db-74a14508c2e0 } ]"))
        .hasMessageContaining("has the organization_id of license 7");
  }

  private void apply(String text) {
    var surroundings = Surroundings.real(Map.of()).withClock(clock);
    try (var server = new Server(config, surroundings, Provisioning.parse("acme.yaml", text))) {
      server.start();
    }
  }

  /// All rows of all tables, as text; without the epoch, which says how often a license was opened.
  private Map<String, String> everything() throws SQLException {
    var rows = new TreeMap<String, String>();
    try (var connection = DriverManager.getConnection(config.databaseUrl());
        var statement = connection.createStatement()) {
      var tables =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'");
      while (tables.next()) {
        rows.put(tables.getString(1), "");
      }
      for (String table : List.copyOf(rows.keySet())) {
        var result =
            statement.executeQuery(
                "select string_agg((to_jsonb(t) - 'epoch')::text, chr(10) order by t::text) from "
                    + table
                    + " t");
        result.next();
        rows.put(table, String.valueOf(result.getString(1)));
      }
    }
    rows.remove("flyway_schema_history");
    return rows;
  }
}
