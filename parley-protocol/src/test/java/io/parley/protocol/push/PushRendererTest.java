package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.GONE;
import static io.parley.protocol.json.Acme.GONE_PUBLIC;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.Change;
import io.parley.core.Json;
import io.parley.core.agent.AgentConfigured;
import io.parley.core.agent.AgentConnected;
import io.parley.core.agent.AgentDisconnected;
import io.parley.core.agent.AwayStatusSet;
import io.parley.core.agent.LetterPosted;
import io.parley.core.agent.PushNotificationsChanged;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.RoutingStatusSet;
import io.parley.core.chat.ChatUnfollowed;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventsSeen;
import io.parley.core.chat.InactivityReviewed;
import io.parley.core.chat.SneakPeeked;
import io.parley.core.chat.ThreadClosed;
import io.parley.core.chat.TypingIndicated;
import io.parley.core.customer.CustomerConnected;
import io.parley.core.customer.CustomerDisconnected;
import io.parley.core.event.Recipients;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.license.GroupConfigured;
import io.parley.core.license.LicenseConfigured;
import io.parley.core.license.Multicast;
import io.parley.core.license.Multicasted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushRendererTest {
  @Test
  void shouldTellOfAnEvent() {
    String push =
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event": {
            "id": "K600PKZON8_5",
            "created_at": "2020-05-01T10:00:00.000005Z",
            "type": "message",
            "author_id": "%s",
            "recipients": "all",
            "text": "Hello"
          }
        }
        """;

    assertPushes(
        new EventAdded(CHAT_ID, message(5, ANNA.id(), Recipients.ALL, "Hello")),
        "incoming_event",
        push.formatted("anna@acme.example"),
        push.formatted(ANNA.publicId()));
  }

  @Test
  void shouldTellAgentsAloneOfAnEventForAgents() {
    assertPushes(
        new EventAdded(CHAT_ID, message(5, ANNA.id(), Recipients.AGENTS, "psst")),
        "incoming_event",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event": {
            "id": "K600PKZON8_5",
            "created_at": "2020-05-01T10:00:00.000005Z",
            "type": "message",
            "author_id": "anna@acme.example",
            "recipients": "agents",
            "text": "psst"
          }
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellWhoClosedAThread() {
    String push =
        """
        {"chat_id": "PJ0MRSHTDG", "thread_id": "K600PKZON8", "user_id": "%s"}
        """;

    assertPushes(
        new ThreadClosed(CHAT_ID, THREAD_ID, GONE, at("2020-05-01T11:00:00Z")),
        "thread_closed",
        push.formatted("gone@acme.example"),
        push.formatted(GONE_PUBLIC));
  }

  @Test
  void shouldTellThatTheRouterClosedAThreadByNamingNobody() {
    String push = "{\"chat_id\": \"PJ0MRSHTDG\", \"thread_id\": \"K600PKZON8\"}";

    assertPushes(
        new ThreadClosed(CHAT_ID, THREAD_ID, null, at("2020-05-01T11:00:00Z")),
        "thread_closed",
        push,
        push);
  }

  @Test
  void shouldTellWhatWasSeen() {
    String push =
        """
        {
          "user_id": "%s",
          "chat_id": "PJ0MRSHTDG",
          "seen_up_to": "2017-10-12T15:19:21.010200Z"
        }
        """;

    assertPushes(
        new EventsSeen(CHAT_ID, ANNA.id(), at("2017-10-12T15:19:21.0102Z")),
        "events_marked_as_seen",
        push.formatted("anna@acme.example"),
        push.formatted(ANNA.publicId()));
  }

  private static final String TYPING =
      """
      {
        "chat_id": "PJ0MRSHTDG",
        "thread_id": "K600PKZON8",
        "typing_indicator": {
          "author_id": "%s",
          "recipients": "%s",
          "timestamp": 1574245378,
          "is_typing": %s
        }
      }
      """;

  private static TypingIndicated typing(Recipients recipients, boolean typing) {
    return new TypingIndicated(
        CHAT_ID, THREAD_ID, ANNA.id(), recipients, typing, at("2019-11-20T10:22:58.9Z"));
  }

  @Test
  void shouldTellWhoIsTyping() {
    assertPushes(
        typing(Recipients.ALL, true),
        "incoming_typing_indicator",
        TYPING.formatted("anna@acme.example", "all", true),
        TYPING.formatted(ANNA.publicId(), "all", true));
  }

  @Test
  void shouldTellAgentsAloneWhoIsTypingForAgents() {
    assertPushes(
        typing(Recipients.AGENTS, false),
        "incoming_typing_indicator",
        TYPING.formatted("anna@acme.example", "agents", false),
        NOTHING);
  }

  @Test
  void shouldShowAgentsAloneWhatACustomerIsTyping() {
    assertPushes(
        new SneakPeeked(CHAT_ID, THREAD_ID, CARL, "Hel", at("2019-11-20T10:22:58Z"), true),
        "incoming_sneak_peek",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "sneak_peek": {
            "author_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
            "recipients": "all",
            "text": "Hel",
            "timestamp": 1574245378
          }
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellAgentsAloneOfARoutingStatus() {
    String push = "{\"agent_id\": \"anna@acme.example\", \"routing_status\": \"%s\"}";

    assertPushes(
        new RoutingStatusSet(ANNA.id(), RoutingStatus.NOT_ACCEPTING_CHATS),
        "agent_updated",
        push.formatted("not_accepting_chats"),
        NOTHING);
    assertPushes(
        new RoutingStatusSet(ANNA.id(), RoutingStatus.OFFLINE),
        "agent_updated",
        push.formatted("offline"),
        NOTHING);
  }

  @Test
  void shouldTellOfAMessageOutsideOfChats() {
    String push = "{\"author_id\": \"%s\", \"content\": %s, \"type\": \"type1\"}";
    var scope = new Multicast.Scope(true, List.of(), List.of(), List.of(CARL));

    for (String content : List.of("{\"example\": {\"nested\": \"json\"}}", "[1, null]", "\"x\"")) {
      assertPushes(
          new Multicasted(ANNA.id(), scope, new Json(content), "type1"),
          "incoming_multicast",
          push.formatted("anna@acme.example", content),
          push.formatted(ANNA.publicId(), content));
    }
    assertPushes(
        new Multicasted(null, scope, new Json("{}"), null),
        "incoming_multicast",
        "{\"content\": {}}",
        "{\"content\": {}}");
  }

  static List<Change> changesWithoutAPush() {
    return List.of(
        new ChatUnfollowed(CHAT_ID, ANNA.id()),
        new InactivityReviewed(CHAT_ID, at("2020-05-01T11:00:00Z")),
        new AgentConfigured(ANNA, false),
        new AgentConnected(ANNA.id(), "c1"),
        new AgentDisconnected(ANNA.id(), "c1", true, at("2020-05-01T11:00:00Z")),
        new AwayStatusSet(ANNA.id(), "c1", true),
        new CustomerConnected(CARL, "c2"),
        new CustomerDisconnected(CARL, "c2", at("2020-05-01T11:00:00Z")),
        new LetterPosted(ANNA.id(), LetterPosted.Subject.INVITATION, List.of(ANNA.id())),
        new PushNotificationsChanged(ANNA.id(), "token", "ios", true),
        new GroupConfigured(new Group(new GroupId(1), "Sales"), true),
        new LicenseConfigured(LICENSE.profile()));
  }

  @ParameterizedTest
  @MethodSource("changesWithoutAPush")
  void shouldHaveNoPushForWhatConcernsNobody(Change change) {
    assertPushes(change, "", NOTHING, NOTHING);
  }
}
