package io.parley.server.provisioning;

import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseView;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.ProvisionLicense.WantedAgent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a provisioning file says of a license that no file has said before. Of the license's name,
/// its settings, each group and each agent it is remembered what was said last: what is said no
/// differently is left as it is, for it may have been configured since.
final class News {
  private final LicenseSpec license;
  private final Map<String, String> before;
  private final Map<String, String> changed = new HashMap<>();

  /// @param before the fingerprints of what was said before
  News(LicenseSpec license, Map<String, String> before) {
    this.license = license;
    this.before = Map.copyOf(before);
  }

  /// The command that makes it so.
  ProvisionLicense command(LicenseView view) {
    LicenseProfile profile = view.profile();
    boolean named =
        isNew("license", license.name() + '\n' + license.plan() + '\n' + license.region());
    boolean set = isNew("settings", license.settings().toString());
    List<WantedAgent> agents = agents();
    return new ProvisionLicense(
        named ? license.name() : profile.name(),
        named ? license.plan() : null,
        named ? license.region() : null,
        set ? license.settings().over(profile.settings()) : profile.settings(),
        groups(view, agents),
        agents);
  }

  /// The fingerprints of what is new.
  Set<Map.Entry<String, String>> fingerprints() {
    return Map.copyOf(changed).entrySet();
  }

  private List<WantedAgent> agents() {
    var agents = new ArrayList<WantedAgent>();
    for (LicenseSpec.AgentSpec spec : license.agents()) {
      WantedAgent wanted = spec.wanted();
      if (isNew("agent " + wanted.id(), wanted.toString())) {
        agents.add(wanted);
      }
    }
    return agents;
  }

  /// Groups that were deleted since come back if an agent who is new is in them.
  private List<Group> groups(LicenseView view, List<WantedAgent> agents) {
    var needed = new HashSet<GroupId>();
    agents.forEach(agent -> needed.addAll(agent.groups().keySet()));
    needed.removeAll(view.groups().keySet());
    var groups = new ArrayList<Group>();
    for (Group group : license.groups()) {
      if (isNew("group " + group.id(), group.name()) || needed.contains(group.id())) {
        groups.add(group);
      }
    }
    return groups;
  }

  private boolean isNew(String item, String said) {
    String fingerprint = fingerprint(said);
    if (fingerprint.equals(before.get(item))) {
      return false;
    }
    changed.put(item, fingerprint);
    return true;
  }

  private static String fingerprint(String said) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
