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
/// @param groups priority by group; group 0, which holds everyone, is listed only with a priority
/// of
///     its own
/// @param bot set if the agent is a program
/// @param standing whether the agent may work
/// @param preferences what the agent wants to be told, and when the agent works
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
    @Nullable Bot bot,
    Standing standing,
    Preferences preferences) {

  /// The limit of agents for which none was given.
  public static final int DEFAULT_MAX_CHATS_COUNT = 6;

  /// What only bots have.
  ///
  /// @param ownerClientId the application that made the bot, or the id of the agent who did
  /// @param defaultPriority the priority in groups for which the bot has no other
  public record Bot(String ownerClientId, Priority defaultPriority) {
    /// A bot with the usual priority.
    public Bot(String ownerClientId) {
      this(ownerClientId, Priority.NORMAL);
    }
  }

  /// Makes the groups unmodifiable.
  public Agent {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// An agent who may work and prefers nothing.
  public Agent(
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
    this(
        id,
        accountId,
        publicId,
        name,
        permission,
        jobTitle,
        avatar,
        maxChatsCount,
        groups,
        bot,
        Standing.WORKING,
        Preferences.NONE);
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
    return groups.getOrDefault(groupId, bot == null ? Priority.NORMAL : bot.defaultPriority());
  }

  /// The agent in another standing.
  public Agent with(Standing other) {
    return new Agent(
        id,
        accountId,
        publicId,
        name,
        permission,
        jobTitle,
        avatar,
        maxChatsCount,
        groups,
        bot,
        other,
        preferences);
  }

  /// The agent with another priority in a group.
  ///
  /// @param priority null: not in the group, or in group 0 with the usual priority
  public Agent with(GroupId groupId, @Nullable Priority priority) {
    var others = new TreeMap<>(groups);
    if (priority == null) {
      others.remove(groupId);
    } else {
      others.put(groupId, priority);
    }
    return new Agent(
        id,
        accountId,
        publicId,
        name,
        permission,
        jobTitle,
        avatar,
        maxChatsCount,
        others,
        bot,
        standing,
        preferences);
  }
}
