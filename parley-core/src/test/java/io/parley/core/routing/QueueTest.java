package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.continuous;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.StartChat;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.license.ProvisionLicense;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QueueTest {
  private static final GroupId SUPPORT = new GroupId(2);
  private static final Settings MANY = settings().customerChats(99).build();

  /// Anna is in Sales, Bert in Support; each may have one chat.
  private static LicenseRun twoGroups(Settings settings) {
    return LicenseRun.with(
        settings,
        List.of(new Group(SALES, "Sales"), new Group(SUPPORT, "Support")),
        List.of(agent(ANNA, 1, SALES), agent(BERT, 1, SUPPORT)));
  }

  private static boolean flag(LicenseRun run, ChatId chatId, String name) {
    boolean onChat = run.chat(chatId).properties().flag("routing", name);
    boolean onThread = run.chat(chatId).lastThread().properties().flag("routing", name);
    assertThat(onThread).isEqualTo(onChat);
    return onChat;
  }

  private static int position(LicenseRun run, ChatId chatId) {
    return Router.placeOf(run.license, chatId, run.context.now()).orElseThrow().position();
  }

  @Test
  void shouldServeEachGroupFirstComeFirst() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    ChatId busyAnna = run.starts(as(CARL), in(SALES));
    ChatId busyBert = run.starts(as(CARL), in(SUPPORT));
    ChatId first = run.starts(as(CARL), in(SALES));
    ChatId second = run.starts(as(CARL), in(SUPPORT));
    ChatId third = run.starts(as(CARL), in(SALES));
    assertThat(List.of(position(run, first), position(run, second), position(run, third)))
        .containsExactly(1, 1, 2);

    run.result(new CloseThread(as(ANNA), busyAnna));
    assertThat(run.chat(first).presentAgents()).containsExactly(ANNA);
    assertThat(position(run, third)).isEqualTo(1);
    run.result(new CloseThread(as(BERT), busyBert));

    assertThat(run.chat(second).presentAgents()).containsExactly(BERT);
    assertThat(run.license.waitingChats()).containsExactly(third);
  }

  @Test
  void shouldServeAChatOfSeveralGroupsByWhoeverIsFreeFirst() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    run.starts(as(CARL), in(SALES));
    ChatId busyBert = run.starts(as(CARL), in(SUPPORT));
    ChatId sales = run.starts(as(CARL), in(SALES));
    ChatId both = run.starts(as(CARL), in(SALES, SUPPORT));

    run.result(new CloseThread(as(BERT), busyBert));

    assertThat(run.chat(both).presentAgents()).containsExactly(BERT);
    assertThat(run.license.waitingChats()).containsExactly(sales);
  }

  @Test
  void shouldRefuseAChatWhenTheQueueIsFull() {
    var run = twoGroups(settings().customerChats(9).queueLimit(1).build()).loggedIn(ANNA, BERT);
    run.starts(as(CARL), in(SALES));
    run.starts(as(CARL), in(SALES));

    assertThat(run.rejection(new StartChat(as(DORA), in(SALES))).type())
        .isEqualTo(ErrorType.GROUP_UNAVAILABLE);
    assertThat(Router.status(run.license, SALES)).isEqualTo(GroupStatus.OFFLINE);
    ChatId support = run.starts(as(DORA), in(SUPPORT));
    assertThat(run.chat(support).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldLetAContinuousChatBeginAlthoughTheQueueIsFull() {
    var run = twoGroups(settings().customerChats(9).queueLimit(0).build()).loggedIn(ANNA);
    run.starts(as(CARL), in(SALES));

    ChatId chatId =
        run.starts(
            as(CARL),
            new ChatOpening(
                Access.of(SALES), Properties.NONE, Properties.NONE, null, List.of(), true));

    assertThat(flag(run, chatId, "pinned")).isTrue();
    run.result(new CloseThread(as(ANNA), run.chats().getFirst()));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldRefuseAChatWhenAllAreBusyAndNobodyMayWait() {
    var run = twoGroups(settings().customerChats(9).withoutQueue().build()).loggedIn(ANNA);
    run.starts(as(CARL), in(SALES));

    assertThat(run.rejection(new StartChat(as(CARL), in(SALES))).type())
        .isEqualTo(ErrorType.GROUP_UNAVAILABLE);
    assertThat(run.rejection(new StartChat(as(CARL), in(SUPPORT))).type())
        .isEqualTo(ErrorType.GROUPS_OFFLINE);
  }

  @Test
  void shouldNoteThatAQueuedChatIsUnassignedAndNotPinned() {
    var run = twoGroups(MANY).loggedIn(ANNA);
    run.starts(as(CARL), in(SALES));

    ChatId waiting = run.starts(as(CARL), in(SALES));

    assertThat(flag(run, waiting, "unassigned")).isTrue();
    assertThat(flag(run, waiting, "pinned")).isFalse();
  }

  @Test
  void shouldGiveWaitingChatsToWhoAcceptsChatsAgain() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES), agent(BERT, 1, SALES));
    run.loggedIn(ANNA, BERT);
    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.NOT_ACCEPTING_CHATS));
    run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));

    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.ACCEPTING_CHATS));

    assertThat(run.chat(waiting).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldGiveWaitingChatsToAnAgentWhoMayHaveMore() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES)).loggedIn(ANNA);
    run.starts(as(CARL), in(SALES));
    ChatId second = run.starts(as(CARL), in(SALES));
    ChatId third = run.starts(as(CARL), in(SALES));
    var groups = new TreeMap<GroupId, Priority>();
    groups.put(SALES, Priority.NORMAL);

    run.result(
        new ProvisionLicense(
            "Acme",
            null,
            null,
            MANY,
            List.of(),
            List.of(
                new ProvisionLicense.WantedAgent(
                    ANNA, "anna", Permission.NORMAL, null, null, null, 3, groups))));

    assertThat(run.chat(second).presentAgents()).containsExactly(ANNA);
    assertThat(run.chat(third).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldGiveAWaitingChatToAFreeAgentOfAGroupThatGetsAccess() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));

    run.result(new ChangeChatAccess(as(ANNA), waiting, AccessOperation.GRANT, SUPPORT));

    assertThat(run.chat(waiting).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldPassOnTheSlotThatATransferFrees() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    ChatId busyAnna = run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));

    run.result(
        new TransferChat(as(ANNA), busyAnna, new TransferTarget.ToGroups(List.of(SUPPORT)), false));

    assertThat(run.chat(busyAnna).presentAgents()).containsExactly(BERT);
    assertThat(run.chat(waiting).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldPutAChatThatComesBackWhereItsCustomerCame() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES), agent(BERT, 1, SALES));
    run.loggedIn(ANNA, BERT);
    ChatId old = run.starts(as(CARL), in(SALES));
    run.pass(Duration.ofMinutes(1));
    run.starts(as(CARL), in(SALES));
    run.pass(Duration.ofMinutes(1));
    ChatId newer = run.starts(as(DORA), in(SALES));

    run.result(new LogOutAgent(ANNA, "connection-of-" + ANNA));

    assertThat(run.systemMessages(old)).containsExactly("routing.unassigned_signed_out");
    assertThat(run.license.waitingChats()).containsExactly(old, newer);
    assertThat(position(run, newer)).isEqualTo(2);
  }

  @Test
  void shouldEstimateTheWaitByTheLastAssignments() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES)).loggedIn(ANNA);
    ChatId current = run.starts(as(CARL), in(SALES));
    for (int i = 0; i < 6; i++) {
      run.starts(as(CARL), in(SALES));
    }
    ChatId last = run.chats().getLast();
    assertThat(Router.placeOf(run.license, last, run.context.now()).orElseThrow().estimatedWait())
        .isEmpty();
    for (int i = 0; i < 3; i++) {
      run.pass(Duration.ofMinutes(2));
      run.result(new CloseThread(as(ANNA), current));
      current = run.license.activeChatsWith(ANNA).getFirst().id();
    }

    var place = Router.placeOf(run.license, last, run.context.now()).orElseThrow();

    assertThat(place.groupId()).isEqualTo(SALES);
    assertThat(place.position()).isEqualTo(3);
    assertThat(place.estimatedWait()).contains(Duration.ofMinutes(6));
    run.pass(Duration.ofMinutes(20));
    assertThat(
            Router.placeOf(run.license, last, run.context.now())
                .orElseThrow()
                .estimatedWait()
                .orElseThrow())
        .isGreaterThan(Duration.ofMinutes(20));
  }

  @Test
  void shouldCloseWaitingChatsWhenNobodyAcceptsThemAnyMore() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    ChatId served = run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));
    run.starts(as(CARL), in(SUPPORT));
    ChatId elsewhere = run.starts(as(CARL), in(SALES, SUPPORT));
    ChatId continuous =
        run.starts(
            as(CARL),
            new ChatOpening(
                Access.of(SALES), Properties.NONE, Properties.NONE, null, List.of(), true));
    assertThat(flag(run, continuous, "pinned")).isFalse();

    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(run.chat(waiting).active()).isFalse();
    assertThat(run.systemMessages(waiting)).containsExactly("routing.archived_offline");
    assertThat(run.last(ThreadClosed.class).by()).isNull();
    assertThat(run.chat(served).active()).isTrue();
    assertThat(run.chat(elsewhere).active()).isTrue();
    assertThat(flag(run, continuous, "pinned")).isTrue();
    assertThat(flag(run, continuous, "unassigned")).isTrue();
  }

  @Test
  void shouldKeepAPinnedChatThatNobodyAccepts() {
    var run = twoGroups(MANY).loggedIn(ANNA);
    run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));
    run.result(
        new UpdateChatProperties(
            as(ANNA), waiting, Properties.of("routing", "pinned", new Flag(true))));

    run.result(new SetRoutingStatus(ANNA, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(run.chat(waiting).active()).isTrue();
    assertThat(run.chat(waiting).properties().flag("routing", "pinned")).isTrue();
  }

  @Test
  void shouldBeginAContinuousChatWithoutAnyoneAndGiveItToWhoComes() {
    var run = LicenseRun.ofAcme();
    ChatId chatId = run.starts(as(CARL), continuous());
    assertThat(flag(run, chatId, "unassigned")).isTrue();
    assertThat(flag(run, chatId, "pinned")).isTrue();

    run.loggedIn(ANNA);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    assertThat(flag(run, chatId, "unassigned")).isFalse();
    assertThat(flag(run, chatId, "pinned")).isFalse();
    assertThat(run.chat(chatId).properties().flag("routing", "was_pinned")).isTrue();
  }

  @Test
  void shouldKeepAChatPinnedThatItsCustomerLeavesUnserved() {
    var run = LicenseRun.ofAcme();
    ChatId chatId = run.starts(as(CARL), continuous());

    run.result(new CloseThread(as(CARL), chatId));
    assertThat(flag(run, chatId, "pinned")).isTrue();
    run.loggedIn(ANNA);
    run.activates(as(CARL), chatId);

    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    assertThat(run.chat(chatId).properties().flag("routing", "pinned")).isFalse();
    assertThat(run.chat(chatId).properties().flag("routing", "was_pinned")).isTrue();
  }

  @Test
  void shouldPinAChatNoMoreThatAnAgentCloses() {
    var run = LicenseRun.ofAcme();
    ChatId chatId = run.starts(as(CARL), continuous());

    run.result(new CloseThread(as(ANNA), chatId));

    assertThat(flag(run, chatId, "pinned")).isFalse();
    assertThat(run.chat(chatId).properties().flag("routing", "was_pinned")).isTrue();
  }

  @Test
  void shouldLetAnAgentPickAChatFromTheQueue() {
    var run = twoGroups(MANY).loggedIn(ANNA, BERT);
    run.starts(as(CARL), in(SALES));
    ChatId first = run.starts(as(CARL), in(SALES));
    ChatId second = run.starts(as(CARL), in(SALES));

    run.result(new AddUserToChat(as(BERT), second, BERT));

    assertThat(run.license.waitingChats()).containsExactly(first);
    assertThat(flag(run, second, "unassigned")).isFalse();
    assertThat(run.systemMessages(second)).isEmpty();
  }

  @Test
  void shouldKeepAssignmentsAndQueueOverARestart() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES)).loggedIn(ANNA);
    ChatId served = run.starts(as(CARL), in(SALES));
    ChatId first = run.starts(as(CARL), in(SALES));
    ChatId second = run.starts(as(CARL), in(SALES));

    var restarted = run.restarted(ANNA);
    assertThat(restarted.license.waitingChats()).containsExactly(first, second);
    restarted.loggedIn(ANNA);
    assertThat(restarted.chat(served).presentAgents()).containsExactly(ANNA);
    restarted.result(new CloseThread(as(ANNA), served));

    assertThat(restarted.chat(first).presentAgents()).containsExactly(ANNA);
    assertThat(restarted.license.waitingChats()).containsExactly(second);
  }

  @Test
  void shouldMissThoseWhoDoNotComeBackAfterARestart() {
    var run = LicenseRun.with(MANY, agent(ANNA, 1, SALES), agent(BERT, 1)).loggedIn(ANNA, BERT);
    ChatId served = run.starts(as(CARL), in(SALES));
    ChatId waiting = run.starts(as(CARL), in(SALES));
    ChatId byWeb = run.starts(as(BERT), in(SALES));

    var restarted = run.restarted(ANNA);
    restarted.pass(Duration.ofSeconds(59));
    restarted.result(new Tick());
    assertThat(restarted.chat(served).presentAgents()).containsExactly(ANNA);
    assertThat(restarted.chat(waiting).active()).isTrue();
    restarted.pass(Duration.ofSeconds(1));
    assertThat(restarted.license.nextDeadline()).contains(restarted.context.now());
    restarted.result(new Tick());

    assertThat(restarted.chat(served).active()).isFalse();
    assertThat(restarted.systemMessages(served)).containsExactly("routing.archived_offline");
    assertThat(restarted.chat(waiting).active()).isFalse();
    assertThat(restarted.chat(byWeb).presentAgents()).containsExactly(BERT);
  }
}
