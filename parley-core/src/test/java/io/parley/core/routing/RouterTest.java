package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouterTest {

  @Test
  void shouldChooseTheAgentWithTheFewestChats() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId first = run.starts(CARL);
    assertThat(run.chat(first).presentAgents()).containsExactly(ANNA);
    run.loggedIn(BERT);

    ChatId second = run.starts(DORA);

    assertThat(run.chat(second).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldChooseOfTheChatsGroupOnly() {
    var run = LicenseRun.ofAcme().loggedIn(BERT, ANNA);

    ChatId chatId = run.starts(as(CARL), in(SALES));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldNotChooseWhoAcceptsNoChats() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(Router.route(run.license, Access.of(SALES))).isEqualTo(new Routing.Offline());
    assertThat(Router.route(run.license, Access.ALL_AGENTS)).isEqualTo(new Routing.Assigned(BERT));
  }

  @Test
  void shouldLetAChatWaitUntilAnAgentIsFree() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 1)).loggedIn(ANNA);
    ChatId first = run.starts(CARL);
    ChatId second = run.starts(DORA);
    assertThat(run.chat(second).presentAgents()).isEmpty();
    assertThat(run.license.waitingChats()).containsExactly(second);

    run.result(new CloseThread(as(CARL), first));

    assertThat(run.chat(second).presentAgents()).containsExactly(ANNA);
    assertThat(run.license.waitingChats()).isEmpty();
    assertThat(run.chat(second).properties().flag("routing", "unassigned")).isFalse();
  }

  @Test
  void shouldAssignWaitingChatsWhenAnAgentLogsIn() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 1), agent(BERT, 5)).loggedIn(ANNA);
    run.starts(CARL);
    ChatId waiting = run.starts(DORA);

    run.loggedIn(BERT);

    assertThat(run.chat(waiting).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldCountAnAgentAsGoneAfterTheGraceTime() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    run.result(new AgentConnectionLost(ANNA, "connection-of-" + ANNA));
    run.result(new Tick());
    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);

    run.pass(Duration.ofSeconds(15));
    run.result(new Tick());

    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.OFFLINE);
    assertThat(run.last(RoutingStatusSet.class).status()).isEqualTo(RoutingStatus.OFFLINE);
  }

  @Test
  void shouldNotCountAnAgentAsGoneWhoCameBackInTime() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    run.result(new AgentConnectionLost(ANNA, "connection-of-" + ANNA));
    run.pass(Duration.ofSeconds(14));
    run.result(new LogInAgent(ANNA, "again", true));
    run.pass(Duration.ofSeconds(14));
    run.result(new Tick());

    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);
  }

  @Test
  void shouldRestoreTheLastStatusOnReconnect() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));
    run.result(new LogOutAgent(ANNA, "connection-of-" + ANNA));
    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.OFFLINE);

    run.result(new LogInAgent(ANNA, "again", true));
    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.NOT_ACCEPTING_CHATS);

    run.result(new LogOutAgent(ANNA, "again"));
    run.result(new LogInAgent(ANNA, "third", false));
    assertThat(run.license.routingStatusOf(ANNA)).isEqualTo(RoutingStatus.ACCEPTING_CHATS);
  }
}
