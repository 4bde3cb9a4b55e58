package io.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A license for a test, written as a provisioning file would say it.
///
/// Each agent has a token of every scope, `token:` followed by the id.
public final class TestLicense {
  /// The application that tokens are issued to.
  public static final String CLIENT_ID = "04b98ba24fc4426a0a046cf955dfd796";

  /// The application's redirect URI.
  public static final String REDIRECT_URI = "https://shop.example/";

  private final long id;
  private final TreeMap<String, String> settings = new TreeMap<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> agents = new ArrayList<>();
  private final List<String> agentIds = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> clients = new ArrayList<>();
  private final StringBuilder more = new StringBuilder();

  private int maxChatsCount = 6;

  private TestLicense(long id) {
    this.id = id;
  }

  /// An empty license.
  public static TestLicense license(long id) {
    return new TestLicense(id);
  }

  /// License 100 with the agents Anna and Ben.
  public static TestLicense usual() {
    return license(100).agent("anna@example.com").agent("ben@example.com");
  }

  /// Adds an agent who owns the license.
  public TestLicense owner(String agentId, int... groupIds) {
    return agent(agentId, "owner", groupIds);
  }

  /// Adds an agent who is in these groups.
  public TestLicense agent(String agentId, int... groupIds) {
    return agent(agentId, "normal", groupIds);
  }

  private TestLicense agent(String agentId, String permission, int... groupIds) {
    agentIds.add(agentId);
    var groupsText = new StringBuilder();
    for (int groupId : groupIds) {
      groupsText.append("{ id: ").append(groupId).append(" }, ");
    }
    String name = agentId.substring(0, 1).toUpperCase(Locale.ROOT) + agentId.substring(1);
    agents.add(
        "{ id: \"%s\", name: \"%s\", permission: %s, max_chats_count: %d, groups: [ %s ] }"
            .formatted(
                agentId, name.replaceFirst("@.*", ""), permission, maxChatsCount, groupsText));
    return token(tokenOf(agentId), agentId, "*");
  }

  /// Says how many chats those agents may have who are added from now on.
  public TestLicense maxChatsCount(int count) {
    maxChatsCount = count;
    return this;
  }

  /// Adds a group.
  public TestLicense group(int groupId, String name) {
    groups.add("{ id: %d, name: \"%s\" }".formatted(groupId, name));
    return this;
  }

  /// Adds a token with that scope.
  public TestLicense token(String token, String agentId, String scope) {
    return token(token, agentId, CLIENT_ID, scope);
  }

  private TestLicense token(String token, String agentId, String clientId, String scope) {
    tokens.add(
        "{ token: \"%s\", agent: \"%s\", client_id: \"%s\", scopes: [ \"%s\" ] }"
            .formatted(token, agentId, clientId, scope));
    return this;
  }

  /// Adds another application, with a token of every scope for an agent.
  public TestLicense application(String clientId, String token, String agentId) {
    clients.add("{ client_id: \"%s\", name: \"%s\" }".formatted(clientId, clientId));
    return token(token, agentId, clientId, "*");
  }

  /// Sets one of the license's settings.
  public TestLicense setting(String key, Object value) {
    settings.put(key, value.toString());
    return this;
  }

  /// Adds a part of the file as it stands there, such as `forms: [ … ]`.
  public TestLicense part(String key, String value) {
    more.append("    ").append(key).append(": ").append(value).append('\n');
    return this;
  }

  /// The license's number.
  public long id() {
    return id;
  }

  /// The ids of its agents.
  public List<String> agentIds() {
    return List.copyOf(agentIds);
  }

  /// The token that an agent has.
  public static String tokenOf(String agentId) {
    return "token:" + agentId;
  }

  /// The text of the provisioning file.
  public String text() {
    var settingsText = new StringBuilder();
    settings.forEach(
        (key, value) -> settingsText.append(key).append(": ").append(value).append(", "));
    return """
        licenses:
          - id: %d
            name: License %d
            settings: { %s }
            groups: [ %s ]
            agents: [ %s ]
            clients:
              - client_id: %s
                name: Test application
                redirect_uris: [ "%s" ]
                scopes: [ "chats--all:rw", "customers:own" ]
        %s    tokens: [ %s ]
        %s
        """
        .formatted(
            id,
            id,
            settingsText,
            String.join(", ", groups),
            String.join(", ", agents),
            CLIENT_ID,
            REDIRECT_URI,
            clients.stream().map("      - %s\n"::formatted).collect(Collectors.joining()),
            String.join(", ", tokens),
            more);
  }
}
