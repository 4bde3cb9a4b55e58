package io.parley.core;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.access.Access;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatChange;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.core.group.GroupId;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import io.parley.core.property.Properties;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.core.user.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Whatever is asked of a license, in whatever order, what must always hold does.
class RandomCommandsTest {
  private static final List<AgentId> AGENTS = List.of(ANNA, BERT, CORA);
  private static final List<CustomerId> CUSTOMERS = List.of(CARL, DORA);
  private static final int MAX_CHATS = 2;
  private static final Settings SETTINGS = settings();

  private static Settings settings() {
    Settings d = Settings.DEFAULTS;
    return new Settings(
        d.threadInactivityTimeout(),
        d.threadIdleTimeout(),
        d.agentReplyTimeout(),
        d.agentDisconnectGrace(),
        true,
        100,
        3,
        false);
  }

  @Property(tries = 300)
  void shouldKeepItsInvariants(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 1 << 20) Integer> choices) {
    var run =
        LicenseRun.with(
            SETTINGS,
            agent(ANNA, MAX_CHATS, SALES),
            agent(BERT, MAX_CHATS),
            agent(CORA, MAX_CHATS, SALES));
    for (int choice : choices) {
      Command command = command(new Choice(choice), run);
      int before = run.changes().size();
      decidesTheSameTwice(run, command);
      run.does(command);
      for (Change change : run.changes().subList(before, run.changes().size())) {
        checkAudience(run, change);
        checkRouting(run, change);
      }
      run.chats().forEach(chatId -> checkChat(run, run.chat(chatId)));
      checkLoads(run);
    }
  }

  /// Takes numbers out of one number.
  private static final class Choice {
    private int rest;

    Choice(int number) {
      rest = number;
    }

    int of(int bound) {
      int chosen = rest % bound;
      rest /= bound;
      return chosen;
    }

    <T> T of(List<T> list) {
      return list.get(of(list.size()));
    }
  }

  private static Command command(Choice choice, LicenseRun run) {
    int kind = choice.of(16);
    AgentId agent = choice.of(AGENTS);
    CustomerId customer = choice.of(CUSTOMERS);
    Caller caller =
        choice.of(2) == 0 ? as(customer) : as(agent, choice.of(List.of(Reach.values())));
    ChatId chat = run.chats().isEmpty() ? new ChatId("NONE") : choice.of(run.chats());
    return switch (kind) {
      case 0, 1 -> new StartChat(caller, opening(choice, customer, caller));
      case 2 -> new ActivateChat(caller, chat, opening(choice, null, caller));
      case 3 -> new CloseThread(caller, chat);
      case 4, 5, 6 ->
          new SendEvent(
              caller,
              chat,
              choice.of(3) == 0 && caller instanceof Caller.ByAgent
                  ? LicenseRun.whisper("psst")
                  : LicenseRun.text("hello"),
              choice.of(2) == 0);
      case 7 -> new FollowChat(as(agent), chat);
      case 8 -> new UnfollowChat(as(agent), chat);
      case 9 -> new MarkEventsAsSeen(caller, chat, run.context.now().minusSeconds(choice.of(100)));
      case 10 ->
          choice.of(2) == 0
              ? new SendTypingIndicator(caller, chat, Recipients.AGENTS, true)
              : new SendSneakPeek(as(customer), chat, "te");
      case 11, 12 -> new LogInAgent(agent, "c" + choice.of(2) + agent, choice.of(2) == 0);
      case 13 ->
          choice.of(2) == 0
              ? new LogOutAgent(agent, "c0" + agent)
              : new AgentConnectionLost(agent, "c1" + agent);
      case 14 ->
          new SetRoutingStatus(
              agent,
              agent,
              choice.of(List.of(RoutingStatus.ACCEPTING_CHATS, RoutingStatus.NOT_ACCEPTING_CHATS)));
      default -> {
        run.pass(Duration.ofSeconds(7L * choice.of(300)));
        yield new Tick();
      }
    };
  }

  private static ChatOpening opening(Choice choice, @Nullable CustomerId customer, Caller caller) {
    GroupId group = choice.of(3) == 0 ? SALES : GroupId.ALL;
    return new ChatOpening(
        Access.of(group),
        Properties.NONE,
        Properties.NONE,
        caller instanceof Caller.ByAgent ? customer : null,
        choice.of(2) == 0 ? List.of(LicenseRun.text("first")) : List.of(),
        choice.of(2) == 0);
  }

  private static void decidesTheSameTwice(LicenseRun run, Command command) {
    long seq = run.license.seq();
    int drawn = run.context.idsDrawn();
    Decision first = command.decide(run.license, run.context);
    run.context.rewindIds(drawn);
    Decision second = command.decide(run.license, run.context);
    run.context.rewindIds(drawn);
    assertThat(withoutViews(second)).isEqualTo(withoutViews(first));
    assertThat(run.license.seq()).isEqualTo(seq);
  }

  private static Object withoutViews(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(List<Change> changes, _) -> changes;
      case Decision.Rejected(Rejection rejection) -> rejection;
    };
  }

  private static void checkChat(LicenseRun run, Chat chat) {
    ChatThread last = chat.lastThread();
    List<Event> events = run.eventsOf(last.id());
    assertThat(last.eventCount()).isEqualTo(events.size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).id().number()).isEqualTo(i + 1);
      assertThat(i == 0 || events.get(i).createdAt().isAfter(events.get(i - 1).createdAt()))
          .isTrue();
    }
    var users = new HashSet<UserId>();
    chat.members().forEach(member -> assertThat(users.add(member.userId())).isTrue());
    assertThat(users.stream().filter(CustomerId.class::isInstance).count()).isLessThanOrEqualTo(1);
    chat.customerId()
        .ifPresent(
            customer -> {
              assertThat(run.license.chatsOf(customer)).contains(chat.id());
              assertThat(run.license.chatsOf(customer).size())
                  .isLessThanOrEqualTo(SETTINGS.maxCustomerChatsCount());
            });
    assertThat(run.license.waitingChats().contains(chat.id()))
        .isEqualTo(chat.active() && chat.presentAgents().isEmpty());
  }

  private static void checkLoads(LicenseRun run) {
    for (AgentId agent : AGENTS) {
      long active =
          run.chats().stream()
              .map(run::chat)
              .filter(chat -> chat.active() && chat.isPresent(agent))
              .count();
      assertThat(run.license.activeChatsOf(agent)).isEqualTo((int) active);
    }
  }

  private static void checkAudience(LicenseRun run, Change change) {
    Audience audience = run.audienceOf(change);
    if (change instanceof ChatChange chatChange) {
      Chat chat = run.chat(chatChange.chatId());
      assertThat(audience.customers()).allMatch(customer -> chat.isPresent(customer));
    }
    switch (change) {
      case EventAdded added when added.event().recipients() == Recipients.AGENTS ->
          assertThat(audience.customers()).isEmpty();
      case SneakPeeked _ -> assertThat(audience.customers()).isEmpty();
      case TypingIndicated typing when typing.author() instanceof AgentId agentId ->
          assertThat(audience.members()).doesNotContain(agentId);
      default -> {}
    }
  }

  private static void checkRouting(LicenseRun run, Change change) {
    if (change instanceof UserAddedToChat added
        && added.reason() == UserAddedToChat.Reason.ROUTED
        && added.member().userId() instanceof AgentId agentId) {
      assertThat(run.license.activeChatsOf(agentId)).isLessThanOrEqualTo(MAX_CHATS);
      assertThat(run.license.routingStatusOf(agentId)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);
    }
  }
}
