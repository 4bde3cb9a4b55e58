package io.parley.store.row;

import io.parley.core.agent.Agent;
import io.parley.core.agent.Permission;
import io.parley.core.user.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;

/// Rows of the table `former_agent`: who an agent was.
public final class FormerAgentRow {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      f.id, f.account_id, f.public_id, f.name, f.job_title, f.avatar, f.bot_owner_client_id\
      """;

  private FormerAgentRow() {}

  /// The agent of the current row, as far as anybody still wants to know.
  public static Agent read(ResultSet row) throws SQLException {
    String botOwner = row.getString("bot_owner_client_id");
    return new Agent(
        new AgentId(row.getString("id")),
        row.getString("account_id"),
        row.getString("public_id"),
        row.getString("name"),
        Permission.NORMAL,
        row.getString("job_title"),
        row.getString("avatar"),
        0,
        new TreeMap<>(),
        botOwner == null ? null : new Agent.Bot(botOwner));
  }
}
