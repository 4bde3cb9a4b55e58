package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.store.codec.StorableText;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.Micros;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a group does away with: agents, with all by which they could come in, and groups of agents.
///
/// Agents go before everything else is written, for one of the same name may come; groups after it,
/// for chats may just have been given to them.
final class DeletionRows {

  private static final RowStatement PUT_FORMER =
      RowStatement.of(
          """
          insert into former_agent (
            license_id, id, account_id, public_id, name, job_title, avatar, bot_owner_client_id,
            deleted_at)
          select * from {rows}
          on conflict (license_id, id) do update set
            account_id = excluded.account_id,
            public_id = excluded.public_id,
            name = excluded.name,
            job_title = excluded.job_title,
            avatar = excluded.avatar,
            bot_owner_client_id = excluded.bot_owner_client_id,
            deleted_at = excluded.deleted_at
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("account_id", Kind.TEXT),
          column("public_id", Kind.TEXT),
          column("name", Kind.TEXT),
          column("job_title", Kind.TEXT),
          column("avatar", Kind.TEXT),
          column("bot_owner_client_id", Kind.TEXT),
          column("deleted_at", Kind.TIME));

  /// Each with the rows `license_id, agent_id, deleted_at`.
  private static final List<RowStatement> OF_AGENTS =
      List.of(
          ofAgents(
              "delete from agent t using {rows}"
                  + " where t.license_id = r.license_id and t.id = r.agent_id"),
          ofAgents("delete from push_device t using {rows}" + itsAgents()),
          ofAgents("delete from account_credential t using {rows}" + itsAgents()),
          ofAgents("delete from sign_in_session t using {rows}" + itsAgents()),
          ofAgents("delete from authorization_code t using {rows}" + itsAgents()),
          ofAgents("delete from consent t using {rows}" + itsAgents()),
          ofAgents(
              "update refresh_token t set revoked_at = r.deleted_at from {rows}"
                  + itsAgents()
                  + " and t.revoked_at is null"),
          ofAgents(
              "update access_token t set revoked_at = r.deleted_at from {rows}"
                  + itsAgents()
                  + " and t.revoked_at is null"));

  /// Each with the rows `license_id, group_id`.
  private static final List<RowStatement> OF_GROUPS =
      List.of(
          ofGroups(
              "update agent_group t set deleted = true, properties = '{}' from {rows}"
                  + " where t.license_id = r.license_id and t.id = r.group_id"),
          ofGroups(withoutGroup("chat", "")),
          ofGroups(withoutGroup("thread", ", unindexed = true")),
          ofGroups(withoutGroup("customer", "")));

  private record AgentKey(LicenseId licenseId, AgentId agentId) {}

  private record DeletedGroup(LicenseId licenseId, GroupId groupId) {}

  private final Map<AgentKey, AgentDeleted> agents = new LinkedHashMap<>();
  private final List<DeletedGroup> groups = new ArrayList<>();

  private static RowStatement ofAgents(String sql) {
    return RowStatement.of(
        sql,
        column("license_id", Kind.LONG),
        column("agent_id", Kind.TEXT),
        column("deleted_at", Kind.TIME));
  }

  private static String itsAgents() {
    return " where t.license_id = r.license_id and t.agent_id = r.agent_id";
  }

  private static RowStatement ofGroups(String sql) {
    return RowStatement.of(sql, column("license_id", Kind.LONG), column("group_id", Kind.INT));
  }

  /// What a group alone had access to is open to all agents: group 0.
  ///
  /// @param more what else is set; threads are indexed anew, for they are found by their groups
  private static String withoutGroup(String table, String more) {
    return """
        update %s t set group_ids =
          case when cardinality(array_remove(t.group_ids, r.group_id)) = 0
            then '{0}' else array_remove(t.group_ids, r.group_id) end%s
        from {rows}
        where t.license_id = r.license_id and r.group_id = any (t.group_ids)
        """
        .formatted(table, more);
  }

  boolean isEmpty() {
    return agents.isEmpty() && groups.isEmpty();
  }

  void add(LicenseId licenseId, AgentDeleted deleted) {
    agents.put(new AgentKey(licenseId, deleted.agentId()), deleted);
  }

  void add(LicenseId licenseId, GroupId groupId) {
    groups.add(new DeletedGroup(licenseId, groupId));
  }

  void writeAgentsTo(Statements statements) throws SQLException {
    if (agents.isEmpty()) {
      return;
    }
    var former = new RowBlock(PUT_FORMER);
    agents.forEach((key, deleted) -> addFormer(former, key, deleted));
    former.writeTo(statements);
    for (RowStatement statement : OF_AGENTS) {
      var rows = new RowBlock(statement);
      agents.forEach(
          (key, deleted) ->
              rows.add(
                  key.licenseId().value(),
                  StorableText.of(key.agentId().value()),
                  Micros.of(deleted.at())));
      rows.writeTo(statements);
    }
  }

  void writeGroupsTo(Statements statements) throws SQLException {
    if (groups.isEmpty()) {
      return;
    }
    for (RowStatement statement : OF_GROUPS) {
      for (DeletedGroup group : groups) {
        var rows = new RowBlock(statement);
        rows.add(group.licenseId().value(), group.groupId().value());
        rows.writeTo(statements);
      }
    }
  }

  private static void addFormer(RowBlock rows, AgentKey key, AgentDeleted deleted) {
    Agent agent = deleted.agent();
    Agent.Bot bot = agent.bot();
    rows.add(
        key.licenseId().value(),
        StorableText.of(agent.id().value()),
        StorableText.of(agent.accountId()),
        StorableText.of(agent.publicId()),
        StorableText.of(agent.name()),
        storable(agent.jobTitle()),
        storable(agent.avatar()),
        bot == null ? null : StorableText.of(bot.ownerClientId()),
        Micros.of(deleted.at()));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
