package io.parley.core.routing.simulation;

import io.parley.core.Command;
import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.agent.SignOutAgent;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.routing.Departure;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The agents, groups and customers of a simulation, and what they think of doing next.
final class Population {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private final World world;
  private final List<Agent> agents = new ArrayList<>();
  private final List<AgentId> people = new ArrayList<>();
  private final List<AgentId> bots = new ArrayList<>();
  private final List<CustomerId> customers = new ArrayList<>();

  Population(World world, SplittableRandom random) {
    this.world = world;
    for (int i = 0; i < world.agents(); i++) {
      boolean isBot = i % 7 == 6;
      var id = new AgentId((isBot ? "bot" : "agent") + i + "@example.com");
      (isBot ? bots : people).add(id);
      agents.add(
          new Agent(
              id,
              "account-" + i,
              "public-" + i,
              "Agent " + i,
              Permission.NORMAL,
              null,
              null,
              1 + random.nextInt(3),
              groups(random),
              isBot ? new Agent.Bot("client") : null));
    }
    for (int i = 0; i < world.customers(); i++) {
      customers.add(new CustomerId("00000000-0000-4000-9000-%012d".formatted(i)));
    }
  }

  List<Agent> agents() {
    return agents;
  }

  List<CustomerId> customers() {
    return customers;
  }

  private SortedMap<GroupId, Priority> groups(SplittableRandom random) {
    var groups = new TreeMap<GroupId, Priority>();
    for (int i = random.nextInt(4); i > 0; i--) {
      groups.put(group(random), PRIORITIES.get(random.nextInt(PRIORITIES.size())));
    }
    return groups;
  }

  private GroupId group(SplittableRandom random) {
    return new GroupId(1 + random.nextInt(world.groups()));
  }

  private Access access(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Access.ALL_AGENTS;
      case 1 -> Access.of(group(random), GroupId.ALL);
      case 2 -> Access.of(List.of(group(random), group(random), group(random)));
      default -> Access.of(List.of(group(random)));
    };
  }

  private static <T> T one(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Somebody comes to work.
  Command login(SplittableRandom random) {
    AgentId agent = one(random, people);
    return new LogInAgent(agent, "c0" + agent, false);
  }

  /// What somebody does next.
  Command command(SplittableRandom random, License license, Promises promises) {
    AgentId agent = one(random, people);
    CustomerId customer = one(random, customers);
    ChatId chat = chat(random, license, promises, agent, customer);
    return switch (random.nextInt(32)) {
      case 0, 1, 2 -> new LogInAgent(agent, "c" + random.nextInt(2) + agent, random.nextBoolean());
      case 3 -> new LogOutAgent(agent, "c" + random.nextInt(2) + agent);
      case 4 -> new AgentConnectionLost(agent, "c" + random.nextInt(2) + agent);
      case 5 -> status(random, agent);
      case 6 -> random.nextInt(4) == 0 ? signOut(random, agent) : botStatus(random, agent);
      case 7, 8, 9, 10, 11, 12, 13, 14 -> new StartChat(LicenseRun.as(customer), opening(random));
      case 15, 16 -> new ActivateChat(LicenseRun.as(customer), chat, opening(random));
      case 17 -> new StartChat(LicenseRun.as(agent), opening(random));
      case 18, 19 -> new SendEvent(LicenseRun.as(customer), chat, LicenseRun.text("?"), false);
      case 20, 21 -> new SendEvent(LicenseRun.as(agent), chat, LicenseRun.text("!"), false);
      case 22 -> new CloseThread(LicenseRun.as(agent), chat);
      case 23, 24 -> new CloseThread(LicenseRun.as(customer), chat);
      case 25, 26 -> transfer(random, agent, chat);
      case 27 -> new AddUserToChat(LicenseRun.as(agent), chat, agent);
      case 28 -> new RemoveUserFromChat(LicenseRun.as(agent), chat, agent);
      case 29 -> property(random, agent, chat);
      case 30 -> access(random, agent, chat);
      default -> configured(random, license, agent);
    };
  }

  /// A chat of the agent's, one that waits, or one of the customer's.
  private ChatId chat(
      SplittableRandom random,
      License license,
      Promises promises,
      AgentId agent,
      CustomerId customer) {
    List<ChatId> chats =
        switch (random.nextInt(3)) {
          case 0 -> license.activeChatsWith(agent).stream().map(Chat::id).toList();
          case 1 -> promises.waitingIn(random.nextInt(world.groups() + 1)).stream().toList();
          default -> license.chatsOf(customer);
        };
    return chats.isEmpty() ? new ChatId("NONE") : one(random, chats);
  }

  private ChatOpening opening(SplittableRandom random) {
    Properties chat =
        random.nextInt(20) == 0
            ? Properties.of("routing", "ignore_agents_routing", new Flag(true))
            : Properties.NONE;
    Properties thread =
        random.nextInt(6) == 0
            ? Properties.of("routing", "ignore_bots", new Flag(true))
            : Properties.NONE;
    return new ChatOpening(
        access(random),
        chat,
        thread,
        null,
        random.nextBoolean() ? List.of(LicenseRun.text("hello")) : List.of(),
        random.nextInt(6) == 0 ? Boolean.TRUE : null);
  }

  private static Command status(SplittableRandom random, AgentId agent) {
    return new SetRoutingStatus(
        agent,
        agent,
        random.nextInt(3) == 0 ? RoutingStatus.NOT_ACCEPTING_CHATS : RoutingStatus.ACCEPTING_CHATS);
  }

  private Command botStatus(SplittableRandom random, AgentId agent) {
    return new SetRoutingStatus(
        agent, one(random, bots), one(random, List.of(RoutingStatus.values())));
  }

  private static Command signOut(SplittableRandom random, AgentId agent) {
    return new SignOutAgent(
        agent, random.nextBoolean() ? Departure.DELETED : Departure.REMOTELY_SIGNED_OUT);
  }

  private Command transfer(SplittableRandom random, AgentId agent, ChatId chat) {
    boolean force = random.nextInt(3) == 0;
    TransferTarget target =
        switch (random.nextInt(3)) {
          case 0 -> new TransferTarget.ToAgents(List.of(one(random, people)));
          case 1 -> new TransferTarget.ToGroups(List.copyOf(access(random).groupIds()));
          default -> null;
        };
    return new TransferChat(LicenseRun.as(agent), chat, target, force);
  }

  private static Command property(SplittableRandom random, AgentId agent, ChatId chat) {
    String name = random.nextBoolean() ? "pinned" : "ignore_agents_routing";
    return new UpdateChatProperties(
        LicenseRun.as(agent),
        chat,
        Properties.of("routing", name, new Flag(random.nextInt(3) == 0)));
  }

  private Command access(SplittableRandom random, AgentId agent, ChatId chat) {
    return new ChangeChatAccess(
        LicenseRun.as(agent),
        chat,
        one(random, List.of(AccessOperation.GRANT, AccessOperation.SET)),
        group(random));
  }

  private Command configured(SplittableRandom random, License license, AgentId agent) {
    return new ProvisionLicense(
        license.profile().name(),
        null,
        null,
        license.settings(),
        List.of(),
        List.of(
            new ProvisionLicense.WantedAgent(
                agent,
                agent.value(),
                Permission.NORMAL,
                null,
                null,
                null,
                random.nextInt(5),
                groups(random))));
  }
}
