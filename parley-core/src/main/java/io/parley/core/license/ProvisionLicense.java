package io.parley.core.license;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.Permission;
import io.parley.core.agent.Preferences;
import io.parley.core.agent.Standing;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Makes the license as a provisioning file says (contract.md, section 2). What the file does not
/// name stays; applying the same twice changes nothing.
public record ProvisionLicense(
    String name,
    @Nullable String plan,
    @Nullable String region,
    Settings settings,
    List<Group> groups,
    List<WantedAgent> agents)
    implements Command {

  /// An agent as a provisioning file describes one.
  ///
  /// @param accountId null: kept, or generated for a new agent
  public record WantedAgent(
      AgentId id,
      String name,
      Permission permission,
      @Nullable String accountId,
      @Nullable String jobTitle,
      @Nullable String avatar,
      @Nullable Integer maxChatsCount,
      SortedMap<GroupId, Priority> groups) {}

  /// Makes the lists unmodifiable.
  public ProvisionLicense {
    groups = List.copyOf(groups);
    agents = List.copyOf(agents);
  }

  @Override
  public Decision decide(License license, Context context) {
    var known = new HashSet<GroupId>();
    license.groups().forEach(group -> known.add(group.id()));
    groups.forEach(group -> known.add(group.id()));
    for (WantedAgent agent : agents) {
      for (GroupId groupId : agent.groups().keySet()) {
        if (!known.contains(groupId)) {
          return Decision.rejected(
              new Rejection.GroupNotFound("agents[" + agent.id() + "].groups", groupId));
        }
      }
    }
    var changes = new ArrayList<Change>();
    LicenseProfile wanted = profile(license.profile());
    if (!wanted.equals(license.profile())) {
      changes.add(new LicenseConfigured(wanted));
    }
    for (Group group : groups) {
      Group old = license.groupOrNull(group.id());
      Group now = old == null ? group : old.named(group.name());
      if (!now.equals(old)) {
        changes.add(new GroupConfigured(now, old == null));
      }
    }
    for (WantedAgent agent : agents) {
      Agent old = license.agentOrNull(agent.id());
      Agent now = agent(agent, old == null ? license.formerAgentOrNull(agent.id()) : old, context);
      if (!now.equals(old)) {
        changes.add(new AgentConfigured(now, old == null));
      }
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }

  private LicenseProfile profile(LicenseProfile old) {
    return new LicenseProfile(
        old.id(),
        old.organizationId(),
        name,
        plan == null ? old.plan() : plan,
        region == null ? old.region() : region,
        old.createdAt(),
        settings,
        old.properties());
  }

  private static Agent agent(WantedAgent wanted, @Nullable Agent old, Context context) {
    String accountId = wanted.accountId();
    if (accountId == null) {
      accountId = old == null ? context.nextUuid() : old.accountId();
    }
    int maxChatsCount =
        wanted.maxChatsCount() == null
            ? (old == null ? Agent.DEFAULT_MAX_CHATS_COUNT : old.maxChatsCount())
            : wanted.maxChatsCount();
    return new Agent(
        wanted.id(),
        accountId,
        old == null ? context.nextUuid() : old.publicId(),
        wanted.name(),
        wanted.permission(),
        wanted.jobTitle(),
        wanted.avatar(),
        maxChatsCount,
        wanted.groups(),
        null,
        old == null ? Standing.WORKING : old.standing(),
        old == null ? Preferences.NONE : old.preferences());
  }
}
