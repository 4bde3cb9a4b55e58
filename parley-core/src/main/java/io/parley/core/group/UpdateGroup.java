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
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Changes a group (Update Group).
///
/// @param name null: as it is
/// @param languageCode null: as it is
/// @param priorities all its members from now on; null: as they are
public record UpdateGroup(
    Caller.ByAgent caller,
    GroupId groupId,
    @Nullable String name,
    @Nullable String languageCode,
    @Nullable SortedMap<AgentId, Priority> priorities)
    implements ConfigurationCommand {

  @Override
  public Decision decide(License license, Context context) {
    return switch (GroupSight.of(license, caller, groupId)) {
      case GroupSight.None(Rejection rejection) -> Decision.rejected(rejection);
      case GroupSight.Of(Group group) -> {
        Optional<Rejection> objection =
            Authority.objection(license, caller, Permission.ADMINISTRATOR)
                .or(
                    () ->
                        priorities == null
                            ? Optional.empty()
                            : GroupMembers.unknown(license, priorities));
        yield objection.isPresent() ? Decision.rejected(objection.get()) : update(license, group);
      }
    };
  }

  private Decision update(License license, Group group) {
    var changes = new ArrayList<Change>();
    var changed =
        new Group(
            groupId,
            name == null ? group.name() : name,
            languageCode == null ? group.languageCode() : languageCode,
            group.properties());
    if (!changed.equals(group)) {
      changes.add(new GroupConfigured(changed, false));
    }
    if (priorities != null) {
      changes.addAll(GroupMembers.changes(license, groupId, priorities));
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }
}
