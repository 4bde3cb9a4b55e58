package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.continuous;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Change;
import io.parley.core.LicenseRun;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.agent.SignOutAgent;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.event.EventBody;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparturesTest {
  private static final Settings NO_QUEUE = settings().customerChats(9).withoutQueue().build();

  private static EventBody.SystemMessage lastMessage(LicenseRun run) {
    return (EventBody.SystemMessage) run.last(EventAdded.class).event().body();
  }

  private static void leave(LicenseRun run, Departure why) {
    switch (why) {
      case SIGNED_OUT -> run.result(new LogOutAgent(ANNA, "connection-of-" + ANNA));
      case DISCONNECTED -> {
        run.result(new AgentConnectionLost(ANNA, "connection-of-" + ANNA));
        run.pass(Settings.DEFAULTS.agentDisconnectGrace());
        run.result(new Tick());
      }
      case REMOTELY_SIGNED_OUT, DELETED, OTHER -> run.result(new SignOutAgent(ANNA, why));
    }
    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.OFFLINE);
    assertThat(run.license.activeChatsOf(ANNA)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNED_OUT, Chat assigned to bert because anna had signed out",
    "REMOTELY_SIGNED_OUT, Chat assigned to bert because anna had been remotely signed out",
    "DISCONNECTED, Chat assigned to bert because anna had lost internet connection",
    "DELETED, Chat assigned to bert because anna account had been deleted"
  })
  void shouldGiveTheChatsOfAnAgentWhoGoesToOthers(Departure why, String text) {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT);

    leave(run, why);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(lastMessage(run))
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.assigned_" + why.wireName(),
                text,
                Map.of("agent_added", "bert", "agent_removed", "anna")));
    assertThat(run.last(UserRemovedFromChat.class).requester()).isNull();
    assertThat(run.last(UserAddedToChat.class).reason()).isEqualTo(UserAddedToChat.Reason.ROUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNED_OUT, Customer was queued because anna had signed out",
    "REMOTELY_SIGNED_OUT, Customer was queued because anna had been remotely signed out",
    "DISCONNECTED, Customer was queued because anna had lost internet connection",
    "DELETED, Customer was queued because anna account has been deleted"
  })
  void shouldQueueTheChatsThatNobodyIsFreeFor(Departure why, String text) {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 1), agent(BERT, 1)).loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT).starts(DORA);

    leave(run, why);

    assertThat(run.license.waitingChats()).containsExactly(chatId);
    assertThat(run.chat(chatId).properties().flag("routing", "unassigned")).isTrue();
    assertThat(lastMessage(run))
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.unassigned_" + why.wireName(), text, Map.of("agent", "anna")));
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNED_OUT, The chat was closed because anna had signed out",
    "REMOTELY_SIGNED_OUT, The chat was closed because anna had been remotely signed out",
    "DISCONNECTED, The chat was closed because anna had lost internet connection",
    "DELETED, The chat was closed because anna account had been deleted"
  })
  void shouldCloseTheChatsThatMayNotWait(Departure why, String text) {
    var run = LicenseRun.with(NO_QUEUE, agent(ANNA, 1), agent(BERT, 1)).loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.loggedIn(BERT).starts(DORA);

    leave(run, why);

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(lastMessage(run))
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.archived_" + why.wireName(), text, Map.of("agent", "anna")));
    assertThat(run.last(ThreadClosed.class).by()).isNull();
  }

  @Test
  void shouldCloseTheChatsThatNobodyElseAccepts() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    leave(run, Departure.SIGNED_OUT);

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(lastMessage(run))
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.archived_offline", "Chat archived due to no available agents", Map.of()));
  }

  @Test
  void shouldLeaveContinuousChatsUnassignedWhenNobodyElseAccepts() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), continuous());

    leave(run, Departure.DISCONNECTED);

    assertThat(run.chat(chatId).active()).isTrue();
    assertThat(run.chat(chatId).properties().flag("routing", "pinned")).isTrue();
    assertThat(run.systemMessages(chatId)).containsExactly("routing.unassigned_disconnected");
    run.result(new LogInAgent(ANNA, "again", true));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldOnlyTakeAnAgentOutOfAChatInWhichAnotherRemains() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT, CORA);
    ChatId chatId = run.starts(as(CARL), in(SALES));
    run.result(new AddUserToChat(as(BERT), chatId, BERT));
    int before = run.changes().size();

    leave(run, Departure.SIGNED_OUT);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.changes().subList(before, run.changes().size()).stream().map(Change::getClass))
        .containsExactly(
            AgentDisconnected.class, RoutingStatusSet.class, UserRemovedFromChat.class);
  }

  @Test
  void shouldNotCountAnAgentAsGoneWhoHasAnotherConnection() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new LogInAgent(ANNA, "second", false));

    run.result(new LogOutAgent(ANNA, "connection-of-" + ANNA));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    run.result(new SignOutAgent(ANNA, Departure.REMOTELY_SIGNED_OUT));
    assertThat(run.license.connectionsOf(ANNA)).isZero();
    assertThat(run.chat(chatId).active()).isFalse();
  }

  @Test
  void shouldSpreadTheChatsOfManyWhoGoAtOnce() {
    var run =
        LicenseRun.with(
            settings().customerChats(20).build(), agent(ANNA, 4), agent(BERT, 4), agent(CORA, 5));
    run.loggedIn(ANNA, BERT);
    for (int i = 0; i < 8; i++) {
      run.starts(CARL);
    }
    List<ChatId> chats = run.chats();
    run.loggedIn(CORA);
    run.result(new AgentConnectionLost(ANNA, "connection-of-" + ANNA));
    run.result(new AgentConnectionLost(BERT, "connection-of-" + BERT));
    run.pass(Duration.ofSeconds(15));

    run.result(new Tick());

    assertThat(run.license.activeChatsWith(CORA).stream().map(chat -> chat.id()))
        .containsExactlyElementsOf(chats.subList(0, 5));
    assertThat(run.license.waitingChats()).containsExactlyElementsOf(chats.subList(5, 8));
  }
}
