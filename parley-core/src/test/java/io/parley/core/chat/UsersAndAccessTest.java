package io.parley.core.chat;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Command;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.RichElement;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersAndAccessTest {
  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA);
  private final ChatId chatId = run.starts(CARL);

  private String lastMessage() {
    return ((EventBody.SystemMessage) run.last(EventAdded.class).event().body()).messageType();
  }

  private Command toAgents(boolean force, AgentId... agents) {
    return new TransferChat(as(ANNA), chatId, new TransferTarget.ToAgents(List.of(agents)), force);
  }

  @Test
  void shouldSayWhoAddedAndWhoJoined() {
    run.result(new AddUserToChat(as(ANNA), chatId, BERT));
    assertThat(lastMessage()).isEqualTo("agent_added");
    run.result(new AddUserToChat(as(CORA), chatId, CORA));
    assertThat(lastMessage()).isEqualTo("agent_joined");
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA, BERT, CORA);

    run.result(new RemoveUserFromChat(as(CORA), chatId, CORA));
    assertThat(lastMessage()).isEqualTo("agent_left");
    run.result(new RemoveUserFromChat(as(ANNA), chatId, BERT));
    assertThat(lastMessage()).isEqualTo("agent_removed");
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldNotAddASecondCustomer() {
    assertThat(run.rejection(new AddUserToChat(as(ANNA), chatId, DORA)).message())
        .contains("customer already");
  }

  @Test
  void shouldGiveAChatToAnotherAgent() {
    run.loggedIn(BERT);

    run.result(toAgents(false, BERT));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(lastMessage()).isEqualTo("chat_transferred");
    assertThat(run.license.activeChatsOf(ANNA)).isZero();
    assertThat(run.license.activeChatsOf(BERT)).isEqualTo(1);
  }

  @Test
  void shouldGiveAChatToAnAgentWhoIsOfflineOnlyByForce() {
    assertThat(run.rejection(toAgents(false, BERT)).type()).isEqualTo(ErrorType.AGENT_OFFLINE);

    run.result(toAgents(true, BERT));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldGiveAChatToAGroup() {
    run.loggedIn(BERT);
    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));
    Command toSales =
        new TransferChat(as(ANNA), chatId, new TransferTarget.ToGroups(List.of(SALES)), false);
    assertThat(run.rejection(toSales).type()).isEqualTo(ErrorType.GROUP_UNAVAILABLE);

    run.result(
        new TransferChat(as(ANNA), chatId, new TransferTarget.ToGroups(List.of(SALES)), true));

    assertThat(run.chat(chatId).access()).isEqualTo(Access.of(SALES));
    assertThat(run.chat(chatId).presentAgents()).isEmpty();
    assertThat(run.license.waitingChats()).containsExactly(chatId);
  }

  @Test
  void shouldPassAChatOnWithinItsGroups() {
    run.loggedIn(BERT);

    run.result(new TransferChat(as(ANNA), chatId, null, false));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldGrantRevokeAndSetAccess() {
    access(AccessOperation.SET, SALES);
    assertThat(run.chat(chatId).access()).isEqualTo(Access.of(SALES));
    assertThat(run.chat(chatId).lastThread().access()).isEqualTo(Access.of(SALES));
    access(AccessOperation.GRANT, GroupId.ALL);
    assertThat(run.chat(chatId).access()).isEqualTo(Access.of(SALES, GroupId.ALL));
    access(AccessOperation.REVOKE, SALES);
    assertThat(run.chat(chatId).access()).isEqualTo(Access.ALL_AGENTS);
    assertThat(
            run.rejection(
                    new ChangeChatAccess(as(ANNA), chatId, AccessOperation.SET, new GroupId(99)))
                .message())
        .contains("access.id");
  }

  private void access(AccessOperation operation, GroupId groupId) {
    run.result(new ChangeChatAccess(as(ANNA), chatId, operation, groupId));
  }

  @Test
  void shouldTagOnce() {
    ThreadId threadId = run.chat(chatId).lastThread().id();
    run.result(new TagThread(as(ANNA), chatId, threadId, "bug", true));
    int changes = run.changes().size();
    run.result(new TagThread(as(ANNA), chatId, threadId, "bug", true));
    assertThat(run.changes()).hasSize(changes);
    assertThat(run.chat(chatId).lastThread().tags()).containsExactly("bug");

    run.result(new TagThread(as(ANNA), chatId, threadId, "bug", false));
    assertThat(run.chat(chatId).lastThread().tags()).isEmpty();
  }

  @Test
  void shouldNoteWhoPressedAButton() {
    var button = new RichElement.Button("yes", null, null, null, "action_yes", List.of());
    var cards =
        new EventBody.RichMessage(
            "cards", List.of(new RichElement("Well?", null, null, List.of(button))));
    var event = run.sends(as(ANNA), chatId, NewEvent.of(cards));

    run.result(new SendRichMessagePostback(as(CARL), chatId, event.id(), "action_yes", true));

    var sent = run.last(PostbackSent.class);
    var pressed = (EventBody.RichMessage) sent.event().body();
    assertThat(pressed.elements().getFirst().buttons().getFirst().userIds()).containsExactly(CARL);
    assertThat(run.audienceOf(sent).members()).containsExactly(ANNA);
    assertThat(
            run.rejection(new SendRichMessagePostback(as(CARL), chatId, event.id(), "nope", true))
                .message())
        .contains("postback.id");
  }

  @Test
  void shouldNotAnnounceAPostbackInAClosedThread() {
    var button = new RichElement.Button("yes", null, null, null, "action_yes", List.of());
    var cards =
        new EventBody.RichMessage(
            "cards", List.of(new RichElement("Well?", null, null, List.of(button))));
    var event = run.sends(as(ANNA), chatId, NewEvent.of(cards));
    run.result(new CloseThread(as(ANNA), chatId));

    run.result(new SendRichMessagePostback(as(CARL), chatId, event.id(), "action_yes", true));

    assertThat(run.audienceOf(run.last(PostbackSent.class)).isEmpty()).isTrue();
  }
}
