package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Decision;
import io.parley.core.LicenseRun;
import io.parley.core.TestContext;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.LogInAgent;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseSnapshot;
import io.parley.core.license.OrganizationId;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How long the router takes in a license of 2,000 agents in 200 groups with 20,000 active chats.
/// Run by hand; prints nanoseconds of processor time, so that other work on the machine counts
/// little.
public final class RoutingBenchmark {
  private static final int AGENTS = 2_000;
  private static final int GROUPS = 200;
  private static final int CHATS = 20_000;
  private static final int QUEUED = 10_000;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final SplittableRandom random = new SplittableRandom(7);
  private final TestContext context = new TestContext();
  private final List<ChatId> chats = new ArrayList<>();
  private final License license;
  private int customers;
  private long sink;

  private RoutingBenchmark(int maxChatsCount) {
    var groups = new ArrayList<Group>();
    for (int i = 1; i <= GROUPS; i++) {
      groups.add(new Group(new GroupId(i), "Group " + i));
    }
    var agents = new ArrayList<Agent>();
    for (int i = 0; i < AGENTS; i++) {
      var priorities = new TreeMap<GroupId, Priority>();
      for (int j = 0; j < 10; j++) {
        priorities.put(group(), List.of(Priority.values()).get(random.nextInt(3)));
      }
      agents.add(agent(new AgentId("agent" + i + "@example.com"), maxChatsCount, priorities));
    }
    var profile =
        new LicenseProfile(
            new LicenseId(100),
            new OrganizationId("390e44e6-f1e6-4368-96db-74a14508c2e0"),
            "Acme",
            null,
            null,
            Instant.parse("2026-01-01T00:00:00Z"),
            settings());
    license =
        new License(
            new LicenseSnapshot(profile, 0, groups, agents, Map.of(), List.of(), List.of()),
            context.now());
    agents.forEach(agent -> does(new LogInAgent(agent.id(), "c" + agent.id(), false)));
  }

  private static Settings settings() {
    Settings d = Settings.DEFAULTS;
    return new Settings(
        d.threadInactivityTimeout(),
        d.threadIdleTimeout(),
        d.agentReplyTimeout(),
        d.agentDisconnectGrace(),
        true,
        1_000_000,
        1,
        false);
  }

  private static Agent agent(AgentId id, int maxChatsCount, SortedMap<GroupId, Priority> groups) {
    Agent agent = LicenseRun.agent(id, maxChatsCount);
    return new Agent(
        id,
        agent.accountId(),
        agent.publicId(),
        agent.name(),
        agent.permission(),
        null,
        null,
        maxChatsCount,
        groups,
        null);
  }

  private GroupId group() {
    return new GroupId(1 + random.nextInt(GROUPS));
  }

  private void does(Command command) {
    if (command.decide(license, context) instanceof Decision.Accepted(List<Change> changes, _)) {
      changes.forEach(change -> license.apply(change, context.now()));
      license.reaction().ifPresent(this::does);
    }
  }

  private ChatId starts(Access access) {
    var customer = new CustomerId("00000000-0000-4000-9000-%012d".formatted(customers++));
    does(new RegisterCustomer(customer));
    does(
        new StartChat(
            LicenseRun.as(customer),
            new ChatOpening(access, Properties.NONE, Properties.NONE, null, List.of(), null)));
    return license.chatsOf(customer).getFirst();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      chats.add(starts(i % 10 == 0 ? Access.ALL_AGENTS : Access.of(group())));
    }
  }

  private void measure(String what, Supplier<Object> work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long from = CLOCK.getCurrentThreadCpuTime();
      long count = 0;
      long spent;
      do {
        for (int i = 0; i < 100; i++) {
          sink += work.get().hashCode();
        }
        count += 100;
        spent = CLOCK.getCurrentThreadCpuTime() - from;
      } while (spent < ROUND.toNanos());
      best = Math.min(best, (double) spent / count);
    }
    System.out.printf("%-58s %,12.0f ns%n", what, best);
  }

  /// Prints the table.
  public static void main(String[] arguments) {
    var busy = new RoutingBenchmark(30);
    busy.fill(CHATS);
    busy.decisions();
    var full = new RoutingBenchmark(CHATS / AGENTS);
    full.fill(CHATS + QUEUED);
    full.queue();
    if (busy.sink + full.sink == 42) {
      System.out.println();
    }
  }

  private void decisions() {
    measure("choose an agent of one group", () -> Router.route(license, Access.of(group())));
    measure("choose an agent of group 0", () -> Router.route(license, Access.ALL_AGENTS));
    Access ten = Access.of(Stream.generate(this::group).limit(10).toList());
    measure("choose an agent of ten groups", () -> Router.route(license, ten));
    var customer = new CustomerId("00000000-0000-4000-8000-000000000000");
    does(new RegisterCustomer(customer));
    measure("decide that a chat of group 0 starts", () -> start(customer, Access.ALL_AGENTS));
    measure("decide that a chat of one group starts", () -> start(customer, Access.of(group())));
    measure(
        "decide who gets the chats of an agent who leaves (10)",
        () -> {
          AgentId agent = license.agents().iterator().next().id();
          return Departures.of(license, context, agent, Departure.SIGNED_OUT).size();
        });
    ChatId chatId = chats.getFirst();
    Chat chat = license.chatOrNull(chatId);
    var event =
        new SendEvent(
            LicenseRun.as(chat.customerId().orElseThrow()), chatId, LicenseRun.text("hi"), false);
    measure("decide an event of a customer", () -> event.decide(license, context));
    measure(
        "decide and apply an event of a customer",
        () -> {
          does(event);
          return 1;
        });
  }

  private Decision start(CustomerId customer, Access access) {
    return new StartChat(
            LicenseRun.as(customer),
            new ChatOpening(access, Properties.NONE, Properties.NONE, null, List.of(), null))
        .decide(license, context);
  }

  private void queue() {
    System.out.printf("%,d chats wait%n", license.waitingChats().size());
    measure(
        "close a chat, give its slot to the next, queue another",
        () -> {
          var agent = new AgentId("agent" + random.nextInt(AGENTS) + "@example.com");
          Chat chat = license.activeChatsWith(agent).getFirst();
          does(new CloseThread(LicenseRun.as(agent), chat.id()));
          starts(Access.of(group()));
          return 1;
        });
    System.out.printf("%,d chats wait%n", license.waitingChats().size());
    var everywhere =
        new RouteWaitingChats(new TreeSet<>(license.routing().queues().groups()), new TreeSet<>());
    measure(
        "look in vain for somebody free, in all groups", () -> everywhere.decide(license, context));
    measure("tell all groups' statuses", () -> new GetGroupStatuses(null).decide(license, context));
    measure(
        "explain who would get a chat of one group",
        () -> Router.explain(license, Access.of(group())).size());
  }
}
