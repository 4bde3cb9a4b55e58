package io.parley.core.chat;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.DORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.continuous;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.LicenseRun.saying;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.group.GroupId;
import io.parley.core.license.Settings;
import io.parley.core.license.Tick;
import io.parley.core.user.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThreadRulesTest {

  @Test
  void shouldGiveANewChatANewActiveThread() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);

    ChatId chatId = run.starts(CARL);

    ChatThread thread = run.chat(chatId).activeThread().orElseThrow();
    assertThat(thread.ordinal()).isEqualTo(1);
    assertThat(run.license.chatsOf(CARL)).containsExactly(chatId);
  }

  @Test
  void shouldBeginAThreadWithItsInitialEvents() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);

    var started = (Result.ChatStarted) run.result(new StartChat(as(CARL), saying("one", "two")));

    ThreadId threadId = started.threadId();
    assertThat(started.eventIds())
        .containsExactly(new EventId(threadId, 1), new EventId(threadId, 2));
    var events = run.last(ThreadStarted.class).initialEvents();
    assertThat(events.get(1).createdAt()).isAfter(events.get(0).createdAt());
    assertThat(run.sends(as(CARL), started.chatId(), text("three")).id().number()).isEqualTo(3);
  }

  @Test
  void shouldKeepAChatOpenThroughManyThreads() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    for (int ordinal = 2; ordinal < 5; ordinal++) {
      run.result(new CloseThread(as(CARL), chatId));
      run.pass(Duration.ofDays(3));
      run.activates(as(CARL), chatId);
      assertThat(run.chat(chatId).activeThread().orElseThrow().ordinal()).isEqualTo(ordinal);
    }
  }

  @Test
  void shouldRefuseToActivateAnActiveChat() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    assertThat(run.rejection(new ActivateChat(as(CARL), chatId, ChatOpening.PLAIN)))
        .isEqualTo(new Rejection.ChatAlreadyActive(chatId));
  }

  @Test
  void shouldRefuseAnEventWhenNoThreadIsActive() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(ANNA), chatId));

    assertThat(run.rejection(new SendEvent(as(CARL), chatId, text("late"), false)))
        .isEqualTo(new Rejection.ChatInactive(chatId));
  }

  @Test
  void shouldAttachAnEventToTheLastThreadWhenAsked() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(ANNA), chatId));
    ThreadId last = run.chat(chatId).lastThread().id();

    run.result(new SendEvent(as(CARL), chatId, text("late"), true));

    assertThat(run.last(EventAdded.class).event().id().threadId()).isEqualTo(last);
    assertThat(run.chat(chatId).active()).isFalse();
  }

  @Test
  void shouldStampEventsWithinOneMicrosecondApart() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    Event first = run.sends(as(CARL), chatId, text("a"));
    Event second = run.sends(as(ANNA), chatId, text("b"));

    assertThat(second.createdAt()).isEqualTo(first.createdAt().plusNanos(1000));
  }

  @Test
  void shouldSayWhoClosedTheThread() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    run.result(new CloseThread(as(ANNA), chatId));

    assertThat(run.last(EventAdded.class).event().body())
        .isEqualTo(
            new EventBody.SystemMessage(
                "manual_archived_agent",
                "anna archived the chat",
                java.util.Map.of("agent", "anna")));
    assertThat(run.last(ThreadClosed.class).by()).isEqualTo(ANNA);
  }

  @Test
  void shouldCloseAnInactiveThreadByTheRouter() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.pass(Duration.ofMinutes(29));
    run.sends(as(CARL), chatId, text("still here"));
    run.pass(Duration.ofMinutes(29));
    run.result(new Tick());
    assertThat(run.chat(chatId).active()).isTrue();

    run.pass(Duration.ofMinutes(2));
    run.result(new Tick());

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(run.last(ThreadClosed.class).by()).isNull();
    assertThat(((EventBody.SystemMessage) run.last(EventAdded.class).event().body()).messageType())
        .isEqualTo("routing.archived_inactive");
    run.activates(as(CARL), chatId);
    assertThat(run.chat(chatId).active()).isTrue();
  }

  @Test
  void shouldGiveACustomerOneChatUnlessTheLicenseAllowsMore() {
    var one = LicenseRun.ofAcme().loggedIn(ANNA);
    one.starts(CARL);
    assertThat(one.rejection(new StartChat(as(CARL), ChatOpening.PLAIN)))
        .isEqualTo(new Rejection.ChatLimitReached(CARL, 1));
    assertThat(new Rejection.ChatLimitReached(CARL, 1).type()).isEqualTo(ErrorType.LIMIT_REACHED);

    var d = Settings.DEFAULTS;
    var two =
        LicenseRun.withSettings(
                new Settings(
                    d.threadInactivityTimeout(),
                    d.threadIdleTimeout(),
                    d.agentReplyTimeout(),
                    d.agentDisconnectGrace(),
                    true,
                    100,
                    2,
                    false))
            .loggedIn(ANNA);
    two.starts(CARL);
    two.starts(CARL);
    assertThat(two.rejection(new StartChat(as(CARL), ChatOpening.PLAIN)))
        .isEqualTo(new Rejection.ChatLimitReached(CARL, 2));
  }

  @Test
  void shouldTakeMessagesAlthoughTheOtherSideIsOffline() {
    var run = LicenseRun.ofAcme();
    ChatId chatId = run.starts(as(CARL), continuous());

    Event event = run.sends(as(CARL), chatId, text("anybody?"));

    assertThat(run.eventsOf(event.id().threadId())).contains(event);
  }

  @Test
  void shouldRefuseAChatWhenNobodyAcceptsChats() {
    var run = LicenseRun.ofAcme().loggedIn(BERT);

    assertThat(run.rejection(new StartChat(as(CARL), in(SALES))))
        .isEqualTo(new Rejection.GroupsOffline());
    assertThat(run.rejection(new StartChat(as(CARL), in(new GroupId(77)))))
        .isEqualTo(new Rejection.GroupNotFound("chat.access.group_ids", new GroupId(77)));
  }

  @Test
  void shouldLetFollowersGoWhenTheChatIsActivated() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(as(CARL), in(SALES));
    run.result(new FollowChat(as(BERT), chatId));
    run.result(new CloseThread(as(ANNA), chatId));
    assertThat(run.chat(chatId).followers()).containsExactly(BERT);

    run.activates(as(ANNA), chatId);

    assertThat(run.chat(chatId).followers()).isEmpty();
  }

  @Test
  void shouldCountChatsAndThreadsOfTheCustomer() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);
    run.result(new CloseThread(as(CARL), chatId));
    run.activates(as(CARL), chatId);

    var statistics = run.license.customerOrNull(CARL).statistics();

    assertThat(statistics.chats()).isEqualTo(1);
    assertThat(statistics.threads()).isEqualTo(2);
  }

  @Test
  void shouldPutAnAgentWhoStartsAChatIntoIt() {
    var run = LicenseRun.ofAcme();

    ChatId chatId =
        run.starts(
            as(BERT),
            new ChatOpening(
                null,
                io.parley.core.property.Properties.NONE,
                io.parley.core.property.Properties.NONE,
                DORA,
                java.util.List.of(),
                null));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.chat(chatId).customerId()).contains(DORA);
    assertThat(run.license.chatsOf(DORA)).containsExactly(chatId);
  }

  @Test
  void shouldCloseOnBehalfOfTheSystemWithoutAMessage() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(CARL);

    run.result(new CloseThread(new Caller.BySystem(), chatId));

    assertThat(run.last(ThreadClosed.class).by()).isNull();
    assertThat(run.eventsOf(run.chat(chatId).lastThread().id())).isEmpty();
  }
}
