package io.parley.store.journal;

import io.parley.core.Command;
import io.parley.core.Json;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.ChangePushNotifications;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetAwayStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.DeleteChatProperties;
import io.parley.core.chat.DeleteEventProperties;
import io.parley.core.chat.DeleteThreadProperties;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendRichMessagePostback;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.customer.BanCustomer;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.Geolocation;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.customer.VisitDetails;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.Multicast;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.ProvisionLicense.WantedAgent;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import io.parley.core.property.Properties;
import io.parley.core.routing.GetGroupStatuses;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Commands of all kinds, on what there is in a conversation.
record RandomCommands(
    SplittableRandom random,
    List<EventBody> bodies,
    List<Properties> properties,
    Conversation conversation) {

  static final List<AgentId> AGENTS =
      List.of(new AgentId("anna@example.com"), new AgentId("bert \"b\" {,}@example.com"));
  static final List<CustomerId> CUSTOMERS =
      List.of(
          new CustomerId("11111111-1111-4111-8111-111111111111"),
          new CustomerId("22222222-2222-4222-8222-222222222222"),
          new CustomerId("33333333-3333-4333-8333-333333333333"));
  private static final List<String> TAGS = List.of("tag", "\"quoted\", {tag}", "third");
  private static final Map<String, List<String>> NAMES =
      Map.of("test", List.of("bool_property", "string_property"));

  private int of(int bound) {
    return random.nextInt(bound);
  }

  private boolean isChosen() {
    return of(2) == 0;
  }

  private <T> T of(List<T> list) {
    return list.get(of(list.size()));
  }

  /// Now and then.
  boolean isTimeToWait() {
    return of(8) == 0;
  }

  /// A command.
  Command next() {
    AgentId agent = of(AGENTS);
    CustomerId customer = of(CUSTOMERS);
    var byAgent = new Caller.ByAgent(agent, Reach.ALL, null);
    Caller caller = isChosen() ? new Caller.ByCustomer(customer, "client") : byAgent;
    List<ChatId> chats = conversation.chats();
    ChatId chat = chats.isEmpty() ? new ChatId("NONE") : of(chats);
    return switch (of(10)) {
      case 0, 1, 2, 3, 4 -> onChat(caller, customer, chat);
      case 5 -> onUsers(byAgent, customer, chat);
      case 6 -> onThread(caller, byAgent, chat);
      case 7 -> onCustomer(byAgent, customer);
      case 8 -> onAgent(byAgent);
      default -> {
        if (of(3) == 0) {
          yield provisioning();
        }
        if (of(2) == 0) {
          yield new RandomConfiguration(random, conversation.view()).next(agent);
        }
        conversation.pass(Duration.ofSeconds(of(900)));
        yield new Tick();
      }
    };
  }

  private Command onChat(Caller caller, CustomerId customer, ChatId chat) {
    return switch (of(12)) {
      case 0, 1 -> new StartChat(caller, opening(customer, caller));
      case 2, 3 -> new ActivateChat(caller, chat, opening(null, caller));
      case 4 -> new CloseThread(caller, chat);
      case 5, 6, 7, 8 -> new SendEvent(caller, chat, event(), isChosen());
      case 9 -> new MarkEventsAsSeen(caller, chat, conversation.now());
      case 10 ->
          isChosen()
              ? new UpdateChatProperties(caller, chat, of(properties))
              : new DeleteChatProperties(caller, chat, NAMES);
      default ->
          isChosen()
              ? new SendTypingIndicator(caller, chat, Recipients.ALL, true)
              : new SendSneakPeek(new Caller.ByCustomer(customer, null), chat, "te");
    };
  }

  private Command onUsers(Caller.ByAgent byAgent, CustomerId customer, ChatId chat) {
    return switch (of(7)) {
      case 0 -> new FollowChat(byAgent, chat);
      case 1 -> new UnfollowChat(byAgent, chat);
      case 2 -> new AddUserToChat(byAgent, chat, isChosen() ? of(AGENTS) : customer);
      case 3 -> new RemoveUserFromChat(byAgent, chat, of(AGENTS));
      case 4 ->
          new ChangeChatAccess(byAgent, chat, of(List.of(AccessOperation.values())), access());
      default -> new TransferChat(byAgent, chat, target(), isChosen());
    };
  }

  private @Nullable TransferTarget target() {
    return switch (of(3)) {
      case 0 -> null;
      case 1 -> new TransferTarget.ToAgents(List.of(of(AGENTS)));
      default -> new TransferTarget.ToGroups(List.of(new GroupId(of(2))));
    };
  }

  private Access access() {
    return isChosen() ? Access.of(new GroupId(1), GroupId.ALL) : Access.of(new GroupId(of(2)));
  }

  /// On threads and events, of the chat's last thread or another.
  private Command onThread(Caller caller, Caller.ByAgent byAgent, ChatId chat) {
    List<ThreadId> threads = threadsOf(chat);
    ThreadId thread = threads.isEmpty() ? new ThreadId("NONE") : of(threads);
    List<Event> events = conversation.events().getOrDefault(thread, List.of());
    var event = new EventId(thread, events.isEmpty() ? 1 : 1 + of(events.size()));
    return switch (of(7)) {
      case 0, 1 -> new TagThread(byAgent, chat, thread, of(TAGS), of(3) > 0);
      case 2 -> new UpdateThreadProperties(caller, chat, thread, of(properties));
      case 3 -> new DeleteThreadProperties(caller, chat, thread, NAMES);
      case 4 -> new UpdateEventProperties(caller, chat, event, of(properties));
      case 5 -> new DeleteEventProperties(caller, chat, event, NAMES);
      default -> postback(caller, chat, events);
    };
  }

  private List<ThreadId> threadsOf(ChatId chat) {
    var threads = new ArrayList<ThreadId>();
    conversation
        .formerChats()
        .forEach(
            (thread, former) -> {
              if (former.id().equals(chat)) {
                threads.add(thread);
              }
            });
    var live = conversation.live().chatOrNull(chat);
    if (live != null && live.lastThread() != null) {
      threads.add(live.lastThread().id());
    }
    return threads;
  }

  private Command postback(Caller caller, ChatId chat, List<Event> events) {
    for (Event event : events) {
      if (event.body() instanceof EventBody.RichMessage(_, var elements)) {
        for (RichElement element : elements) {
          for (RichElement.Button button : element.buttons()) {
            return new SendRichMessagePostback(
                caller, chat, event.id(), button.postbackId(), isChosen());
          }
        }
      }
    }
    return new SendEvent(caller, chat, event(), true);
  }

  private Command onCustomer(Caller.ByAgent byAgent, CustomerId customer) {
    return switch (of(9)) {
      case 0, 1, 2 ->
          new LogInCustomer(
              customer, "k" + of(2), details(), visit(), Map.of("k", "v"), null, List.of());
      case 3 -> new CustomerConnectionLost(customer, "k" + of(2));
      case 4 ->
          new UpdateCustomerPage(
              new Caller.ByCustomer(customer, null), "https://example.com/" + of(9), null);
      case 5 ->
          new UpdateCustomer(
              isChosen() ? byAgent : new Caller.ByCustomer(customer, null), customer, details());
      case 6 ->
          new ChangeCustomerAccess(
              byAgent, customer, of(List.of(AccessOperation.values())), access());
      case 7 -> new CreateCustomer(byAgent, details());
      default -> new BanCustomer(byAgent, customer, of(8) == 0 ? 1 : 0);
    };
  }

  private VisitDetails visit() {
    return isChosen()
        ? VisitDetails.NONE
        : new VisitDetails(
            "127.0.0.1",
            "Firefox \"1\"",
            "https://example.com/",
            new Geolocation("1.5", "2.5", "Poland", "PL", null, "Wrocław", "Europe/Warsaw"),
            "https://example.com/" + of(5),
            isChosen() ? "Title" : null);
  }

  private Command onAgent(Caller.ByAgent byAgent) {
    AgentId agent = byAgent.id();
    return switch (of(8)) {
      case 0, 1, 2 -> new LogInAgent(agent, "c" + of(2) + agent, isChosen());
      case 3 ->
          isChosen()
              ? new LogOutAgent(agent, "c0" + agent)
              : new AgentConnectionLost(agent, "c1" + agent);
      case 4 ->
          new SetRoutingStatus(
              agent,
              agent,
              of(List.of(RoutingStatus.ACCEPTING_CHATS, RoutingStatus.NOT_ACCEPTING_CHATS)));
      case 5 -> new SetAwayStatus(agent, "c0" + agent, isChosen());
      case 6 -> new ChangePushNotifications(agent, "token" + of(3), "ios", isChosen());
      default ->
          isChosen()
              ? new GetGroupStatuses(null)
              : new Multicast(
                  byAgent,
                  new Multicast.Scope(true, List.of(), List.of(), List.of()),
                  new Json("{}"),
                  null);
    };
  }

  private NewEvent event() {
    return new NewEvent(
        of(3) == 0 ? "custom \"id\"" : null,
        of(3) == 0 ? Recipients.AGENTS : Recipients.ALL,
        isChosen() ? Properties.NONE : of(properties),
        of(bodies));
  }

  private ChatOpening opening(@Nullable CustomerId customer, Caller caller) {
    var events = new ArrayList<NewEvent>();
    for (int i = of(3); i > 0; i--) {
      events.add(event());
    }
    return new ChatOpening(
        isChosen() ? null : Access.of(new GroupId(1), GroupId.ALL),
        of(properties),
        of(properties),
        caller instanceof Caller.ByAgent && of(3) > 0 ? customer : null,
        events,
        isChosen() ? null : isChosen());
  }

  private CustomerDetails details() {
    return new CustomerDetails(
        isChosen() ? null : "name" + of(5),
        isChosen() ? null : "email" + of(5),
        isChosen() ? null : "https://example.com/" + of(5),
        List.of(
            new Customer.Field("field" + of(3), "v" + of(9)),
            new Customer.Field("other", "\"quoted\"")));
  }

  /// Agents and settings of all kinds.
  ProvisionLicense provisioning() {
    var d = Settings.DEFAULTS;
    var settings =
        new Settings(
            d.threadInactivityTimeout(),
            d.threadIdleTimeout(),
            d.agentReplyTimeout(),
            Duration.ofSeconds(of(30)),
            true,
            100,
            4,
            isChosen());
    var agents = new ArrayList<WantedAgent>();
    for (AgentId agent : AGENTS) {
      var groups = new TreeMap<GroupId, Priority>();
      if (isChosen()) {
        groups.put(new GroupId(1), of(List.of(Priority.values())));
      }
      agents.add(
          new WantedAgent(
              agent,
              "name" + of(3),
              of(List.of(Permission.values())),
              null,
              isChosen() ? "Boss" : null,
              null,
              3 + of(3),
              groups));
    }
    return new ProvisionLicense(
        "Acme " + of(3),
        isChosen() ? "team" : null,
        null,
        settings,
        List.of(new Group(new GroupId(1), "Sales" + of(2))),
        agents);
  }
}
