package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.CONNECTION;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.ChangePushNotifications;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetAwayStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.FollowChat;
import io.parley.core.chat.MarkEventsAsSeen;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.SendRichMessagePostback;
import io.parley.core.chat.SendSneakPeek;
import io.parley.core.chat.SendTypingIndicator;
import io.parley.core.chat.TagThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.UnfollowChat;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.user.AgentId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatDecoderTest {
  private static final ChatId CHAT = new ChatId("PJ0MRSHTDG");

  @Test
  void shouldReadTheRequestsThatNameAChatOnly() {
    String payload = "{chat_id: 'PJ0MRSHTDG'}";

    assertThat(byAgent("close_thread", payload)).isEqualTo(new CloseThread(ANNA, CHAT));
    assertThat(byCustomer("close_thread", payload)).isEqualTo(new CloseThread(CARL, CHAT));
    assertThat(byAgent("follow_chat", payload)).isEqualTo(new FollowChat(ANNA, CHAT));
    assertThat(byAgent("unfollow_chat", payload)).isEqualTo(new UnfollowChat(ANNA, CHAT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | is required
          {"chat_id": null} | is required
          {"chat_id": 5} | must be a string
          {"chat_id": ""} | must not be empty
          {"chat_id": "PJ0 MRSHTDG"} | must not contain U+0020
          {"chat_id": "PJ0'"} | must not contain `'`
          {"chat_id": "żółw"} | must not contain U+017C
          {"chat_id": "0123456789012345678901234567890123456789012345678901234567890123456789"} | must be at most 64 characters long
          """)
  void shouldRefuseWhatCannotBeTheIdOfAChat(String payload, String problem) {
    assertThat(problemOfAgent("close_thread", payload)).isEqualTo("`chat_id`: " + problem);
  }

  @Test
  void shouldReadAnEventToSend() {
    var hello = NewEvent.of(new EventBody.Message("hello world", null));
    String payload =
        "{chat_id: 'PJ0MRSHTDG', event: {type: 'message', text: 'hello world', recipients: 'all'}}";

    assertThat(byAgent("send_event", payload)).isEqualTo(new SendEvent(ANNA, CHAT, hello, false));
    assertThat(byCustomer("send_event", payload))
        .isEqualTo(new SendEvent(CARL, CHAT, hello, false));
    assertThat(
            byAgent("send_event", payload.replace("{chat", "{attach_to_last_thread: true, chat")))
        .isEqualTo(new SendEvent(ANNA, CHAT, hello, true));
    assertThat(problemOfAgent("send_event", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo("`event`: is required");
    assertThat(problemOfAgent("send_event", "{chat_id: 'A', event: {type: 'message', text: 1}}"))
        .isEqualTo("`event.text`: must be a string");
    assertThat(
            problemOfAgent(
                "send_event", payload.replace("{chat", "{attach_to_last_thread: 1, chat")))
        .isEqualTo("`attach_to_last_thread`: must be true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10-12T15:19:21.010200Z, 2017-10-12T15:19:21.010200Z",
    "2017-10-12T15:19:21Z, 2017-10-12T15:19:21Z",
    "2017-10-12t15:19:21z, 2017-10-12T15:19:21Z",
    "2017-10-12T17:19:21.5+02:00, 2017-10-12T15:19:21.500Z",
    "2017-10-12T15:19:21.123456789-00:30, 2017-10-12T15:49:21.123456Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
  })
  void shouldReadAMomentToTheMicrosecond(String text, Instant instant) {
    String payload = "{chat_id: 'PJ0MRSHTDG', seen_up_to: '" + text + "'}";

    assertThat(byAgent("mark_events_as_seen", payload))
        .isEqualTo(new MarkEventsAsSeen(ANNA, CHAT, instant));
    assertThat(byCustomer("mark_events_as_seen", payload))
        .isEqualTo(new MarkEventsAsSeen(CARL, CHAT, instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2017-10-12",
        "2017-10-12T15:19:21",
        "2017-10-12T15:19Z",
        "2017-13-12T15:19:21Z",
        "2017-02-30T15:19:21Z",
        "2017-10-12T25:19:21Z",
        "2017-10-12T15:19:21.0123456789Z",
        "2017-10-12T15:19:21+25:00",
        "+12017-10-12T15:19:21Z",
        "2017-10-12 15:19:21Z",
        "٢٠١٧-10-12T15:19:21Z"
      })
  void shouldRefuseWhatIsNoMoment(String text) {
    assertThat(problemOfAgent("mark_events_as_seen", "{chat_id: 'A', seen_up_to: '" + text + "'}"))
        .startsWith("`seen_up_to`: must be a date and time of RFC 3339");
  }

  @Test
  void shouldRequireAMoment() {
    assertThat(problemOfAgent("mark_events_as_seen", "{chat_id: 'A'}"))
        .isEqualTo("`seen_up_to`: is required");
    assertThat(problemOfAgent("mark_events_as_seen", "{chat_id: 'A', seen_up_to: 1473433500}"))
        .isEqualTo("`seen_up_to`: must be a string");
  }

  @Test
  void shouldReadATypingIndicator() {
    assertThat(byAgent("send_typing_indicator", "{chat_id: 'PJ0MRSHTDG', is_typing: true}"))
        .isEqualTo(new SendTypingIndicator(ANNA, CHAT, Recipients.ALL, true));
    assertThat(
            byAgent(
                "send_typing_indicator",
                "{chat_id: 'PJ0MRSHTDG', recipients: 'agents', is_typing: false}"))
        .isEqualTo(new SendTypingIndicator(ANNA, CHAT, Recipients.AGENTS, false));
    assertThat(problemOfAgent("send_typing_indicator", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo("`is_typing`: is required");
  }

  @Test
  void shouldReadASneakPeekThatMayBeEmpty() {
    assertThat(
            byCustomer(
                "send_sneak_peek", "{chat_id: 'PJ0MRSHTDG', sneak_peek_text: 'hello world'}"))
        .isEqualTo(new SendSneakPeek(CARL, CHAT, "hello world"));
    assertThat(byCustomer("send_sneak_peek", "{chat_id: 'PJ0MRSHTDG', sneak_peek_text: ''}"))
        .isEqualTo(new SendSneakPeek(CARL, CHAT, ""));
    assertThat(problemOfCustomer("send_sneak_peek", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo("`sneak_peek_text`: is required");
    assertThat(
            problemOfCustomer(
                "send_sneak_peek",
                "{chat_id: 'A', sneak_peek_text: '" + "x".repeat(16 * 1024 + 1) + "'}"))
        .isEqualTo("`sneak_peek_text`: must be at most 16 KB in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "accepting_chats, ACCEPTING_CHATS",
    "accepting chats, ACCEPTING_CHATS",
    "not_accepting_chats, NOT_ACCEPTING_CHATS",
    "not accepting chats, NOT_ACCEPTING_CHATS"
  })
  void shouldReadARoutingStatusInBothSpellings(String text, RoutingStatus status) {
    assertThat(byAgent("update_agent", "{routing_status: '" + text + "'}"))
        .isEqualTo(new SetRoutingStatus(ANNA.id(), ANNA.id(), status));
  }

  @Test
  void shouldReadTheStatusOfAnotherAgent() {
    assertThat(
            byAgent(
                "update_agent", "{agent_id: 'bob@example.com', routing_status: 'accepting_chats'}"))
        .isEqualTo(
            new SetRoutingStatus(
                ANNA.id(), new AgentId("bob@example.com"), RoutingStatus.ACCEPTING_CHATS));
    assertThat(byAgent("update_agent", "{agent_id: 'bob@example.com'}"))
        .isEqualTo(new SetRoutingStatus(ANNA.id(), new AgentId("bob@example.com"), null));
    assertThat(problemOfAgent("update_agent", "{routing_status: 'offline'}"))
        .isEqualTo("`routing_status`: must be accepting_chats or not_accepting_chats");
    assertThat(
            problemOfAgent(
                "update_agent", "{agent_id: 'bob smith', routing_status: 'accepting_chats'}"))
        .isEqualTo("`agent_id`: must not contain U+0020");
  }

  @Test
  void shouldReadWhetherAnAgentIsAway() {
    assertThat(byAgent("set_away_status", "{away: true}"))
        .isEqualTo(new SetAwayStatus(ANNA.id(), CONNECTION, true));
    assertThat(problemOfAgent("set_away_status", "{}")).isEqualTo("`away`: is required");
    assertThat(problemOfAgent("set_away_status", "{away: 'true'}"))
        .isEqualTo("`away`: must be true or false");
  }

  @Test
  void shouldReadAPressedButton() {
    String payload =
        "{chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_7',"
            + " postback: {id: 'action_yes', toggled: %s}}";
    var eventId = new EventId(new ThreadId("K600PKZON8"), 7);

    assertThat(byCustomer("send_rich_message_postback", payload.formatted("true")))
        .isEqualTo(new SendRichMessagePostback(CARL, CHAT, eventId, "action_yes", true));
    assertThat(byAgent("send_rich_message_postback", payload.formatted("false")))
        .isEqualTo(new SendRichMessagePostback(ANNA, CHAT, eventId, "action_yes", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `postback`: is required
          {postback: {}} | `chat_id`: is required
          {postback: {}, chat_id: "A"} | `thread_id`: is required
          {postback: {}, chat_id: "A", thread_id: "T"} | `event_id`: is required
          {postback: {}, chat_id: "A", thread_id: "T", event_id: "U_1"} | `event_id`: thread T has no such event
          {postback: {}, chat_id: "A", thread_id: "T", event_id: "T_1"} | `postback.id`: is required
          {postback: {id: "x"}, chat_id: "A", thread_id: "T", event_id: "T_1"} | `postback.toggled`: is required
          """)
  void shouldRefuseAPostbackThatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("send_rich_message_postback", payload)).isEqualTo(problem);
  }

  @Test
  void shouldReadATag() {
    String payload = "{chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', tag: '%s'}";
    var threadId = new ThreadId("K600PKZON8");
    String longest = "ż".repeat(100);

    assertThat(byAgent("tag_chat_thread", payload.formatted("bug report")))
        .isEqualTo(new TagThread(ANNA, CHAT, threadId, "bug report", true));
    assertThat(byAgent("untag_chat_thread", payload.formatted(longest)))
        .isEqualTo(new TagThread(ANNA, CHAT, threadId, longest, false));
    assertThat(problemOfAgent("tag_chat_thread", payload.formatted(longest + "x")))
        .isEqualTo("`tag`: must be at most 100 characters long");
    assertThat(problemOfAgent("tag_chat_thread", payload.formatted("")))
        .isEqualTo("`tag`: must not be empty");
    assertThat(problemOfAgent("tag_chat_thread", "{chat_id: 'A', tag: 'x'}"))
        .isEqualTo("`thread_id`: is required");
  }

  @Test
  void shouldReadWhetherADeviceWantsPushNotifications() {
    assertThat(
            byAgent(
                "change_push_notifications",
                "{firebase_token: 'token', platform: 'android', enabled: true}"))
        .isEqualTo(new ChangePushNotifications(ANNA.id(), "token", "android", true));
    assertThat(problemOfAgent("change_push_notifications", "{platform: 'ios', enabled: true}"))
        .isEqualTo("`firebase_token`: is required");
    assertThat(
            problemOfAgent(
                "change_push_notifications",
                "{firebase_token: 'token', platform: 'windows', enabled: true}"))
        .isEqualTo("`platform`: must be one of android, ios");
    assertThat(
            problemOfAgent(
                "change_push_notifications", "{firebase_token: 'token', platform: 'ios'}"))
        .isEqualTo("`enabled`: is required");
  }
}
