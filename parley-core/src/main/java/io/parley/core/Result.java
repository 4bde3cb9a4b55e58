package io.parley.core;

import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentField;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.content.ShownGreeting;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventId;
import io.parley.core.group.DescribedGroup;
import io.parley.core.group.Group;
import io.parley.core.group.GroupField;
import io.parley.core.group.GroupId;
import io.parley.core.license.LicenseView;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.routing.Candidate;
import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The answer to an accepted command.
public sealed interface Result {
  /// An answer without content.
  enum Done implements Result {
    /// The only one.
    DONE
  }

  /// A chat was started.
  ///
  /// @param eventIds the ids of the initial events that the caller gave, in order
  record ChatStarted(ChatId chatId, ThreadId threadId, List<EventId> eventIds) implements Result {}

  /// A chat was activated: it has a new thread.
  ///
  /// @param eventIds the ids of the initial events that the caller gave, in order
  record ChatActivated(ThreadId threadId, List<EventId> eventIds) implements Result {}

  /// A chat is followed, or needs no following.
  record ChatFollowed(ChatId chatId) implements Result {}

  /// A chat is not followed any more.
  record ChatUnfollowed(ChatId chatId) implements Result {}

  /// An event was sent.
  record EventSent(EventId eventId) implements Result {}

  /// An agent is logged in on a connection.
  record AgentLoggedIn(Agent agent, RoutingStatus routingStatus, LicenseView license)
      implements Result {}

  /// A customer is logged in on a connection.
  ///
  /// @param chats the customer's chats, newest first
  /// @param activeChats those of them that have an active thread
  /// @param onlineGroups groups in which an agent accepts chats
  /// @param predictedAgent who would get the customer's chat now
  /// @param greeting what the customer is shown, if anything
  /// @param group that of the page that the customer is on
  record CustomerLoggedIn(
      Customer customer,
      List<ChatId> chats,
      Set<ChatId> activeChats,
      List<GroupId> onlineGroups,
      Optional<AgentId> predictedAgent,
      Optional<ShownGreeting> greeting,
      GroupId group,
      LicenseView license)
      implements Result {}

  /// A customer exists now, or did already.
  record CustomerRegistered(Customer customer) implements Result {}

  /// A customer's profile is as it should be.
  record CustomerUpdated(Customer customer) implements Result {}

  /// Who would get a chat now.
  record AgentPredicted(Agent agent) implements Result {}

  /// Whether groups are online.
  record GroupStatuses(SortedMap<GroupId, GroupStatus> statuses) implements Result {}

  /// Who would get the next chat of a group.
  ///
  /// @param waiting how many chats wait in the group's line
  /// @param candidates every agent of the license, first those who could have the chat
  record RoutingExplained(Group group, GroupStatus status, int waiting, List<Candidate> candidates)
      implements Result {}

  /// A webhook was registered.
  record WebhookRegistered(WebhookId webhookId) implements Result {}

  /// The webhooks that the caller may know of.
  ///
  /// @param caller the application that asks; secrets of others are none of its business
  record WebhooksListed(List<Webhook> webhooks, String caller) implements Result {}

  /// The license as everyone in it sees it.
  record Viewed(LicenseView license) implements Result {}

  /// The answer to a [ConfigurationCommand].
  sealed interface OfConfiguration extends Result {
    /// An agent was made.
    record AgentCreated(AgentId agentId) implements OfConfiguration {}

    /// All agents.
    ///
    /// @param fields what was asked for beside the usual
    record Agents(List<DescribedAgent> agents, Set<AgentField> fields) implements OfConfiguration {}

    /// One agent.
    ///
    /// @param fields what was asked for beside the usual
    record OneAgent(DescribedAgent agent, Set<AgentField> fields) implements OfConfiguration {}

    /// A bot was made.
    record BotCreated(AgentId botId) implements OfConfiguration {}

    /// Bots, in short.
    record Bots(List<DescribedAgent> bots) implements OfConfiguration {}

    /// Everything about a bot.
    ///
    /// @param webhooks what the bot is told
    record OneBot(DescribedAgent bot, List<Webhook> webhooks) implements OfConfiguration {}

    /// A group was made.
    record GroupCreated(GroupId groupId) implements OfConfiguration {}

    /// All groups.
    ///
    /// @param fields what was asked for beside the usual
    record Groups(List<DescribedGroup> groups, Set<GroupField> fields) implements OfConfiguration {}

    /// One group.
    ///
    /// @param fields what was asked for beside the usual
    record OneGroup(DescribedGroup group, Set<GroupField> fields) implements OfConfiguration {}

    /// Definitions of properties.
    record Definitions(PropertyDefinitions definitions) implements OfConfiguration {}

    /// Properties of the license or of a group.
    record Held(Properties properties) implements OfConfiguration {}
  }
}
