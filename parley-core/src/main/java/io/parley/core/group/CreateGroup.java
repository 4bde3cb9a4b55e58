package io.parley.core.group;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Authority;
import io.parley.core.agent.Permission;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.License;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;

/// Makes a group of agents (Create Group). One of them at least must have the usual priority.
public record CreateGroup(
    Caller.ByAgent caller,
    String name,
    String languageCode,
    SortedMap<AgentId, Priority> priorities)
    implements ConfigurationCommand {
  private static final int MOST_GROUPS = 1000;

  @Override
  public Decision decide(License license, Context context) {
    Optional<Rejection> objection =
        Authority.objection(license, caller, Permission.ADMINISTRATOR)
            .or(() -> GroupMembers.unknown(license, priorities))
            .or(this::nobodyNormal);
    if (objection.isPresent()) {
      return Decision.rejected(objection.get());
    }
    if (license.groups().size() > MOST_GROUPS) {
      return Decision.rejected(
          new Rejection.LimitReached("The license has its " + MOST_GROUPS + " groups"));
    }
    GroupId groupId = license.nextGroupId();
    var changes = new ArrayList<Change>();
    changes.add(new GroupConfigured(new Group(groupId, name, languageCode, Properties.NONE), true));
    changes.addAll(GroupMembers.changes(license, groupId, priorities));
    return Decision.accepted(new Result.OfConfiguration.GroupCreated(groupId), changes);
  }

  private Optional<Rejection> nobodyNormal() {
    return priorities.containsValue(Priority.NORMAL)
        ? Optional.empty()
        : Optional.of(
            new Rejection.InvalidField(
                "agent_priorities", "one agent at least must have the priority normal"));
  }
}
