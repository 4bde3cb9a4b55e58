package io.parley.core;

import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.LoadedCustomer;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.core.webhook.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A license on which commands are carried out one after another, as its writer does it, with a
/// record of everything that happened.
public final class LicenseRun {
  public static final AgentId ANNA = new AgentId("anna@example.com");
  public static final AgentId BERT = new AgentId("bert@example.com");
  public static final AgentId CORA = new AgentId("cora@example.com");
  public static final CustomerId CARL = new CustomerId("11111111-1111-4111-8111-111111111111");
  public static final CustomerId DORA = new CustomerId("22222222-2222-4222-8222-222222222222");
  public static final GroupId SALES = new GroupId(1);

  public final TestContext context;
  public final License license;
  private final List<Change> changes = new ArrayList<>();
  private final Map<Change, Audience> audiences = new HashMap<>();
  private final List<Firing> firings = new ArrayList<>();
  private final Map<ThreadId, List<Event>> events = new HashMap<>();
  private final Map<ChatId, ChatId> chats = new LinkedHashMap<>();

  private LicenseRun(License license, TestContext context) {
    this.license = license;
    this.context = context;
  }

  private static LicenseSnapshot snapshot(
      Settings settings, List<Group> groups, List<Agent> agents) {
    return new LicenseSnapshot(
        new LicenseProfile(
            new LicenseId(100),
            new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
            "Acme",
            "enterprise",
            "dal",
            Instant.parse("2026-01-01T00:00:00Z"),
            settings),
        0,
        groups,
        agents,
        Map.of(),
        List.of(),
        List.of());
  }

  /// Anna is in Sales, Bert and Cora in no group; nobody is logged in. Carl and Dora exist.
  public static LicenseRun ofAcme() {
    return withSettings(Settings.DEFAULTS);
  }

  public static LicenseRun withSettings(Settings settings) {
    return with(settings, agent(ANNA, 6, SALES), agent(BERT, 6), agent(CORA, 6));
  }

  public static LicenseRun with(Settings settings, Agent... agents) {
    return with(settings, List.of(new Group(SALES, "Sales")), List.of(agents));
  }

  public static LicenseRun with(Settings settings, List<Group> groups, List<Agent> agents) {
    var context = new TestContext();
    var run =
        new LicenseRun(new License(snapshot(settings, groups, agents), context.now()), context);
    run.does(new RegisterCustomer(CARL));
    run.does(new RegisterCustomer(DORA));
    return run;
  }

  /// The license as it is after the server was started anew: connections are gone, what is on disk
  /// is there.
  ///
  /// @param everLoggedIn those whose last status is on disk
  public LicenseRun restarted(AgentId... everLoggedIn) {
    var statuses = new HashMap<AgentId, RoutingStatus>();
    for (AgentId agent : everLoggedIn) {
      statuses.put(agent, license.lastRoutingStatusOf(agent));
    }
    var active = chats().stream().map(this::chat).filter(Chat::active).toList();
    var customers =
        active.stream()
            .flatMap(chat -> chat.customerId().stream())
            .map(license::customerOrNull)
            .map(Objects::requireNonNull)
            .map(customer -> new LoadedCustomer(customer, license.chatsOf(customer.id())))
            .toList();
    var loaded =
        new LicenseSnapshot(
            license.profile(),
            license.seq(),
            List.copyOf(license.groups()),
            List.copyOf(license.agents()),
            statuses,
            active,
            customers);
    var run = new LicenseRun(new License(loaded, context.now()), context);
    run.events.putAll(events);
    active.forEach(chat -> run.chats.put(chat.id(), chat.id()));
    return run;
  }

  public static Agent agent(AgentId id, int maxChatsCount, GroupId... groups) {
    var priorities = new TreeMap<GroupId, Priority>();
    for (GroupId group : groups) {
      priorities.put(group, Priority.NORMAL);
    }
    return new Agent(
        id,
        "account-" + id,
        "public-" + id.value().hashCode(),
        id.value().substring(0, id.value().indexOf('@')),
        Permission.NORMAL,
        null,
        null,
        maxChatsCount,
        priorities,
        null);
  }

  public static Agent agent(AgentId id, int maxChatsCount, GroupId group, Priority priority) {
    Agent agent = agent(id, maxChatsCount);
    return configured(agent, maxChatsCount, Map.of(group, priority), null);
  }

  public static Agent bot(AgentId id, int maxChatsCount, GroupId... groups) {
    Agent agent = agent(id, maxChatsCount, groups);
    return configured(agent, maxChatsCount, agent.groups(), new Agent.Bot("client"));
  }

  private static Agent configured(
      Agent agent, int maxChatsCount, Map<GroupId, Priority> groups, Agent.@Nullable Bot bot) {
    return new Agent(
        agent.id(),
        agent.accountId(),
        agent.publicId(),
        agent.name(),
        agent.permission(),
        null,
        null,
        maxChatsCount,
        new TreeMap<>(groups),
        bot);
  }

  /// The same agent with another permission.
  public static Agent permitted(Agent agent, Permission permission) {
    return new Agent(
        agent.id(),
        agent.accountId(),
        agent.publicId(),
        agent.name(),
        permission,
        null,
        null,
        agent.maxChatsCount(),
        agent.groups(),
        null);
  }

  /// An agent with a token of an application.
  public static Caller.ByAgent through(AgentId agent, String clientId) {
    return new Caller.ByAgent(agent, Reach.MY, clientId);
  }

  public static Caller.ByAgent as(AgentId agent) {
    return new Caller.ByAgent(agent, Reach.ALL, null);
  }

  public static Caller.ByAgent as(AgentId agent, Reach reach) {
    return new Caller.ByAgent(agent, reach, null);
  }

  public static Caller.ByCustomer as(CustomerId customer) {
    return new Caller.ByCustomer(customer, null);
  }

  public static NewEvent text(String text) {
    return NewEvent.of(new EventBody.Message(text, null));
  }

  public static NewEvent whisper(String text) {
    return new NewEvent(
        null, Recipients.AGENTS, Properties.NONE, new EventBody.Message(text, null));
  }

  public static ChatOpening in(GroupId... groups) {
    return new ChatOpening(
        Access.of(groups), Properties.NONE, Properties.NONE, null, List.of(), null);
  }

  public static ChatOpening saying(String... texts) {
    var initial = java.util.Arrays.stream(texts).map(LicenseRun::text).toList();
    return new ChatOpening(null, Properties.NONE, Properties.NONE, null, initial, null);
  }

  public static ChatOpening continuous() {
    return new ChatOpening(null, Properties.NONE, Properties.NONE, null, List.of(), true);
  }

  /// Decides a command, applies what follows, and carries out the reactions to it.
  public Decision does(Command command) {
    Decision decision = command.decide(license, context);
    if (decision instanceof Decision.Accepted(List<Change> decided, _)) {
      decided.forEach(this::apply);
      license.reaction().ifPresent(this::does);
    }
    return decision;
  }

  /// As [#does], for a command that must be accepted.
  public Result result(Command command) {
    return switch (does(command)) {
      case Decision.Accepted(_, Result result) -> result;
      case Decision.Rejected(Rejection rejection) ->
          throw new AssertionError(command + " was refused: " + rejection.message());
    };
  }

  /// As [#does], for a command that must be refused.
  public Rejection rejection(Command command) {
    return switch (does(command)) {
      case Decision.Rejected(Rejection rejection) -> rejection;
      case Decision.Accepted(List<Change> decided, _) ->
          throw new AssertionError(command + " was accepted: " + decided);
    };
  }

  public LicenseRun loggedIn(AgentId... agents) {
    for (AgentId agent : agents) {
      result(new LogInAgent(agent, "connection-of-" + agent, false));
    }
    return this;
  }

  public ChatId starts(Caller caller, ChatOpening opening) {
    return ((Result.ChatStarted) result(new StartChat(caller, opening))).chatId();
  }

  public ChatId starts(CustomerId customer) {
    return starts(as(customer), ChatOpening.PLAIN);
  }

  public ThreadId activates(Caller caller, ChatId chatId) {
    return ((Result.ChatActivated) result(new ActivateChat(caller, chatId, ChatOpening.PLAIN)))
        .threadId();
  }

  public Event sends(Caller caller, ChatId chatId, NewEvent event) {
    result(new SendEvent(caller, chatId, event, false));
    return ((EventAdded) lastChange()).event();
  }

  public void pass(Duration time) {
    context.pass(time);
  }

  public Chat chat(ChatId chatId) {
    return Objects.requireNonNull(license.chatOrNull(chatId));
  }

  public List<Event> eventsOf(ThreadId threadId) {
    return events.getOrDefault(threadId, List.of());
  }

  public List<ChatId> chats() {
    return List.copyOf(chats.keySet());
  }

  public List<Change> changes() {
    return changes;
  }

  public Change lastChange() {
    return changes.getLast();
  }

  public Audience audienceOf(Change change) {
    return Objects.requireNonNull(audiences.get(change));
  }

  /// The last change of a kind.
  public <C extends Change> C last(Class<C> kind) {
    return changes.reversed().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
  }

  /// The webhooks that were fired, in order.
  public List<Firing> firings() {
    return List.copyOf(firings);
  }

  /// All changes of a kind, in order.
  public <C extends Change> List<C> all(Class<C> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The types of the system messages of a chat's last thread, in order.
  public List<String> systemMessages(ChatId chatId) {
    ThreadId threadId = Objects.requireNonNull(chat(chatId).lastThread()).id();
    return eventsOf(threadId).stream()
        .map(Event::body)
        .filter(EventBody.SystemMessage.class::isInstance)
        .map(body -> ((EventBody.SystemMessage) body).messageType())
        .toList();
  }

  private void apply(Change change) {
    Audience audience = license.apply(change, context.now());
    changes.add(change);
    audiences.put(change, audience);
    firings.addAll(license.firedBy(change));
    remember(change);
  }

  private void remember(Change change) {
    @Nullable List<Event> added =
        switch (change) {
          case ThreadStarted started -> started.initialEvents();
          case EventAdded event -> List.of(event.event());
          default -> null;
        };
    if (change instanceof ChatChange chatChange && added != null) {
      chats.put(chatChange.chatId(), chatChange.chatId());
      for (Event event : added) {
        events.computeIfAbsent(event.id().threadId(), _ -> new ArrayList<>()).add(event);
      }
    }
    events.forEach(context::load);
  }
}
