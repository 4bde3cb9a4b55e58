package io.parley.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Command;
import io.parley.core.access.Access;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.RegisterCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.License;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.ProvisionLicense.WantedAgent;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.runtime.Reply;
import io.parley.store.TestDatabase;
import io.parley.store.codec.Arbitraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Whatever happens in a license, what is loaded afterwards is what was live before.
class RandomLicenseTest {

  private static final List<AgentId> AGENTS =
      List.of(new AgentId("anna@example.com"), new AgentId("bert \"b\" {,}@example.com"));
  private static final List<CustomerId> CUSTOMERS =
      List.of(
          new CustomerId("11111111-1111-4111-8111-111111111111"),
          new CustomerId("22222222-2222-4222-8222-222222222222"),
          new CustomerId("33333333-3333-4333-8333-333333333333"));
  private static final int ROUNDS = 3;
  private static final int COMMANDS = 120;

  @Provide
  Arbitrary<EventBody> bodies() {
    return Arbitraries.bodies();
  }

  @Provide
  Arbitrary<Properties> properties() {
    return Arbitraries.properties();
  }

  @Property(tries = 12)
  void shouldLoadWhatWasLive(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 8) List<@From("bodies") EventBody> bodies,
      @ForAll @Size(min = 1, max = 4) List<@From("properties") Properties> properties) {
    var random = new SplittableRandom(seed);
    try (var journal =
            new PostgresJournal(TestDatabase.shared().dataSource(), CommitListener.NONE);
        var conversation = new Conversation(TestLicenses.created(), journal)) {
      var choice = new Choice(random, bodies, properties);
      conversation.does(provisioning(choice));
      CUSTOMERS.forEach(customer -> conversation.does(new RegisterCustomer(customer)));
      for (int round = 0; round < ROUNDS; round++) {
        run(conversation, choice);
        compare(conversation, journal);
      }
      assertThat(conversation.resets()).isZero();
    }
  }

  private record Choice(
      SplittableRandom random, List<EventBody> bodies, List<Properties> properties) {
    int of(int bound) {
      return random.nextInt(bound);
    }

    <T> T of(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }

  private static void run(Conversation conversation, Choice choice) {
    var pending = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < COMMANDS; i++) {
      pending.add(conversation.submit(command(choice, conversation)));
      if (choice.of(8) == 0) {
        pending.forEach(Conversation::await);
        pending.clear();
      }
    }
    pending.forEach(
        reply -> assertThat(Conversation.await(reply)).isNotInstanceOf(Reply.Failed.class));
  }

  private static void compare(Conversation conversation, PostgresJournal journal) {
    License live = conversation.reload();
    License loaded = conversation.live();
    assertThat(loaded.seq()).isBetween(conversation.lastDurableSeq(), live.seq());
    assertThat(loaded.profile()).isEqualTo(live.profile());
    assertThat(loaded.groups()).containsExactlyElementsOf(live.groups());
    assertThat(loaded.agents()).containsExactlyElementsOf(live.agents());
    assertThat(loaded.waitingChats()).containsExactlyElementsOf(live.waitingChats());
    for (AgentId agent : AGENTS) {
      assertThat(loaded.lastRoutingStatusOf(agent)).isEqualTo(live.lastRoutingStatusOf(agent));
      assertThat(loaded.activeChatsOf(agent)).isEqualTo(live.activeChatsOf(agent));
    }
    for (CustomerId customer : CUSTOMERS) {
      assertThat(loaded.customerOrNull(customer)).isEqualTo(live.customerOrNull(customer));
      assertThat(loaded.chatsOf(customer)).isEqualTo(live.chatsOf(customer));
    }
    for (ChatId chat : conversation.chats()) {
      assertThat(loaded.chatOrNull(chat)).isEqualTo(live.chatOrNull(chat));
    }
    conversation
        .events()
        .forEach(
            (thread, events) ->
                assertThat(journal.loadEvents(conversation.licenseId(), thread)).isEqualTo(events));
  }

  private static Command command(Choice choice, Conversation conversation) {
    AgentId agent = choice.of(AGENTS);
    CustomerId customer = choice.of(CUSTOMERS);
    Caller caller =
        choice.of(2) == 0
            ? new Caller.ByCustomer(customer, "client")
            : new Caller.ByAgent(agent, Reach.ALL, null);
    List<ChatId> chats = conversation.chats();
    ChatId chat = chats.isEmpty() ? new ChatId("NONE") : choice.of(chats);
    return switch (choice.of(20)) {
      case 0, 1 -> new StartChat(caller, opening(choice, customer, caller));
      case 2, 3 -> new ActivateChat(caller, chat, opening(choice, null, caller));
      case 4, 5 -> new CloseThread(caller, chat);
      case 6, 7, 8, 9 -> new SendEvent(caller, chat, event(choice), choice.of(2) == 0);
      case 10 -> new FollowChat(new Caller.ByAgent(agent, Reach.ALL, null), chat);
      case 11 -> new UnfollowChat(new Caller.ByAgent(agent, Reach.ALL, null), chat);
      case 12 -> new MarkEventsAsSeen(caller, chat, conversation.now());
      case 13 -> new SendTypingIndicator(caller, chat, Recipients.ALL, true);
      case 14, 15 -> new LogInAgent(agent, "c" + choice.of(2) + agent, choice.of(2) == 0);
      case 16 ->
          choice.of(2) == 0
              ? new LogOutAgent(agent, "c0" + agent)
              : new AgentConnectionLost(agent, "c1" + agent);
      case 17 ->
          new SetRoutingStatus(
              agent,
              agent,
              choice.of(List.of(RoutingStatus.ACCEPTING_CHATS, RoutingStatus.NOT_ACCEPTING_CHATS)));
      case 18 ->
          choice.of(3) == 0
              ? provisioning(choice)
              : new LogInCustomer(customer, "k" + choice.of(2), details(choice), null);
      default -> {
        conversation.pass(Duration.ofSeconds(choice.of(900)));
        yield new Tick();
      }
    };
  }

  private static NewEvent event(Choice choice) {
    return new NewEvent(
        choice.of(3) == 0 ? "custom \"id\"" : null,
        choice.of(3) == 0 ? Recipients.AGENTS : Recipients.ALL,
        choice.of(2) == 0 ? Properties.NONE : choice.of(choice.properties()),
        choice.of(choice.bodies()));
  }

  private static ChatOpening opening(Choice choice, @Nullable CustomerId customer, Caller caller) {
    var events = new ArrayList<NewEvent>();
    for (int i = choice.of(3); i > 0; i--) {
      events.add(event(choice));
    }
    return new ChatOpening(
        choice.of(2) == 0 ? null : Access.of(new GroupId(1), GroupId.ALL),
        choice.of(choice.properties()),
        choice.of(choice.properties()),
        caller instanceof Caller.ByAgent && choice.of(3) > 0 ? customer : null,
        events,
        choice.of(2) == 0 ? null : choice.of(2) == 0);
  }

  private static CustomerDetails details(Choice choice) {
    return new CustomerDetails(
        choice.of(2) == 0 ? null : "name" + choice.of(5),
        choice.of(2) == 0 ? null : "email" + choice.of(5),
        choice.of(2) == 0 ? null : "https://example.com/" + choice.of(5),
        List.of(
            new Customer.Field("field" + choice.of(3), "v" + choice.of(9)),
            new Customer.Field("other", "\"quoted\"")));
  }

  private static ProvisionLicense provisioning(Choice choice) {
    var d = Settings.DEFAULTS;
    var settings =
        new Settings(
            d.threadInactivityTimeout(),
            d.threadIdleTimeout(),
            d.agentReplyTimeout(),
            Duration.ofSeconds(choice.of(30)),
            true,
            100,
            4,
            choice.of(2) == 0);
    var agents = new ArrayList<WantedAgent>();
    for (AgentId agent : AGENTS) {
      var groups = new TreeMap<GroupId, Priority>();
      if (choice.of(2) == 0) {
        groups.put(new GroupId(1), choice.of(List.of(Priority.values())));
      }
      agents.add(
          new WantedAgent(
              agent,
              "name" + choice.of(3),
              choice.of(List.of(Permission.values())),
              null,
              choice.of(2) == 0 ? "Boss" : null,
              null,
              3 + choice.of(3),
              groups));
    }
    return new ProvisionLicense(
        "Acme " + choice.of(3),
        choice.of(2) == 0 ? "team" : null,
        null,
        settings,
        List.of(new Group(new GroupId(1), "Sales" + choice.of(2))),
        agents);
  }
}
