package io.parley.core.license;

import io.parley.core.Audience;
import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentChange;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentDeleted;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.Sight;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerChange;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.property.DefaultProperties;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.property.PropertyRules;
import io.parley.core.routing.RoutingFeed;
import io.parley.core.routing.RoutingState;
import io.parley.core.routing.Seat;
import io.parley.core.routing.ThreadReview;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.webhook.Firing;
import io.parley.core.webhook.WebhookChange;
import io.parley.core.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The live state of a license. Only [#apply], [#admit] and [#reaction] change it; everything else
/// reads.
///
/// Belongs to one writer: not safe for use by several threads.
public final class License {
  private static final int IDLE_RESIDENTS = 20_000;

  /// A customer who goes from one page to the next is away for a moment.
  private static final Duration VISIT_GRACE = Duration.ofSeconds(15);

  /// After a restart of the server it takes clients a while to come back.
  private static final Duration RETURN_GRACE = Duration.ofSeconds(60);

  private LicenseProfile profile;
  private long seq;
  private final Map<GroupId, Group> groups = new TreeMap<>();
  private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  private final Map<AgentId, Agent> formerAgents = new HashMap<>();
  private final Presences presences;
  private final Residents residents = new Residents(IDLE_RESIDENTS);
  private final Workload workload = new Workload();
  private final RoutingFeed routing = new RoutingFeed();
  private final Deadlines deadlines = new Deadlines();
  private final SneakPeeks sneakPeeks = new SneakPeeks();
  private final Audiences audiences = new Audiences(this);
  private int highestGroupId;
  private PropertyDefinitions definitions;
  private Webhooks webhooks;
  private @Nullable LicenseView view;

  private Instant clock;

  /// Builds the state from what was loaded, for whoever only looks at it: nobody is missed.
  public License(LicenseSnapshot snapshot) {
    this(snapshot, Instant.EPOCH, Instant.MAX);
  }

  /// Builds the state from what was loaded, to go on from there. Agents who had chats and don't
  /// come
  /// back in time are missed then.
  public License(LicenseSnapshot snapshot, Instant now) {
    this(snapshot, now, now.plus(returnGrace(snapshot.profile().settings())));
    for (AgentId agentId : workload.agents()) {
      if (presences.isKnown(agentId) && routing.state().roster().seatOrNull(agentId) == null) {
        deadlines.set(new Deadlines.Subject.OfAgent(agentId), now.plus(returnGrace(settings())));
      }
    }
  }

  private License(LicenseSnapshot snapshot, Instant now, Instant missedFrom) {
    clock = now;
    profile = snapshot.profile();
    seq = snapshot.seq();
    groups.put(GroupId.ALL, new Group(GroupId.ALL, "General"));
    snapshot.groups().forEach(group -> groups.put(group.id(), group));
    highestGroupId = snapshot.highestGroupId();
    snapshot.agents().forEach(agent -> agents.put(agent.id(), agent));
    snapshot.formerAgents().forEach(agent -> formerAgents.put(agent.id(), agent));
    definitions = DefaultProperties.DEFINITIONS.with(snapshot.definitions());
    webhooks = Webhooks.of(snapshot.webhooks());
    presences =
        new Presences(
            snapshot.lastRoutingStatuses(),
            snapshot.agents().stream().filter(Agent::isBot).map(Agent::id).toList());
    snapshot.activeChats().forEach(chat -> takeIn(chat, missedFrom));
    presences.agents().forEach(this::reseat);
    snapshot.customers().forEach(residents::put);
  }

  private static Duration returnGrace(Settings settings) {
    Duration grace = settings.agentDisconnectGrace();
    return grace.compareTo(RETURN_GRACE) > 0 ? grace : RETURN_GRACE;
  }

  // ---------------------------------------------------------------- reading

  /// What the license is called and how it behaves.
  public LicenseProfile profile() {
    return profile;
  }

  /// How the license behaves.
  public Settings settings() {
    return profile.settings();
  }

  /// The properties that are defined in the license.
  public PropertyDefinitions propertyDefinitions() {
    return definitions;
  }

  /// The rules by which properties are set and deleted.
  public PropertyRules propertyRules() {
    return new PropertyRules(propertyDefinitions());
  }

  /// The webhooks of the license and its bots.
  public Webhooks webhooks() {
    return webhooks;
  }

  /// The webhooks that a change fires; to be asked right after it was applied.
  public List<Firing> firedBy(Change change) {
    return webhooks.firedBy(change, this);
  }

  /// The number of the last applied change.
  public long seq() {
    return seq;
  }

  /// The group, or null if there is none of that id.
  public @Nullable Group groupOrNull(GroupId groupId) {
    return groups.get(groupId);
  }

  /// A group that the access names and that does not exist, if there is one.
  public Optional<GroupId> unknownGroupOf(Access access) {
    return access.groupIds().stream().filter(groupId -> !groups.containsKey(groupId)).findFirst();
  }

  /// All groups, by id; group 0 comes first.
  public Collection<Group> groups() {
    return groups.values();
  }

  /// A number that no group has or ever had.
  public GroupId nextGroupId() {
    int highest = groups.keySet().stream().mapToInt(GroupId::value).max().orElse(0);
    return new GroupId(Math.max(highest, highestGroupId) + 1);
  }

  /// The agent, or null if there is none of that id.
  public @Nullable Agent agentOrNull(AgentId agentId) {
    return agents.get(agentId);
  }

  /// Who had that id and was deleted, or null.
  public @Nullable Agent formerAgentOrNull(AgentId agentId) {
    return formerAgents.get(agentId);
  }

  /// A group of the request that does not exist, as a refusal; empty if there is none.
  public Optional<Rejection> unknownGroupIn(Collection<GroupId> groupIds, String field) {
    return groupIds.stream()
        .filter(groupId -> !groups.containsKey(groupId))
        .findFirst()
        .map(groupId -> new Rejection.GroupNotFound(field, groupId));
  }

  /// All agents, people and bots.
  public Collection<Agent> agents() {
    return agents.values();
  }

  /// The groups of an agent; group 0, which holds everyone, is not listed.
  public Collection<GroupId> groupsOf(AgentId agentId) {
    Agent agent = agents.get(agentId);
    return agent == null ? List.of() : agent.groups().keySet();
  }

  /// The agents who are logged in, or were until a moment ago.
  public Collection<AgentId> loggedInAgents() {
    return presences.agents();
  }

  /// Whether the agent is given chats now.
  public RoutingStatus routingStatusOf(AgentId agentId) {
    return presences.of(agentId).status();
  }

  /// The agent's last status that was not offline.
  public RoutingStatus lastRoutingStatusOf(AgentId agentId) {
    return presences.lastStatusOf(agentId);
  }

  /// True if the agent is logged in on that connection.
  public boolean isConnected(AgentId agentId, String connectionId) {
    return presences.of(agentId).awayByConnection().containsKey(connectionId);
  }

  /// The connections on which the agent is logged in, sorted.
  public List<String> connectionIdsOf(AgentId agentId) {
    return presences.of(agentId).awayByConnection().keySet().stream().sorted().toList();
  }

  /// On how many connections the agent is logged in.
  public int connectionsOf(AgentId agentId) {
    return presences.of(agentId).awayByConnection().size();
  }

  /// Since when an agent who is not offline yet has had no connection; null while there is one.
  public @Nullable Instant unconnectedSince(AgentId agentId) {
    return presences.of(agentId).unconnectedSince();
  }

  /// In how many active chats the agent is.
  public int activeChatsOf(AgentId agentId) {
    return workload.of(agentId);
  }

  /// The active chats that the agent is in.
  public List<Chat> activeChatsWith(AgentId agentId) {
    return workload.chatsOf(agentId).stream().map(residents::chat).toList();
  }

  /// What the router knows: who is free, which chats wait.
  public RoutingState routing() {
    return routing.state();
  }

  /// The chat, or null if it does not exist or is not in memory.
  public @Nullable Chat chatOrNull(ChatId chatId) {
    return residents.chat(chatId);
  }

  /// The chats that have an active thread.
  public List<Chat> activeChats() {
    return residents.activeChats();
  }

  /// The chat as the caller may see it.
  public Sight sight(Caller caller, ChatId chatId) {
    return Sight.of(this, caller, chatId);
  }

  /// The active chats without an agent, those that came first first.
  public Collection<ChatId> waitingChats() {
    return routing.state().queues().chats();
  }

  /// True if what is typed in the chat may be shown at that time; else it is held back.
  public boolean maySneakPeek(ChatId chatId, Instant at) {
    return !at.isBefore(sneakPeeks.nextTurn(chatId));
  }

  /// What was typed in the chat and waits to be shown, or null.
  @Nullable SneakPeeked heldSneakPeekOrNull(ChatId chatId) {
    return sneakPeeks.heldOrNull(chatId);
  }

  /// The customer, or null if there is none of that id or it is not in memory.
  public @Nullable Customer customerOrNull(CustomerId customerId) {
    return residents.customer(customerId);
  }

  /// True if the customer is in memory, and banned at that time.
  public boolean isBanned(CustomerId customerId, Instant at) {
    Customer customer = residents.customer(customerId);
    return customer != null && customer.isBanned(at);
  }

  /// All chats of a customer who is in memory, oldest first.
  public List<ChatId> chatsOf(CustomerId customerId) {
    return residents.chatsOf(customerId);
  }

  /// True if the customer has left only a moment ago, so that the visit may go on.
  public boolean isVisitOpen(CustomerId customerId) {
    return deadlines.isSet(new Deadlines.Subject.OfVisit(customerId));
  }

  /// The active chats of a customer who is in memory.
  public List<Chat> activeChatsOf(CustomerId customerId) {
    return residentChatsOf(customerId).stream().filter(Chat::active).toList();
  }

  /// True if the customer is logged in on some connection.
  public boolean isConnected(CustomerId customerId) {
    return residents.isConnected(customerId);
  }

  /// Those chats of a customer that are in memory.
  List<Chat> residentChatsOf(CustomerId customerId) {
    var chats = new ArrayList<Chat>();
    for (ChatId chatId : residents.chatsOf(customerId)) {
      Chat chat = residents.chat(chatId);
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
      current =
          new LicenseView(profile, groups, agents, presences.statuses(), definitions, formerAgents);
      view = current;
    }
    return current;
  }

  /// When [Tick] is to be submitted next; at once if a license that was just loaded has something
  /// to
  /// react to.
  public Optional<Instant> nextDeadline() {
    return routing.isCalled() ? Optional.of(clock) : deadlines.next();
  }

  List<Deadlines.Subject> due(Instant now, int limit) {
    return deadlines.due(now, limit);
  }

  /// A command of the server's own that what was just applied calls for; to be decided before
  /// anything else.
  public Optional<Command> reaction() {
    return routing.takeReaction();
  }

  // ---------------------------------------------------------------- writing

  /// True if what the need names is in memory.
  public boolean has(Need need) {
    return switch (need) {
      case Need.OfChat(ChatId chatId) -> residents.chat(chatId) != null;
      case Need.OfCustomer(CustomerId customerId) -> residents.customer(customerId) != null;
      case Need.OfThread(ChatId chatId, ThreadId threadId) -> isLastThread(chatId, threadId);
      case Need.OfEvent _, Need.OfLastThreadEvents _, Need.OfFile _ -> false;
    };
  }

  private boolean isLastThread(ChatId chatId, ThreadId threadId) {
    Chat chat = residents.chat(chatId);
    ChatThread last = chat == null ? null : chat.lastThread();
    return last != null && last.id().equals(threadId);
  }

  /// Takes a chat that was loaded into memory, unless it is there.
  public void admit(LoadedChat loaded) {
    if (residents.chat(loaded.chat().id()) == null) {
      takeIn(loaded.chat(), clock);
    }
    loaded.customers().forEach(residents::put);
  }

  /// Takes a customer who was loaded into memory, unless there.
  public void admit(LoadedCustomer loaded) {
    residents.put(loaded);
  }

  /// Makes a change true that was decided at that time.
  ///
  /// @return who is told of it
  public Audience apply(Change change, Instant now) {
    if (now.isAfter(clock)) {
      clock = now;
    }
    return apply(change);
  }

  /// Makes a change true. Total: a change that was decided on this state can always be applied.
  ///
  /// @return who is told of it
  public Audience apply(Change change) {
    seq++;
    switch (change) {
      case ChatChange chatChange -> applyToChat(chatChange);
      case AgentChange agentChange -> applyToAgent(agentChange);
      case CustomerChange customerChange -> applyToCustomer(customerChange);
      case LicenseConfigured configured -> {
        profile = configured.profile();
        view = null;
        residents.activeChats().forEach(this::schedule);
        routing.lookEverywhere();
      }
      case GroupConfigured configured -> {
        Group group = configured.group();
        groups.put(group.id(), group);
        highestGroupId = Math.max(highestGroupId, group.id().value());
        view = null;
      }
      case GroupDeleted(GroupId groupId) -> {
        groups.remove(groupId);
        residents.forget(groupId);
        view = null;
      }
      case PropertiesDefined(var defined) -> {
        definitions = definitions.with(defined);
        view = null;
      }
      case WebhookChange webhookChange -> webhooks = webhooks.apply(webhookChange);
      case Multicasted _ -> {}
    }
    return audiences.of(change);
  }

  private void takeIn(Chat chat, Instant missedFrom) {
    residents.put(chat);
    if (chat.active()) {
      workload.update(null, chat);
      routing.restore(chat, clock, missedFrom);
      schedule(chat);
    }
  }

  private void schedule(Chat chat) {
    ChatThread thread = chat.lastThread();
    var subject = new Deadlines.Subject.OfChat(chat.id());
    if (thread != null && thread.active()) {
      deadlines.set(subject, ThreadReview.due(this, chat, thread));
    } else {
      deadlines.clear(subject);
    }
  }

  private void applyToChat(ChatChange change) {
    sneakPeeks.apply(change, deadlines);
    @Nullable Chat before = residents.chat(change.chatId());
    if (change instanceof InactivityReviewed reviewed) {
      deadlines.set(new Deadlines.Subject.OfChat(reviewed.chatId()), reviewed.next());
      routing.reviewed(reviewed.chatId(), reviewed.next());
      return;
    }
    if (!change.durable()) {
      return;
    }
    Chat after = change instanceof ThreadStarted started ? started.chat() : applied(before, change);
    residents.put(after);
    Workload.Shift shift = workload.update(before, after);
    shift.gained().forEach(presences::assigned);
    shift.gained().forEach(this::reseat);
    shift.lost().forEach(this::reseat);
    boolean wasActive = before != null && before.active();
    boolean replies = settings().agentReplyTimeout().isPositive();
    if (routing.apply(change, before, after, clock, replies)
        || wasActive != after.active()
        || change instanceof ThreadStarted) {
      schedule(after);
    }
    if (change instanceof ThreadStarted started && started.customer() != null) {
      residents.update(started.customer());
      residents.addChat(started.customer().id(), after.id());
    }
    if (change instanceof UserAddedToChat added && added.customer() != null) {
      residents.update(added.customer());
      residents.addChat(added.customer().id(), after.id());
    }
    if (wasActive != after.active()) {
      after.customerId().ifPresent(residents::settle);
    }
  }

  /// Tells the router what it has to know of an agent.
  private void reseat(AgentId agentId) {
    Agent agent = agents.get(agentId);
    Presence presence = presences.of(agentId);
    if (agent == null || presence.status() == RoutingStatus.OFFLINE) {
      routing.remove(agentId);
    } else {
      boolean accepting = presence.status() == RoutingStatus.ACCEPTING_CHATS;
      routing.put(new Seat(agent, accepting, workload.of(agentId), presence.lastAssigned()));
    }
  }

  private static Chat applied(@Nullable Chat before, ChatChange change) {
    if (before == null) {
      throw new IllegalStateException("chat " + change.chatId() + " is not in memory");
    }
    return before.apply(change);
  }

  private void applyToAgent(AgentChange change) {
    if (change instanceof AgentConfigured(Agent agent, _)) {
      agents.put(agent.id(), agent);
      formerAgents.remove(agent.id());
    } else if (change instanceof AgentDeleted(Agent agent, _)) {
      agents.remove(agent.id());
      formerAgents.put(agent.id(), agent);
    }
    presences.apply(change);
    reseat(change.agentId());
    view = null;
    var subject = new Deadlines.Subject.OfAgent(change.agentId());
    Instant since = presences.of(change.agentId()).unconnectedSince();
    if (change instanceof AgentDisconnected && since != null) {
      deadlines.set(subject, since.plus(settings().agentDisconnectGrace()));
    } else if (since == null) {
      deadlines.clear(subject);
    }
  }

  private void applyToCustomer(CustomerChange change) {
    switch (change) {
      case CustomerRegistered(Customer customer) -> residents.update(customer);
      case CustomerUpdated(Customer customer, _) -> residents.update(customer);
      case CustomerBanned(Customer customer, _) -> residents.update(customer);
      case VisitStarted(Customer customer) -> residents.update(customer);
      case PageViewed(Customer customer, _) -> residents.update(customer);
      case VisitEnded(Customer customer) -> {
        residents.update(customer);
        deadlines.clear(new Deadlines.Subject.OfVisit(customer.id()));
      }
      case CustomerConnected connected -> {
        residents.connections(connected.customerId(), 1);
        deadlines.clear(new Deadlines.Subject.OfVisit(connected.customerId()));
      }
      case CustomerDisconnected gone -> {
        residents.connections(gone.customerId(), -1);
        if (!residents.isConnected(gone.customerId())) {
          deadlines.set(
              new Deadlines.Subject.OfVisit(gone.customerId()), gone.at().plus(VISIT_GRACE));
        }
      }
      case CustomerAccessChanged changed -> {
        Customer customer = residents.customer(changed.customerId());
        if (customer != null) {
          residents.update(customer.with(changed.result()));
        }
      }
      case SideStorageUpdated _, GoalReached _ -> {}
    }
  }
}
