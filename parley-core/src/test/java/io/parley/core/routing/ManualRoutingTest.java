package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.continuous;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.agent.SignOutAgent;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.event.EventBody;
import io.parley.core.license.Settings;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.AgentId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualRoutingTest {

  private static void leave(LicenseRun run, ChatId chatId, AgentId agentId) {
    run.result(new RemoveUserFromChat(as(agentId), chatId, agentId));
  }

  @Test
  void shouldGiveAChatToAnotherWhenItsLastAgentLeaves() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(CARL);

    leave(run, chatId, ANNA);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.systemMessages(chatId)).containsExactly("agent_left", "routing.assigned_other");
    assertThat(run.last(EventAdded.class).event().body())
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.assigned_other", "Chat assigned to bert", Map.of("agent_added", "bert")));
  }

  @Test
  void shouldNotGiveAChatBackToWhoHasJustLeftIt() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    leave(run, chatId, ANNA);

    assertThat(run.chat(chatId).presentAgents()).isEmpty();
    assertThat(run.license.waitingChats()).containsExactly(chatId);
    assertThat(run.systemMessages(chatId))
        .containsExactly("agent_left", "routing.unassigned_other");
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));
    assertThat(run.chat(chatId).active()).isFalse();
  }

  @Test
  void shouldGiveAChatThatAnAgentLeftToTheNextOther() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    leave(run, chatId, ANNA);

    run.loggedIn(BERT);
    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    run.result(new SignOutAgent(BERT, Departure.REMOTELY_SIGNED_OUT));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldCloseAChatThatItsLastAgentLeavesWhereNobodyMayWait() {
    var run =
        LicenseRun.with(settings().withoutQueue().build(), agent(ANNA, 6, SALES)).loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    leave(run, chatId, ANNA);

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(run.last(EventAdded.class).event().body())
        .isEqualTo(
            new EventBody.SystemMessage("routing.archived_other", "The chat was closed", Map.of()));
  }

  @Test
  void shouldLetAnAgentLeaveARestingChat() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(CARL), chatId));
    int before = run.changes().size();

    leave(run, chatId, ANNA);

    assertThat(run.changes()).hasSize(before + 1);
  }

  @Test
  void shouldLetAnAgentHaveMoreChatsByHandThanTheRouterGives() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 1), agent(BERT, 1)).loggedIn(ANNA);
    run.starts(CARL);
    ChatId waiting = run.starts(DORA);

    run.result(new AddUserToChat(as(ANNA), waiting, ANNA));

    assertThat(run.license.activeChatsOf(ANNA)).isEqualTo(2);
    assertThat(run.license.waitingChats()).isEmpty();
  }

  @Test
  void shouldNotCountWhoSupervises() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(CARL);

    run.result(new FollowChat(as(BERT), chatId));

    assertThat(run.license.activeChatsOf(BERT)).isZero();
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldLetAnAgentTakeAChatOver() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(CARL);
    run.result(new FollowChat(as(BERT), chatId));

    run.result(
        new TransferChat(as(BERT), chatId, new TransferTarget.ToAgents(List.of(BERT)), false));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.chat(chatId).lastThread().properties().get("routing", "last_transfer_timestamp"))
        .isEqualTo(new PropertyValue.Whole(run.context.now().getEpochSecond()));
  }

  @Test
  void shouldNotGiveATransferredChatBackToWhoTransferredIt() {
    var run = LicenseRun.with(Settings.DEFAULTS, agent(ANNA, 6, SALES)).loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    run.result(
        new TransferChat(as(ANNA), chatId, new TransferTarget.ToGroups(List.of(SALES)), true));

    assertThat(run.chat(chatId).presentAgents()).isEmpty();
    assertThat(run.license.waitingChats()).containsExactly(chatId);
  }

  @Test
  void shouldPinAContinuousChatThatIsTransferredToNobody() {
    var run = LicenseRun.ofAcme().loggedIn(BERT);
    ChatId chatId = run.starts(as(CARL), continuous());

    run.result(
        new TransferChat(as(BERT), chatId, new TransferTarget.ToGroups(List.of(SALES)), true));

    assertThat(run.chat(chatId).properties().flag("routing", "pinned")).isTrue();
    run.loggedIn(ANNA);
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }
}
