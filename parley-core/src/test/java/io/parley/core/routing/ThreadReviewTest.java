package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.saying;
import static io.parley.core.LicenseRun.text;
import static io.parley.core.LicenseRun.whisper;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.SendEvent;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.VisitDetails;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.license.Tick;
import io.parley.core.property.PropertyValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadReviewTest {
  private static final Duration REPLY = Duration.ofMinutes(5);

  private static @Nullable PropertyValue onThread(LicenseRun run, ChatId chatId, String name) {
    return run.chat(chatId).lastThread().properties().get("routing", name);
  }

  private static boolean is(LicenseRun run, ChatId chatId, String name) {
    return new PropertyValue.Flag(true).equals(onThread(run, chatId, name));
  }

  /// Lets time pass, with a tick whenever one is due, as the server does.
  private static void pass(LicenseRun run, Duration time) {
    var end = run.context.now().plus(time);
    while (run.license.nextDeadline().filter(next -> !next.isAfter(end)).isPresent()) {
      var next = run.license.nextDeadline().orElseThrow();
      if (next.isAfter(run.context.now())) {
        run.pass(Duration.between(run.context.now(), next));
      }
      run.result(new Tick());
    }
    run.pass(Duration.between(run.context.now(), end));
  }

  /// A little more than so many minutes, for events come a microsecond apart.
  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes).plusMillis(1);
  }

  @Test
  void shouldMarkAQuietThreadAsIdleOnce() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));

    pass(run, minutes(19));
    assertThat(is(run, chatId, "idle")).isFalse();
    pass(run, minutes(2));

    assertThat(is(run, chatId, "idle")).isTrue();
    assertThat(run.last(EventAdded.class).event().body())
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.idle",
                "Chat is idle due to 20 minutes of inactivity",
                Map.of("duration", "20")));
    pass(run, minutes(8));
    assertThat(run.systemMessages(chatId)).containsExactly("routing.idle");
  }

  @Test
  void shouldCloseAnIdleThreadAsIfNothingHadBeenSaidOfIt() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));

    pass(run, minutes(29));
    assertThat(run.chat(chatId).active()).isTrue();
    pass(run, minutes(1));

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(run.systemMessages(chatId))
        .containsExactly("routing.idle", "routing.archived_inactive");
  }

  @Test
  void shouldCloseAnIdleThreadInTimeAfterARestart() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    pass(run, minutes(25));

    var restarted = run.restarted(ANNA).loggedIn(ANNA);
    pass(restarted, minutes(4));
    assertThat(restarted.chat(chatId).active()).isTrue();
    pass(restarted, minutes(1));

    assertThat(restarted.chat(chatId).active()).isFalse();
  }

  @Test
  void shouldWakeAnIdleThreadByANewEventAndLetItBecomeIdleAgain() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    pass(run, minutes(25));
    run.result(
        new SendEvent(
            as(ANNA),
            chatId,
            NewEvent.of(new EventBody.SystemMessage("note", "by an integration", Map.of())),
            false));
    assertThat(is(run, chatId, "idle")).isTrue();

    run.sends(as(CARL), chatId, text("still here"));

    assertThat(is(run, chatId, "idle")).isFalse();
    pass(run, minutes(19));
    assertThat(is(run, chatId, "idle")).isFalse();
    pass(run, minutes(1));
    assertThat(is(run, chatId, "idle")).isTrue();
  }

  @Test
  void shouldCallAThreadUnrepliedUntilAnAgentAnswersTheCustomer() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    assertThat(is(run, chatId, "unreplied")).isTrue();

    run.sends(as(ANNA), chatId, whisper("who knows this?"));
    assertThat(is(run, chatId, "unreplied")).isTrue();
    run.sends(as(ANNA), chatId, text("hi"));
    assertThat(is(run, chatId, "unreplied")).isFalse();
    int changes = run.changes().size();
    run.sends(as(CARL), chatId, text("and now?"));
    run.sends(as(ANNA), chatId, text("wait"));

    assertThat(run.changes()).hasSize(changes + 2);
    assertThat(is(run, chatId, "unreplied")).isFalse();
  }

  @Test
  void shouldNotCallAThreadUnrepliedThatAnAgentBeginsWithAMessage() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);

    assertThat(is(run, run.starts(as(ANNA), saying("hello")), "unreplied")).isFalse();
  }

  @Test
  void shouldNoteWhereTheCustomerCameFrom() {
    var run = LicenseRun.ofAcme().loggedIn(ANNA);
    run.result(
        new LogInCustomer(
            CARL,
            "c1",
            CustomerDetails.NONE,
            new VisitDetails(
                null, null, "https://search.example/", null, "https://acme.example/shoes", "Shoes"),
            Map.of(),
            null,
            List.of()));

    ChatId chatId = run.starts(CARL);

    assertThat(onThread(run, chatId, "start_url"))
        .isEqualTo(new PropertyValue.Text("https://acme.example/shoes"));
    assertThat(onThread(run, chatId, "referrer"))
        .isEqualTo(new PropertyValue.Text("https://search.example/"));
    assertThat(onThread(run, run.starts(as(ANNA), LicenseRun.continuous()), "start_url")).isNull();
  }

  @Test
  void shouldGiveAChatToAnotherWhoseAgentDoesNotReply() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);

    pass(run, minutes(4));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    pass(run, minutes(1));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    assertThat(run.last(EventAdded.class).event().body())
        .isEqualTo(
            new EventBody.SystemMessage(
                "routing.assigned_inactive",
                "Chat assigned to bert because anna hasn't replied in 5 minutes",
                Map.of("agent_added", "bert", "agent_removed", "anna", "duration", "5")));
    pass(run, minutes(4));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
    pass(run, minutes(1));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
  }

  @Test
  void shouldLeaveAChatWithAnAgentWhoReplies() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    pass(run, minutes(3));
    run.sends(as(ANNA), chatId, text("hi"));
    pass(run, minutes(10));
    run.sends(as(CARL), chatId, text("well?"));
    pass(run, minutes(4));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);

    pass(run, minutes(1));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldNotLetACustomerWhoWritesAgainWaitLonger() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    run.sends(as(ANNA), chatId, text("hi"));
    run.sends(as(CARL), chatId, text("my question"));
    pass(run, minutes(4));
    run.sends(as(CARL), chatId, text("are you there?"));

    pass(run, minutes(1));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldLeaveAChatAsItIsUntilSomebodyElseIsFree() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA, BERT);
    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.NOT_ACCEPTING_CHATS));
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    pass(run, minutes(7));
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    assertThat(run.systemMessages(chatId)).isEmpty();

    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.ACCEPTING_CHATS));
    pass(run, Duration.ofSeconds(15));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT);
  }

  @Test
  void shouldCloseAQuietThreadAlthoughItIsPassedOn() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA, BERT);
    ChatId chatId = run.starts(as(CARL), saying("hello"));

    pass(run, minutes(30));

    assertThat(run.chat(chatId).active()).isFalse();
  }

  @Test
  void shouldReplaceWhoHasTheChatLongestOfSeveral() {
    var run = LicenseRun.withSettings(settings().reply(REPLY).build()).loggedIn(ANNA);
    ChatId chatId = run.starts(as(CARL), saying("hello"));
    run.loggedIn(BERT, LicenseRun.CORA);
    run.result(new AddUserToChat(as(BERT), chatId, BERT));

    pass(run, minutes(5));

    assertThat(run.chat(chatId).presentAgents()).containsExactly(BERT, LicenseRun.CORA);
  }
}
