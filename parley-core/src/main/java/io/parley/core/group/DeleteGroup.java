package io.parley.core.group;

import io.parley.core.Change;
import io.parley.core.ConfigurationCommand;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.Authority;
import io.parley.core.agent.Permission;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.license.GroupDeleted;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.Optional;

/// Removes a group (Delete Group); never group 0. Its chats go on with their agents; those that
/// only its agents had access to are open to all agents from now on, and if they wait, they wait
/// for any of them.
public record DeleteGroup(Caller.ByAgent caller, GroupId groupId) implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    if (groupId.equals(GroupId.ALL)) {
      return Decision.rejected(
          new Rejection.InvalidField("id", "group 0 holds every agent and can't be deleted"));
    }
    return switch (GroupSight.of(license, caller, groupId)) {
      case GroupSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case GroupSight.Of _ -> {
        Optional<Rejection> objection =
            Authority.objection(license, caller, Permission.ADMINISTRATOR);
        yield objection.isPresent()
            ? Decision.rejected(objection.get())
            : Decision.accepted(Result.Done.DONE, changes(license));
      }
    };
  }

  private ArrayList<Change> changes(License license) {
    var changes = new ArrayList<Change>();
    for (Chat chat : license.activeChats()) {
      if (chat.access().groupIds().contains(groupId)) {
        Access left = chat.access().without(groupId);
        changes.add(new ChatAccessChanged(chat.id(), AccessOperation.SET, left, left));
      }
    }
    for (Agent agent : license.agents()) {
      if (agent.groups().containsKey(groupId)) {
        changes.add(new AgentConfigured(agent.with(groupId, null), false));
      }
    }
    changes.add(new GroupDeleted(groupId));
    return changes;
  }
}
