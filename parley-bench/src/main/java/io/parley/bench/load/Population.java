package io.parley.bench.load;

/// The licenses, agents and tokens that a measured server knows: the same names in the provisioning
/// file and in the load generator.
///
/// Agents are numbered over all licenses and dealt out in turn, so that the first `n` agents
/// are spread evenly whatever `n` is.
///
/// @param licenses how many tenants share the load
/// @param agents how many agents there are in all of them together
public record Population(int licenses, int agents) {
  private static final long FIRST_LICENSE_ID = 100_000_001L;

  /// Refuses populations in which a license would have no agent.
  public Population {
    if (licenses < 1 || agents < licenses) {
      throw new IllegalArgumentException("every license needs an agent");
    }
  }

  /// The license in which an agent, a customer or a conversation with this number lives.
  public int licenseOf(int number) {
    return number % licenses;
  }

  /// The id of a license on the wire.
  public long licenseId(int license) {
    return FIRST_LICENSE_ID + license;
  }

  /// The OAuth client through which a license's customers get their tokens.
  public String clientId(int license) {
    return "%032x".formatted(licenseId(license));
  }

  /// An agent's e-mail address, which is the agent's id on the wire.
  public String agentId(int agent) {
    return "bench-agent-" + agent + "@example.com";
  }

  /// An agent's ready-made access token.
  public String agentToken(int agent) {
    return "dal:bench-agent-" + agent;
  }

  /// A token of a license's owner that reaches only what the owner's groups have access to.
  public String limitedToken(int license) {
    return "dal:bench-limited-" + license;
  }

  /// The provisioning file that makes a server know this population.
  ///
  /// @param maxChatsCount how many chats one agent may have at once
  public String provisioning(int maxChatsCount) {
    var yaml = new StringBuilder(256 + 200 * agents).append("licenses:\n");
    for (var license = 0; license < licenses; license++) {
      yaml.append("  - id: ").append(licenseId(license)).append('\n');
      yaml.append("    name: Bench ").append(license).append('\n');
      yaml.append("    settings: { agent_disconnect_grace: 1 }\n");
      yaml.append("    groups: [ { id: 1, name: Nobody } ]\n");
      yaml.append("    agents:\n");
      for (var agent = license; agent < agents; agent += licenses) {
        yaml.append("      - { id: ").append(agentId(agent));
        yaml.append(", name: Bench agent ").append(agent);
        yaml.append(", permission: ").append(agent == license ? "owner" : "normal");
        yaml.append(", max_chats_count: ").append(maxChatsCount).append(" }\n");
      }
      yaml.append("    clients:\n");
      yaml.append("      - client_id: \"").append(clientId(license)).append("\"\n");
      yaml.append("        client_secret: bench secret ").append(license).append('\n');
      yaml.append("        name: Bench\n");
      yaml.append("        redirect_uris: [ \"").append(FrontDoor.REDIRECT_URI).append("\" ]\n");
      yaml.append("        scopes: [ \"customers:own\", \"chats--all:rw\", \"customers:rw\" ]\n");
      yaml.append("    tokens:\n");
      yaml.append("      - { token: \"").append(limitedToken(license));
      yaml.append("\", agent: ").append(agentId(license));
      yaml.append(", client_id: \"").append(clientId(license));
      yaml.append("\", scopes: [ \"chats--access:ro\" ], expires_in: 0 }\n");
      for (var agent = license; agent < agents; agent += licenses) {
        yaml.append("      - { token: \"").append(agentToken(agent));
        yaml.append("\", agent: ").append(agentId(agent));
        yaml.append(", client_id: \"").append(clientId(license));
        yaml.append("\", scopes: [ \"*\" ], expires_in: 0 }\n");
      }
    }
    return yaml.toString();
  }
}
