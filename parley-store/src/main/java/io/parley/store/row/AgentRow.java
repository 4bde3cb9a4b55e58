package io.parley.store.row;

import io.parley.core.agent.Agent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.Standing;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import io.parley.store.codec.LicenseCodec;
import io.parley.store.codec.PreferencesCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows of the table `agent`: the agent and the last status that was not offline.
public record AgentRow(Agent agent, @Nullable RoutingStatus lastRoutingStatus) {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      a.id, a.account_id, a.public_id, a.name, a.permission, a.job_title, a.avatar,
      a.max_chats_count, a.groups, a.bot_owner_client_id, a.bot_default_priority,
      a.last_routing_status, a.suspended, a.awaiting_approval, a.preferences\
      """;

  /// The agent of the current row.
  public static AgentRow read(ResultSet row) throws SQLException {
    String botOwner = row.getString("bot_owner_client_id");
    String lastStatus = row.getString("last_routing_status");
    var agent =
        new Agent(
            new AgentId(row.getString("id")),
            row.getString("account_id"),
            row.getString("public_id"),
            row.getString("name"),
            Permission.valueOf(row.getString("permission").toUpperCase(Locale.ROOT)),
            row.getString("job_title"),
            row.getString("avatar"),
            row.getInt("max_chats_count"),
            LicenseCodec.decodeGroups(row.getString("groups")),
            botOwner == null ? null : bot(botOwner, row.getString("bot_default_priority")),
            new Standing(row.getBoolean("suspended"), row.getBoolean("awaiting_approval")),
            PreferencesCodec.decode(row.getString("preferences")));
    return new AgentRow(
        agent,
        lastStatus == null ? null : RoutingStatus.valueOf(lastStatus.toUpperCase(Locale.ROOT)));
  }

  private static Agent.Bot bot(String owner, @Nullable String defaultPriority) {
    return defaultPriority == null
        ? new Agent.Bot(owner)
        : new Agent.Bot(owner, Priority.valueOf(defaultPriority.toUpperCase(Locale.ROOT)));
  }

  /// How the column says what an agent may do.
  public static String permission(Permission permission) {
    return permission.name().toLowerCase(Locale.ROOT);
  }

  /// How the column says whether an agent is given chats.
  public static String status(RoutingStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
