package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.bot;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.Settings;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.user.AgentId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final AgentId ROBOT = new AgentId("robot@example.com");
  private static final GroupId SUPPORT = new GroupId(2);

  private static ChatOpening with(Properties chat, Properties thread) {
    return new ChatOpening(Access.of(SALES), chat, thread, null, List.of(), null);
  }

  private static Properties flag(String name) {
    return Properties.of("routing", name, new Flag(true));
  }

  private static AgentId agentOf(LicenseRun run, ChatId chatId) {
    assertThat(run.chat(chatId).presentAgents()).hasSize(1);
    return run.chat(chatId).presentAgents().getFirst();
  }

  @Test
  void shouldGiveChatsToTheFirstThenToTheNormalThenToTheLast() {
    var run =
        LicenseRun.with(
            settings().customerChats(9).build(),
            agent(ANNA, 1, SALES, Priority.LAST),
            agent(BERT, 1, SALES, Priority.NORMAL),
            agent(CORA, 1, SALES, Priority.FIRST));
    run.loggedIn(ANNA, BERT, CORA);

    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(CORA);
    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(BERT);
    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(ANNA);
  }

  @Test
  void shouldPutPriorityBeforeLoad() {
    var run =
        LicenseRun.with(
            settings().customerChats(9).build(),
            agent(ANNA, 9, SALES, Priority.FIRST),
            agent(BERT, 9, SALES, Priority.NORMAL));
    run.loggedIn(ANNA, BERT);

    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(ANNA);
    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(ANNA);
  }

  @Test
  void shouldTakeAnAgentsBestPriorityAmongTheGroupsOfTheChat() {
    Agent anna =
        new Agent(
            ANNA,
            "account",
            "public",
            "anna",
            agent(ANNA, 9).permission(),
            null,
            null,
            9,
            new TreeMap<>(Map.of(SALES, Priority.LAST, SUPPORT, Priority.FIRST)),
            null);
    var run = LicenseRun.with(Settings.DEFAULTS, anna, agent(BERT, 9, SALES));
    run.loggedIn(BERT, ANNA);

    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Assigned(BERT));
    assertThat(Router.route(run.license, Access.of(SALES, SUPPORT)))
        .isEqualTo(new Routing.Assigned(ANNA));
    assertThat(Router.route(run.license, Access.of(SALES, GroupId.ALL)))
        .isEqualTo(new Routing.Assigned(BERT));
  }

  @Test
  void shouldNeverGiveChatsOfAGroupToItsSupervisor() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 9, SALES, Priority.SUPERVISOR));
    run.loggedIn(ANNA);

    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Offline());
    assertThat(Router.route(run.license, Access.ALL_AGENTS)).isEqualTo(new Routing.Assigned(ANNA));
    assertThat(Router.onlineGroups(run.license)).containsExactly(GroupId.ALL);
  }

  @Test
  void shouldChooseWhoHasWaitedLongestOfThoseWithAsManyChats() {
    var run = LicenseRun.with(settings().customerChats(9).build(), agent(ANNA, 9), agent(BERT, 9));
    run.loggedIn(BERT, ANNA);
    ChatId first = run.starts(CARL);
    ChatId second = run.starts(CARL);
    assertThat(List.of(agentOf(run, first), agentOf(run, second))).containsExactly(BERT, ANNA);
    run.result(new CloseThread(as(ANNA), second));
    run.result(new CloseThread(as(BERT), first));

    assertThat(agentOf(run, run.starts(DORA))).isEqualTo(BERT);
  }

  @Test
  void shouldLetWhoHasJustLoggedInWaitBehindTheOthers() {
    var run = LicenseRun.with(settings().customerChats(9).build(), agent(ANNA, 9), agent(BERT, 9));
    run.loggedIn(ANNA);
    run.result(new CloseThread(as(CARL), run.starts(CARL)));
    run.loggedIn(BERT);

    assertThat(agentOf(run, run.starts(DORA))).isEqualTo(ANNA);
  }

  @Test
  void shouldGiveChatsToBotsByTheirStatus() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 9, SALES), bot(ROBOT, 9, SALES));
    assertThat(
            run.rejection(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.ACCEPTING_CHATS)).type())
        .isEqualTo(ErrorType.REQUESTER_ALREADY_OFFLINE);

    run.result(new SetRoutingStatus(ANNA, ROBOT, RoutingStatus.ACCEPTING_CHATS));
    ChatId chatId = run.starts(as(CARL), in(SALES));
    assertThat(agentOf(run, chatId)).isEqualTo(ROBOT);

    run.loggedIn(ANNA);
    run.result(new SetRoutingStatus(ANNA, ROBOT, RoutingStatus.OFFLINE));
    assertThat(agentOf(run, chatId)).isEqualTo(ANNA);
    assertThat(run.systemMessages(chatId)).containsExactly("routing.assigned_signed_out");
  }

  @Test
  void shouldKeepChatsThatIgnoreBotsFromBots() {
    var run =
        LicenseRun.with(
            settings().customerChats(9).build(), agent(ANNA, 9, SALES), bot(ROBOT, 9, SALES));
    run.result(new SetRoutingStatus(ANNA, ROBOT, RoutingStatus.ACCEPTING_CHATS));
    ChatOpening forPeople = with(Properties.NONE, flag("ignore_bots"));
    assertThat(run.rejection(new StartChat(as(CARL), forPeople)).type())
        .isEqualTo(ErrorType.GROUPS_OFFLINE);

    run.loggedIn(ANNA);
    assertThat(agentOf(run, run.starts(as(CARL), forPeople))).isEqualTo(ANNA);
    assertThat(agentOf(run, run.starts(as(CARL), in(SALES)))).isEqualTo(ROBOT);
  }

  @Test
  void shouldNotGiveAChatToAnyoneThatIgnoresRouting() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);

    ChatId chatId = run.starts(as(CARL), with(flag("ignore_agents_routing"), Properties.NONE));

    assertThat(run.chat(chatId).presentAgents()).isEmpty();
    assertThat(run.chat(chatId).properties().flag("routing", "unassigned")).isTrue();
    assertThat(run.chat(chatId).properties().flag("routing", "pinned")).isTrue();
    run.loggedIn(BERT);
    assertThat(run.chat(chatId).presentAgents()).isEmpty();
    assertThat(Router.placeOf(run.license, chatId, run.context.now())).isEmpty();
  }

  @Test
  void shouldGiveAChatAwayWhenItIgnoresRoutingNoMore() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), with(flag("ignore_agents_routing"), Properties.NONE));

    run.result(
        new UpdateChatProperties(
            as(CARL), chatId, Properties.of("routing", "ignore_agents_routing", new Flag(false))));

    assertThat(agentOf(run, chatId)).isEqualTo(ANNA);
    assertThat(run.chat(chatId).properties().flag("routing", "was_pinned")).isTrue();
    assertThat(run.chat(chatId).properties().flag("routing", "pinned")).isFalse();
  }

  @Test
  void shouldGiveAChatBackToTheAgentWhoHadItLast() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(CARL), chatId));
    run.loggedIn(BERT);
    run.starts(DORA);
    assertThat(run.license.activeChatsOf(BERT)).isZero();

    run.activates(as(CARL), chatId);

    assertThat(agentOf(run, chatId)).isEqualTo(ANNA);
  }

  @Test
  void shouldGiveAChatToAnotherWhenTheLastAgentIsNotFree() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(CARL), chatId));
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    run.activates(as(CARL), chatId);

    assertThat(agentOf(run, chatId)).isEqualTo(BERT);
  }

  @Test
  void shouldForgetTheLastAgentWhenToldTo() {
    var run = LicenseRun.withSettings(settings().forgettingTheLastAgent().build()).loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(CARL), chatId));
    run.loggedIn(BERT);
    run.starts(DORA);

    run.activates(as(CARL), chatId);

    assertThat(agentOf(run, chatId)).isEqualTo(BERT);
  }

  @Test
  void shouldFollowAnAgentIntoOtherGroups() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Assigned(ANNA));

    run.license.apply(new AgentConfigured(agent(ANNA, 6), false));
    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Offline());
    run.license.apply(new AgentConfigured(agent(BERT, 6, SALES), false));
    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Assigned(BERT));
  }
}
