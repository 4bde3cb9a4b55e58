package io.parley.store.journal;

import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.Membership;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import io.parley.store.codec.DefinitionCodec;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.UserKey;
import io.parley.store.row.AgentRow;
import io.parley.store.row.ChatRow;
import io.parley.store.row.CustomerRow;
import io.parley.store.row.FormerAgentRow;
import io.parley.store.row.LicenseRow;
import io.parley.store.row.MemberRow;
import io.parley.store.row.WebhookRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads all that a license holds when it is opened: its configuration, and the active chats with
/// their customers. One query per table, however much there is.
final class SnapshotReader {

  private static final String GROUPS =
      """
      select id, name, language_code, properties, deleted
      from agent_group where license_id = ? order by id
      """;

  private static final String FORMER_AGENTS =
      "select "
          + FormerAgentRow.COLUMNS
          + """
           from former_agent f
          where f.license_id = ?
            and not exists (select from agent a where a.license_id = f.license_id and a.id = f.id)
          """;

  private static final String DEFINITIONS =
      "select namespace, name, definition from property_definition where license_id = ?";

  private static final String AGENTS =
      "select " + AgentRow.COLUMNS + " from agent a where a.license_id = ? order by a.position";

  private static final String WEBHOOKS =
      "select " + WebhookRow.COLUMNS + " from webhook w where w.license_id = ? order by w.position";

  private static final String ACTIVE_CHATS =
      StateReader.CHATS + " and c.active order by c.last_thread_created_at, c.id";

  private static final String MEMBERS_OF_ACTIVE_CHATS =
      "select "
          + MemberRow.COLUMNS
          + """
           from chat c
          join chat_user m on m.license_id = c.license_id and m.chat_id = c.id
          where c.license_id = ? and c.active
          order by m.chat_id, m.position
          """;

  private static final String CUSTOMERS_OF_ACTIVE_CHATS =
      """
      (select distinct m.user_key
       from chat c
       join chat_user m on m.license_id = c.license_id and m.chat_id = c.id
       where c.license_id = ? and c.active and m.user_key like 'c:%')
      """;

  private SnapshotReader() {}

  /// The snapshot of a license.
  ///
  /// @param license its row, which the caller has read
  static LicenseSnapshot read(Connection connection, LicenseId licenseId, LicenseRow license)
      throws SQLException {
    var groups = new ArrayList<Group>();
    int[] highestGroupId = {0};
    Query.on(connection, GROUPS)
        .with(licenseId.value())
        .each(
            row -> {
              highestGroupId[0] = row.getInt("id");
              if (!row.getBoolean("deleted")) {
                groups.add(group(row));
              }
            });
    var formerAgents = new ArrayList<Agent>();
    Query.on(connection, FORMER_AGENTS)
        .with(licenseId.value())
        .each(row -> formerAgents.add(FormerAgentRow.read(row)));
    var definitions = new ArrayList<PropertyDefinition>();
    Query.on(connection, DEFINITIONS)
        .with(licenseId.value())
        .each(
            row ->
                definitions.add(
                    DefinitionCodec.decode(
                        row.getString("namespace"),
                        row.getString("name"),
                        row.getString("definition"))));
    var agents = new ArrayList<Agent>();
    var statuses = new HashMap<AgentId, RoutingStatus>();
    Query.on(connection, AGENTS)
        .with(licenseId.value())
        .each(
            row -> {
              AgentRow read = AgentRow.read(row);
              agents.add(read.agent());
              if (read.lastRoutingStatus() != null) {
                statuses.put(read.agent().id(), read.lastRoutingStatus());
              }
            });
    return new LicenseSnapshot(
        license.profile(),
        license.seq(),
        groups,
        highestGroupId[0],
        agents,
        formerAgents,
        statuses,
        definitions,
        activeChats(connection, licenseId),
        customersOfActiveChats(connection, licenseId),
        webhooks(connection, licenseId));
  }

  private static List<Webhook> webhooks(Connection connection, LicenseId licenseId)
      throws SQLException {
    var webhooks = new ArrayList<Webhook>();
    Query.on(connection, WEBHOOKS)
        .with(licenseId.value())
        .each(row -> webhooks.add(WebhookRow.read(row)));
    return webhooks;
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        new GroupId(row.getInt("id")),
        row.getString("name"),
        row.getString("language_code"),
        PropertiesCodec.decode(row.getString("properties")));
  }

  private static List<Chat> activeChats(Connection connection, LicenseId licenseId)
      throws SQLException {
    var members = new HashMap<ChatId, List<Membership>>();
    Query.on(connection, MEMBERS_OF_ACTIVE_CHATS)
        .with(licenseId.value())
        .each(
            row -> {
              MemberRow member = MemberRow.read(row);
              members
                  .computeIfAbsent(member.chatId(), _ -> new ArrayList<>(2))
                  .add(member.membership());
            });
    var chats = new ArrayList<Chat>(members.size());
    Query.on(connection, ACTIVE_CHATS)
        .with(licenseId.value())
        .each(
            row -> {
              ChatRow chat = ChatRow.read(row);
              chats.add(chat.with(members.getOrDefault(chat.id(), List.of())));
            });
    return chats;
  }

  private static List<LoadedCustomer> customersOfActiveChats(
      Connection connection, LicenseId licenseId) throws SQLException {
    Map<String, List<ChatId>> chats = new HashMap<>();
    Query.on(
            connection,
            "select m.user_key, m.chat_id from "
                + CUSTOMERS_OF_ACTIVE_CHATS
                + """
                 as present
                join chat_user m on m.license_id = ? and m.user_key = present.user_key
                order by m.position, m.chat_id
                """)
        .with(licenseId.value())
        .with(licenseId.value())
        .each(
            row ->
                chats
                    .computeIfAbsent(row.getString(1), _ -> new ArrayList<>(1))
                    .add(new ChatId(row.getString(2))));
    var customers = new ArrayList<LoadedCustomer>(chats.size());
    Query.on(
            connection,
            "select "
                + CustomerRow.COLUMNS
                + " from "
                + CUSTOMERS_OF_ACTIVE_CHATS
                + " as present"
                + " join customer cu on cu.license_id = ? and cu.id = substr(present.user_key, 3)")
        .with(licenseId.value())
        .with(licenseId.value())
        .each(
            row -> {
              var customer = CustomerRow.read(row);
              customers.add(
                  new LoadedCustomer(
                      customer, chats.getOrDefault(UserKey.encode(customer.id()), List.of())));
            });
    return customers;
  }
}
