package io.parley.server.provisioning;

import io.parley.core.agent.Permission;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.Settings;
import io.parley.core.user.AgentId;
import io.parley.store.content.ContentKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A license as a provisioning file describes one. Each part that another may refer to keeps its
/// place.
///
/// @param allowedOrigins websites that get customers' tokens; null: as it was
/// @param contents forms, greetings and goals that are given, as JSON
record LicenseSpec(
    Node.Place place,
    LicenseId id,
    @Nullable OrganizationId organizationId,
    String name,
    @Nullable String plan,
    @Nullable String region,
    SettingsSpec settings,
    List<Group> groups,
    List<AgentSpec> agents,
    List<ClientSpec> clients,
    @Nullable Set<String> allowedOrigins,
    List<TokenSpec> tokens,
    Map<ContentKind, String> contents,
    List<Reference> references) {

  /// An agent.
  ///
  /// @param password null: none, or the one that was set before
  record AgentSpec(
      Node.Place place,
      AgentId id,
      String name,
      @Nullable String password,
      Permission permission,
      @Nullable String accountId,
      @Nullable String jobTitle,
      @Nullable String avatar,
      @Nullable Integer maxChatsCount,
      SortedMap<GroupId, Priority> groups) {

    ProvisionLicense.WantedAgent wanted() {
      return new ProvisionLicense.WantedAgent(
          id, name, permission, accountId, jobTitle, avatar, maxChatsCount, groups);
    }

    /// Leaves the password out.
    @Override
    public String toString() {
      return "AgentSpec[" + id + "]";
    }
  }

  /// An application.
  ///
  /// @param secret null: a public application
  /// @param askConsent whether agents are asked before it acts for them
  record ClientSpec(
      Node.Place place,
      String id,
      @Nullable String secret,
      String name,
      List<String> redirectUris,
      Set<String> scopes,
      boolean askConsent) {

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "ClientSpec[" + id + "]";
    }
  }

  /// A ready-made token of an agent.
  ///
  /// @param personal whether it is a personal access token
  /// @param life zero: without end
  record TokenSpec(
      Node.Place place,
      boolean personal,
      String token,
      AgentId agentId,
      @Nullable String clientId,
      Set<String> scopes,
      Duration life) {

    /// Leaves the token out.
    @Override
    public String toString() {
      return "TokenSpec[" + agentId + "]";
    }
  }

  /// The settings that a file gives; the others stay as they are.
  record SettingsSpec(
      OptionalInt threadInactivityTimeout,
      OptionalInt threadIdleTimeout,
      OptionalInt agentReplyTimeout,
      OptionalInt agentDisconnectGrace,
      Optional<Boolean> queueEnabled,
      OptionalInt queueLimit,
      OptionalInt maxCustomerChatsCount,
      Optional<Boolean> continuousChats,
      Optional<Boolean> preferLastAgent) {

    /// These settings, and the others as they are.
    Settings over(Settings now) {
      return new Settings(
          seconds(threadInactivityTimeout, now.threadInactivityTimeout()),
          seconds(threadIdleTimeout, now.threadIdleTimeout()),
          seconds(agentReplyTimeout, now.agentReplyTimeout()),
          seconds(agentDisconnectGrace, now.agentDisconnectGrace()),
          queueEnabled.orElse(now.queueEnabled()),
          queueLimit.orElse(now.queueLimit()),
          maxCustomerChatsCount.orElse(now.maxCustomerChatsCount()),
          continuousChats.orElse(now.continuousChats()),
          preferLastAgent.orElse(now.preferLastAgent()));
    }

    private static Duration seconds(OptionalInt given, Duration now) {
      return given.isPresent() ? Duration.ofSeconds(given.getAsInt()) : now;
    }
  }

  /// Something that names an agent, a group or an application, which has to exist.
  sealed interface Reference {
    Node.Place place();

    /// Names an agent.
    record ToAgent(Node.Place place, AgentId agentId) implements Reference {}

    /// Names a group.
    record ToGroup(Node.Place place, GroupId groupId) implements Reference {}

    /// Names an application.
    record ToClient(Node.Place place, String clientId) implements Reference {}
  }
}
