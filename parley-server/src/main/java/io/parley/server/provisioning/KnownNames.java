package io.parley.server.provisioning;

import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.user.AgentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a provisioning may refer to: what the licenses have already, and what it gives them itself,
/// up to the license at hand.
final class KnownNames {
  private final Map<LicenseId, OfLicense> byLicense = new HashMap<>();
  private final Function<LicenseId, OfLicense> existing;

  /// What one license has.
  ///
  /// @param clients says whether the license has an application of that id
  record OfLicense(Set<AgentId> agents, Set<GroupId> groups, Predicate<String> clients) {
    static OfLicense none() {
      return new OfLicense(Set.of(), Set.of(GroupId.ALL), _ -> false);
    }

    static OfLicense of(LicenseView view, Predicate<String> clients) {
      return new OfLicense(view.agents().keySet(), view.groups().keySet(), clients);
    }

    private OfLicense with(LicenseSpec license) {
      var moreAgents = new HashSet<>(agents);
      license.agents().forEach(agent -> moreAgents.add(agent.id()));
      var moreGroups = new HashSet<>(groups);
      license.groups().forEach(group -> moreGroups.add(group.id()));
      var moreClients = new HashSet<String>();
      license.clients().forEach(client -> moreClients.add(client.id()));
      return new OfLicense(moreAgents, moreGroups, clients.or(moreClients::contains));
    }
  }

  /// Makes a checker.
  ///
  /// @param existing what a license has before anything is applied
  KnownNames(Function<LicenseId, OfLicense> existing) {
    this.existing = existing;
  }

  /// Refuses a provisioning that refers to what will not exist.
  void check(Provisioning provisioning) {
    for (LicenseSpec license : provisioning.licenses()) {
      OfLicense known = byLicense.computeIfAbsent(license.id(), existing).with(license);
      byLicense.put(license.id(), known);
      license.references().forEach(reference -> check(reference, known));
    }
  }

  private static void check(LicenseSpec.Reference reference, OfLicense known) {
    switch (reference) {
      case LicenseSpec.Reference.ToAgent(Node.Place place, AgentId id) -> {
        if (!known.agents().contains(id)) {
          throw place.error("names the agent " + id.value() + ", who is not in the license");
        }
      }
      case LicenseSpec.Reference.ToGroup(Node.Place place, GroupId id) -> {
        if (!known.groups().contains(id)) {
          throw place.error("names group " + id + ", which is not in the license");
        }
      }
      case LicenseSpec.Reference.ToClient(Node.Place place, String id) -> {
        if (!known.clients().test(id)) {
          throw place.error("names the client " + id + ", which is not in the license");
        }
      }
    }
  }
}
