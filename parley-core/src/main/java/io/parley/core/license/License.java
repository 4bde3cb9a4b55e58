package io.parley.core.license;

import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Sight;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadId;
import io.parley.core.content.AwaitedGreeting;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerChange;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.property.PropertyRules;
import io.parley.core.routing.QueueReviewed;
import io.parley.core.routing.RoutingState;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.webhook.Firing;
import io.parley.core.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The live state of a license. Only [#apply], [#admit] and [#reaction] change it; everything else
/// reads.
///
/// Belongs to one writer: not safe for use by several threads.
public final class License {
  private final Setup setup;
  private final Activity activity;
  private final Audiences audiences = new Audiences(this);
  private long seq;
  private @Nullable LicenseView view;

  /// Builds the state from what was loaded, for whoever only looks at it: nobody is missed.
  public License(LicenseSnapshot snapshot) {
    this(snapshot, Instant.EPOCH, Instant.MAX);
  }

  /// Builds the state from what was loaded, to go on from there. Agents who had chats and don't
  /// come back in time are missed then.
  public License(LicenseSnapshot snapshot, Instant now) {
    this(snapshot, now, now.plus(Activity.returnGrace(snapshot.profile().settings())));
    activity.awaitAgents(now.plus(Activity.returnGrace(settings())));
  }

  private License(LicenseSnapshot snapshot, Instant now, Instant missedFrom) {
    seq = snapshot.seq();
    setup = new Setup(snapshot);
    activity = new Activity(this, snapshot, now);
    activity.restore(snapshot, missedFrom);
  }

  /// What the license is called and how it behaves.
  public LicenseProfile profile() {
    return setup.profile();
  }

  /// How the license behaves.
  public Settings settings() {
    return setup.settings();
  }

  /// The properties that are defined in the license.
  public PropertyDefinitions propertyDefinitions() {
    return setup.definitions();
  }

  /// The rules by which properties are set and deleted.
  public PropertyRules propertyRules() {
    return new PropertyRules(propertyDefinitions());
  }

  /// The webhooks of the license and its bots.
  public Webhooks webhooks() {
    return setup.webhooks();
  }

  /// The webhooks that a change fires; to be asked right after it was applied.
  public List<Firing> firedBy(Change change) {
    return setup.webhooks().firedBy(change, this);
  }

  /// The number of the last applied change.
  public long seq() {
    return seq;
  }

  /// The group, or null if there is none of that id.
  public @Nullable Group groupOrNull(GroupId groupId) {
    return setup.groupOrNull(groupId);
  }

  /// A group that the access names and that does not exist, if there is one.
  public Optional<GroupId> unknownGroupOf(Access access) {
    return setup.unknownGroupOf(access);
  }

  /// All groups, by id; group 0 comes first.
  public Collection<Group> groups() {
    return setup.groups();
  }

  /// A number that no group has or ever had.
  public GroupId nextGroupId() {
    return setup.nextGroupId();
  }

  /// The agent, or null if there is none of that id.
  public @Nullable Agent agentOrNull(AgentId agentId) {
    return setup.agentOrNull(agentId);
  }

  /// Who had that id and was deleted, or null.
  public @Nullable Agent formerAgentOrNull(AgentId agentId) {
    return setup.formerAgentOrNull(agentId);
  }

  /// A group of the request that does not exist, as a refusal; empty if there is none.
  public Optional<Rejection> unknownGroupIn(Collection<GroupId> groupIds, String field) {
    return setup.unknownGroupIn(groupIds, field);
  }

  /// All agents, people and bots.
  public Collection<Agent> agents() {
    return setup.agents();
  }

  /// The groups of an agent; group 0, which holds everyone, is not listed.
  public Collection<GroupId> groupsOf(AgentId agentId) {
    return setup.groupsOf(agentId);
  }

  /// The agents who are logged in, or were until a moment ago.
  public Collection<AgentId> loggedInAgents() {
    return activity.presences.agents();
  }

  /// Whether the agent is given chats now.
  public RoutingStatus routingStatusOf(AgentId agentId) {
    return activity.presences.of(agentId).status();
  }

  /// The agent's last status that was not offline.
  public RoutingStatus lastRoutingStatusOf(AgentId agentId) {
    return activity.presences.lastStatusOf(agentId);
  }

  /// True if the agent is logged in on that connection.
  public boolean isConnected(AgentId agentId, String connectionId) {
    return activity.presences.of(agentId).awayByConnection().containsKey(connectionId);
  }

  /// The connections on which the agent is logged in, sorted.
  public List<String> connectionIdsOf(AgentId agentId) {
    return activity.presences.of(agentId).awayByConnection().keySet().stream().sorted().toList();
  }

  /// On how many connections the agent is logged in.
  public int connectionsOf(AgentId agentId) {
    return activity.presences.of(agentId).awayByConnection().size();
  }

  /// Since when an agent who is not offline yet has had no connection; null while there is one.
  public @Nullable Instant unconnectedSince(AgentId agentId) {
    return activity.presences.of(agentId).unconnectedSince();
  }

  /// In how many active chats the agent is.
  public int activeChatsOf(AgentId agentId) {
    return activity.workload.of(agentId);
  }

  /// The active chats that the agent is in.
  public List<Chat> activeChatsWith(AgentId agentId) {
    return activity.workload.chatsOf(agentId).stream().map(activity.residents::chat).toList();
  }

  /// What the router knows: who is free, which chats wait.
  public RoutingState routing() {
    return activity.routing.state();
  }

  /// The chat, or null if it does not exist or is not in memory.
  public @Nullable Chat chatOrNull(ChatId chatId) {
    return activity.residents.chat(chatId);
  }

  /// The chats that have an active thread.
  public List<Chat> activeChats() {
    return activity.residents.activeChats();
  }

  /// The chat as the caller may see it.
  public Sight sight(Caller caller, ChatId chatId) {
    return Sight.of(this, caller, chatId);
  }

  /// The active chats without an agent, those that came first first.
  public Collection<ChatId> waitingChats() {
    return activity.routing.state().queues().chats();
  }

  /// True if what is typed in the chat may be shown at that time; else it is held back.
  public boolean maySneakPeek(ChatId chatId, Instant at) {
    return !at.isBefore(activity.sneakPeeks.nextTurn(chatId));
  }

  /// What was typed in the chat and waits to be shown, or null.
  @Nullable SneakPeeked heldSneakPeekOrNull(ChatId chatId) {
    return activity.sneakPeeks.heldOrNull(chatId);
  }

  /// The customer, or null if there is none of that id or it is not in memory.
  public @Nullable Customer customerOrNull(CustomerId customerId) {
    return activity.residents.customer(customerId);
  }

  /// True if the customer is in memory, and banned at that time.
  public boolean isBanned(CustomerId customerId, Instant at) {
    Customer customer = activity.residents.customer(customerId);
    return customer != null && customer.isBanned(at);
  }

  /// All chats of a customer who is in memory, oldest first.
  public List<ChatId> chatsOf(CustomerId customerId) {
    return activity.residents.chatsOf(customerId);
  }

  /// True if the customer has left only a moment ago, so that the visit may go on.
  public boolean isVisitOpen(CustomerId customerId) {
    return activity.deadlines.isSet(new Deadlines.Subject.OfVisit(customerId));
  }

  /// What the customer may be greeted with in the visit that goes on, or null.
  public @Nullable AwaitedGreeting awaitedGreetingOrNull(CustomerId customerId) {
    return activity.greetings.ofOrNull(customerId);
  }

  /// True if the customer has reached the goal in the visit that goes on.
  public boolean hasReached(CustomerId customerId, int goalId) {
    return activity.residents.hasReached(customerId, goalId);
  }

  /// The active chats of a customer who is in memory.
  public List<Chat> activeChatsOf(CustomerId customerId) {
    return residentChatsOf(customerId).stream().filter(Chat::active).toList();
  }

  /// True if the customer is logged in on some connection.
  public boolean isConnected(CustomerId customerId) {
    return activity.residents.isConnected(customerId);
  }

  /// Those chats of a customer that are in memory.
  List<Chat> residentChatsOf(CustomerId customerId) {
    var chats = new ArrayList<Chat>();
    for (ChatId chatId : activity.residents.chatsOf(customerId)) {
      Chat chat = activity.residents.chat(chatId);
      if (chat != null) {
        chats.add(chat);
      }
    }
    return chats;
  }

  /// An immutable picture of the license for those who render; the same one until something in it
  /// changes.
  public LicenseView view() {
    LicenseView current = view;
    if (current == null) {
      current = setup.view(activity.presences);
      view = current;
    }
    return current;
  }

  /// When [Tick] is to be submitted next; at once if a license that was just loaded has something
  /// to react to.
  public Optional<Instant> nextDeadline() {
    return activity.nextDeadline();
  }

  List<Deadlines.Subject> due(Instant now, int limit) {
    return activity.deadlines.due(now, limit);
  }

  /// A command of the server's own that what was just applied calls for; to be decided before
  /// anything else.
  public Optional<Command> reaction() {
    return activity.takeReaction();
  }

  /// True if what the need names is in memory.
  public boolean has(Need need) {
    return switch (need) {
      case Need.OfChat(ChatId chatId) -> activity.residents.chat(chatId) != null;
      case Need.OfCustomer(CustomerId customerId) ->
          activity.residents.customer(customerId) != null;
      case Need.OfThread(ChatId chatId, ThreadId threadId) -> isLastThread(chatId, threadId);
      case Need.OfEvent _, Need.OfLastThreadEvents _, Need.OfFile _ -> false;
    };
  }

  private boolean isLastThread(ChatId chatId, ThreadId threadId) {
    Chat chat = activity.residents.chat(chatId);
    ChatThread last = chat == null ? null : chat.lastThread();
    return last != null && last.id().equals(threadId);
  }

  /// Takes a chat that was loaded into memory, unless it is there.
  public void admit(LoadedChat loaded) {
    activity.admit(loaded);
  }

  /// Takes a customer who was loaded into memory, unless there.
  public void admit(LoadedCustomer loaded) {
    activity.residents.put(loaded);
  }

  /// Makes a change true that was decided at that time.
  ///
  /// @return who is told of it
  public Audience apply(Change change, Instant now) {
    activity.passTo(now);
    return apply(change);
  }

  /// Makes a change true. Total: a change that was decided on this state can always be applied.
  ///
  /// @return who is told of it
  public Audience apply(Change change) {
    seq++;
    switch (change) {
      case ChatChange chatChange -> activity.apply(chatChange);
      case CustomerChange customerChange -> activity.apply(customerChange);
      case AgentChange agentChange -> {
        setup.apply(agentChange);
        activity.apply(agentChange);
        view = null;
      }
      case Multicasted _ -> {}
      case QueueReviewed reviewed -> activity.apply(reviewed);
      case LicenseChange licenseChange -> {
        setup.apply(licenseChange);
        activity.apply(licenseChange);
        view = null;
      }
    }
    return audiences.of(change);
  }
}
