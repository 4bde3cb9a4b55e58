package io.parley.core.bot;

import io.parley.core.Rejection;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentPatch;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.webhook.BotWebhooks;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What is to be different about a bot; null: nothing.
///
/// @param avatar empty: none
/// @param jobTitle empty: none
/// @param defaultPriority in groups for which the bot has no priority of its own
/// @param webhooks what the bot is told from now on, in place of what it was told
public record BotPatch(
    @Nullable String name,
    @Nullable RoutingStatus status,
    @Nullable String avatar,
    @Nullable String jobTitle,
    @Nullable Integer maxChatsCount,
    @Nullable Priority defaultPriority,
    @Nullable SortedMap<GroupId, Priority> groups,
    @Nullable BotWebhooks webhooks) {

  /// A patch that leaves the webhooks as they are.
  public BotPatch(
      @Nullable String name,
      @Nullable RoutingStatus status,
      @Nullable String avatar,
      @Nullable String jobTitle,
      @Nullable Integer maxChatsCount,
      @Nullable Priority defaultPriority,
      @Nullable SortedMap<GroupId, Priority> groups) {
    this(name, status, avatar, jobTitle, maxChatsCount, defaultPriority, groups, null);
  }

  /// What the license speaks against; empty if nothing.
  Optional<Rejection> objection(License license) {
    return groups == null ? Optional.empty() : license.unknownGroupIn(groups.keySet(), "groups");
  }

  /// The bot as it is to be.
  Agent appliedTo(Agent agent, Agent.Bot bot) {
    return new Agent(
        agent.id(),
        agent.accountId(),
        agent.publicId(),
        name == null ? agent.name() : name,
        agent.permission(),
        AgentPatch.text(jobTitle, agent.jobTitle()),
        AgentPatch.text(avatar, agent.avatar()),
        maxChatsCount == null ? agent.maxChatsCount() : maxChatsCount,
        groups == null ? agent.groups() : groups,
        defaultPriority == null ? bot : new Agent.Bot(bot.ownerClientId(), defaultPriority),
        agent.standing(),
        agent.preferences());
  }
}
