package io.parley.store.journal;

import static io.parley.store.journal.RowStatement.column;

import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.GroupDeleted;
import io.parley.core.license.LicenseChange;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.Multicasted;
import io.parley.core.license.PropertiesDefined;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.WebhookChange;
import io.parley.store.codec.DefinitionCodec;
import io.parley.store.codec.LicenseCodec;
import io.parley.store.codec.PreferencesCodec;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.StorableText;
import io.parley.store.journal.RowStatement.Kind;
import io.parley.store.row.AgentRow;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a group does to licenses, their groups and agents.
final class ProfileRows {

  private static final RowStatement UPDATE_LICENSE =
      RowStatement.of(
          """
          update license l set
            name = r.name, plan = r.plan, region = r.region, settings = r.settings,
            properties = r.properties
          from {rows}
          where l.id = r.id
          """,
          column("id", Kind.LONG),
          column("name", Kind.TEXT),
          column("plan", Kind.TEXT),
          column("region", Kind.TEXT),
          column("settings", Kind.JSON),
          column("properties", Kind.JSON));

  private static final RowStatement PUT_GROUP =
      RowStatement.of(
          """
          insert into agent_group (license_id, id, name, language_code, properties, deleted)
          select *, false from {rows}
          on conflict (license_id, id) do update set
            name = excluded.name,
            language_code = excluded.language_code,
            properties = excluded.properties,
            deleted = false
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.INT),
          column("name", Kind.TEXT),
          column("language_code", Kind.TEXT),
          column("properties", Kind.JSON));

  private static final RowStatement PUT_AGENT =
      RowStatement.of(
          """
          insert into agent (
            license_id, id, position, account_id, public_id, name, permission, job_title, avatar,
            max_chats_count, groups, bot_owner_client_id, bot_default_priority, suspended,
            awaiting_approval, preferences)
          select * from {rows}
          on conflict (license_id, id) do update set
            account_id = excluded.account_id,
            public_id = excluded.public_id,
            name = excluded.name,
            permission = excluded.permission,
            job_title = excluded.job_title,
            avatar = excluded.avatar,
            max_chats_count = excluded.max_chats_count,
            groups = excluded.groups,
            bot_owner_client_id = excluded.bot_owner_client_id,
            bot_default_priority = excluded.bot_default_priority,
            suspended = excluded.suspended,
            awaiting_approval = excluded.awaiting_approval,
            preferences = excluded.preferences
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("position", Kind.LONG),
          column("account_id", Kind.TEXT),
          column("public_id", Kind.TEXT),
          column("name", Kind.TEXT),
          column("permission", Kind.TEXT),
          column("job_title", Kind.TEXT),
          column("avatar", Kind.TEXT),
          column("max_chats_count", Kind.INT),
          column("groups", Kind.JSON),
          column("bot_owner_client_id", Kind.TEXT),
          column("bot_default_priority", Kind.TEXT),
          column("suspended", Kind.FLAG),
          column("awaiting_approval", Kind.FLAG),
          column("preferences", Kind.JSON));

  private static final RowStatement SET_STATUS =
      RowStatement.of(
          """
          update agent a set last_routing_status = r.status
          from {rows}
          where a.license_id = r.license_id and a.id = r.id
          """,
          column("license_id", Kind.LONG),
          column("id", Kind.TEXT),
          column("status", Kind.TEXT));

  private static final RowStatement PUT_DEVICE =
      RowStatement.of(
          """
          insert into push_device (
            license_id, agent_id, token_hash, firebase_token, platform, enabled)
          select license_id, agent_id, md5(firebase_token), firebase_token, platform, enabled
          from {rows}
          on conflict (license_id, agent_id, token_hash) do update set
            platform = excluded.platform,
            enabled = excluded.enabled
          """,
          column("license_id", Kind.LONG),
          column("agent_id", Kind.TEXT),
          column("firebase_token", Kind.TEXT),
          column("platform", Kind.TEXT),
          column("enabled", Kind.FLAG));

  private static final RowStatement PUT_DEFINITION =
      RowStatement.of(
          """
          insert into property_definition (license_id, namespace, name, definition)
          select * from {rows}
          on conflict (license_id, namespace, name) do update set definition = excluded.definition
          """,
          column("license_id", Kind.LONG),
          column("namespace", Kind.TEXT),
          column("name", Kind.TEXT),
          column("definition", Kind.JSON));

  private record GroupKey(LicenseId licenseId, GroupId groupId) {}

  private record AgentKey(LicenseId licenseId, AgentId agentId) {}

  private record DeviceKey(LicenseId licenseId, AgentId agentId, String firebaseToken) {
    boolean isOf(AgentKey agent) {
      return licenseId.equals(agent.licenseId()) && agentId.equals(agent.agentId());
    }
  }

  private record DefinitionKey(LicenseId licenseId, String namespace, String name) {}

  private record PlacedAgent(Agent agent, long position) {}

  private final Map<LicenseId, LicenseProfile> licenses = new LinkedHashMap<>();
  private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
  private final Map<AgentKey, PlacedAgent> agents = new LinkedHashMap<>();
  private final Map<AgentKey, RoutingStatus> statuses = new LinkedHashMap<>();
  private final Map<DeviceKey, PushNotificationsChanged> devices = new LinkedHashMap<>();
  private final Map<DefinitionKey, PropertyDefinition> definitions = new LinkedHashMap<>();
  private final DeletionRows deletions;

  ProfileRows(DeletionRows deletions) {
    this.deletions = deletions;
  }

  boolean isEmpty() {
    return licenses.isEmpty()
        && groups.isEmpty()
        && agents.isEmpty()
        && statuses.isEmpty()
        && devices.isEmpty()
        && definitions.isEmpty();
  }

  void add(LicenseId licenseId, LicenseChange change) {
    switch (change) {
      case LicenseConfigured(LicenseProfile profile) -> licenses.put(licenseId, profile);
      case GroupConfigured(Group group, _) ->
          groups.put(new GroupKey(licenseId, group.id()), group);
      case GroupDeleted(GroupId groupId) -> {
        groups.remove(new GroupKey(licenseId, groupId));
        deletions.add(licenseId, groupId);
      }
      case PropertiesDefined(var defined) ->
          defined.forEach(
              definition ->
                  definitions.put(
                      new DefinitionKey(licenseId, definition.namespace(), definition.name()),
                      definition));
      case Multicasted _, QueueReviewed _, WebhookChange _ -> {}
    }
  }

  void add(LicenseId licenseId, long seq, AgentChange change) {
    var key = new AgentKey(licenseId, change.agentId());
    switch (change) {
      case AgentConfigured(Agent agent, _) -> {
        PlacedAgent before = agents.get(key);
        agents.put(key, new PlacedAgent(agent, before == null ? seq : before.position()));
      }
      case RoutingStatusSet set -> {
        if (set.kept()) {
          statuses.put(key, set.status());
        }
      }
      case AgentDeleted deleted -> {
        agents.remove(key);
        statuses.remove(key);
        devices.keySet().removeIf(device -> device.isOf(key));
        deletions.add(licenseId, deleted);
      }
      case PushNotificationsChanged changed ->
          devices.put(
              new DeviceKey(licenseId, changed.agentId(), StorableText.of(changed.firebaseToken())),
              changed);
      case AgentConnected _, AgentDisconnected _, AwayStatusSet _, LetterPosted _ -> {}
    }
  }

  void writeTo(Statements statements) throws SQLException {
    var licenseRows = new RowBlock(UPDATE_LICENSE);
    licenses.forEach((id, profile) -> addLicense(licenseRows, id, profile));
    licenseRows.writeTo(statements);

    var groupRows = new RowBlock(PUT_GROUP);
    groups.forEach(
        (key, group) ->
            groupRows.add(
                key.licenseId().value(),
                group.id().value(),
                StorableText.of(group.name()),
                StorableText.of(group.languageCode()),
                PropertiesCodec.encode(group.properties())));
    groupRows.writeTo(statements);

    var agentRows = new RowBlock(PUT_AGENT);
    agents.forEach((key, placed) -> addAgent(agentRows, key, placed));
    agentRows.writeTo(statements);

    var statusRows = new RowBlock(SET_STATUS);
    statuses.forEach(
        (key, status) ->
            statusRows.add(
                key.licenseId().value(),
                StorableText.of(key.agentId().value()),
                AgentRow.status(status)));
    statusRows.writeTo(statements);

    var deviceRows = new RowBlock(PUT_DEVICE);
    devices.forEach(
        (key, device) ->
            deviceRows.add(
                key.licenseId().value(),
                StorableText.of(key.agentId().value()),
                key.firebaseToken(),
                StorableText.of(device.platform()),
                device.enabled()));
    deviceRows.writeTo(statements);

    var definitionRows = new RowBlock(PUT_DEFINITION);
    definitions.forEach(
        (key, definition) ->
            definitionRows.add(
                key.licenseId().value(),
                StorableText.of(key.namespace()),
                StorableText.of(key.name()),
                DefinitionCodec.encode(definition)));
    definitionRows.writeTo(statements);
  }

  private static void addLicense(RowBlock rows, LicenseId id, LicenseProfile profile) {
    rows.add(
        id.value(),
        StorableText.of(profile.name()),
        StorableText.of(profile.plan()),
        StorableText.of(profile.region()),
        LicenseCodec.encode(profile.settings()),
        PropertiesCodec.encode(profile.properties()));
  }

  private static void addAgent(RowBlock rows, AgentKey key, PlacedAgent placed) {
    Agent agent = placed.agent();
    Agent.Bot bot = agent.bot();
    rows.add(
        key.licenseId().value(),
        StorableText.of(agent.id().value()),
        placed.position(),
        StorableText.of(agent.accountId()),
        StorableText.of(agent.publicId()),
        StorableText.of(agent.name()),
        AgentRow.permission(agent.permission()),
        storable(agent.jobTitle()),
        storable(agent.avatar()),
        agent.maxChatsCount(),
        LicenseCodec.encode(agent.groups()),
        bot == null ? null : StorableText.of(bot.ownerClientId()),
        bot == null ? null : LicenseCodec.name(bot.defaultPriority()),
        agent.standing().suspended(),
        agent.standing().awaitingApproval(),
        PreferencesCodec.encode(agent.preferences()));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
