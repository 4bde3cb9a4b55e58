package io.parley.core.agent;

import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An agent as configured: a person or a bot.
///
/// @param accountId the UUID of the person's account
/// @param publicId the opaque id under which customers know the agent; stable
/// @param maxChatsCount how many active chats the router gives at most
/// @param groups priority by group; group 0, which holds everyone, is not listed
/// @param bot set if the agent is a program
public record Agent(
    AgentId id,
    String accountId,
    String publicId,
    String name,
    Permission permission,
    @Nullable String jobTitle,
    @Nullable String avatar,
    int maxChatsCount,
    SortedMap<GroupId, Priority> groups,
    @Nullable Bot bot) {

  /// The limit of agents for which none was given.
  public static final int DEFAULT_MAX_CHATS_COUNT = 6;

  /// What only bots have.
  ///
  /// @param ownerClientId the application that made the bot
  public record Bot(String ownerClientId) {}

  /// Makes the groups unmodifiable.
  public Agent {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// True for programs.
  public boolean isBot() {
    return bot != null;
  }

  /// True if the agent is in the group; everyone is in group 0.
  public boolean isIn(GroupId groupId) {
    return groupId.equals(GroupId.ALL) || groups.containsKey(groupId);
  }

  /// How early the agent is given chats of a group that the agent is in.
  public Priority priorityIn(GroupId groupId) {
    return groups.getOrDefault(groupId, Priority.NORMAL);
  }
}
