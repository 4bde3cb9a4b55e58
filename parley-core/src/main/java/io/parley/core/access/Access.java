package io.parley.core.access;

import io.parley.core.group.GroupId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who may see a chat or a thread: the agents of these groups. Group 0 stands for every agent
/// (data structures, Access).
public record Access(SortedSet<GroupId> groupIds) {
  /// Every agent of the license.
  public static final Access ALL_AGENTS = Access.of(GroupId.ALL);

  /// Makes the set unmodifiable.
  public Access {
    groupIds = Collections.unmodifiableSortedSet(new TreeSet<>(groupIds));
  }

  /// Access for these groups.
  public static Access of(GroupId... groupIds) {
    return new Access(new TreeSet<>(java.util.List.of(groupIds)));
  }

  /// Access for these groups.
  public static Access of(Collection<GroupId> groupIds) {
    return new Access(new TreeSet<>(groupIds));
  }

  /// The access that is left when a group is no more: every agent's, if it was that group's alone.
  public Access without(GroupId groupId) {
    if (!groupIds.contains(groupId)) {
      return this;
    }
    var others = new TreeSet<>(groupIds);
    others.remove(groupId);
    return others.isEmpty() ? ALL_AGENTS : new Access(others);
  }

  /// True if an agent who is in `groups` may see the resource.
  public boolean admits(Collection<GroupId> groups) {
    if (groupIds.contains(GroupId.ALL)) {
      return true;
    }
    for (GroupId group : groups) {
      if (groupIds.contains(group)) {
        return true;
      }
    }
    return false;
  }
}
