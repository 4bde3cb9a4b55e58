package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_FOR_AGENTS;
import static io.parley.protocol.json.Acme.CARL_FOR_CUSTOMERS;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_CARL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventId;
import io.parley.core.group.GroupId;
import io.parley.core.routing.GroupStatus;
import io.parley.protocol.Api;
import io.parley.protocol.Payload;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.method.RateClass;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final ResponseRenderer renderer = new ResponseRenderer();

  private static Method method(String name) {
    return new Method(
        Api.AGENT,
        name,
        Set.of(Transport.RTM),
        ScopeRule.NONE,
        RateClass.CHANGE,
        Handling.OfConnection.PING);
  }

  private Payload result(Result result) {
    return renderer.result(BY_CARL, method("start_chat"), result);
  }

  @Test
  void shouldAnswerAnAgentWithTheCustomerAsItIsAndUnderItsName() {
    assertJson(
        renderer.result(
            BY_ANNA, method("update_customer"), new Result.CustomerUpdated(CARL_PROFILE)),
        "{%1$s, \"customer\": {%1$s}}".formatted(CARL_FOR_AGENTS));
  }

  @Test
  void shouldAnswerACustomerWithWhatIsKnownOfHimUnlessHeSetFields() {
    var updated = new Result.CustomerUpdated(CARL_PROFILE);

    assertJson(
        renderer.result(BY_CARL, method("update_customer"), updated),
        "{" + CARL_FOR_CUSTOMERS + "}");
    assertJson(renderer.result(BY_CARL, method("set_customer_fields"), updated), "{}");
  }

  @Test
  void shouldAnswerWithTheChatThatIsFollowedOrNotAnyMoreOverRtmAlone() {
    var followed = new Result.ChatFollowed(CHAT_ID);
    var unfollowed = new Result.ChatUnfollowed(CHAT_ID);
    var overWeb = new Call(BY_ANNA.version(), BY_ANNA.caller(), null);
    var overRtm = new Call(BY_ANNA.version(), BY_ANNA.caller(), "connection");

    assertJson(renderer.result(overWeb, method("follow_chat"), followed), "{}");
    assertJson(renderer.result(overWeb, method("unfollow_chat"), unfollowed), "{}");
    assertJson(
        renderer.result(overRtm, method("follow_chat"), followed), "{\"chat_id\": \"PJ0MRSHTDG\"}");
    assertJson(
        renderer.result(overRtm, method("unfollow_chat"), unfollowed),
        "{\"chat_id\": \"PJ0MRSHTDG\"}");
  }

  @Test
  void shouldAnswerWithThePredictedAgentInBothForms() {
    String agent =
        """
        "id": "a0aa0000000000000000000000000001",
        "type": "agent",
        "name": "Anna",
        "avatar": "https://acme.example/Anna.png",
        "job_title": "Support",
        "is_bot": false
        """;

    assertJson(
        result(new Result.AgentPredicted(ANNA)), "{%1$s, \"agent\": {%1$s}}".formatted(agent));
  }

  @Test
  void shouldAnswerWithTheStatusOfEachGroup() {
    var statuses = new TreeMap<GroupId, GroupStatus>();
    statuses.put(new GroupId(1), GroupStatus.ONLINE);
    statuses.put(new GroupId(2), GroupStatus.OFFLINE);
    statuses.put(new GroupId(3), GroupStatus.ONLINE_FOR_QUEUE);

    assertJson(
        result(new Result.GroupStatuses(statuses)),
        "{\"groups_status\": {\"1\": \"online\", \"2\": \"offline\", \"3\": \"online_for_queue\"}}");
    assertJson(result(new Result.GroupStatuses(new TreeMap<>())), "{\"groups_status\": {}}");
  }

  @Test
  void shouldAnswerWhatHasNoContentWithAnEmptyObject() {
    assertJson(result(Result.Done.DONE), "{}");
    assertJson(result(new Result.Viewed(LICENSE)), "{}");
  }

  @Test
  void shouldAnswerAStartedChatWithItsIds() {
    assertJson(
        result(new Result.ChatStarted(CHAT_ID, THREAD_ID, List.of())),
        "{\"chat_id\": \"PJ0MRSHTDG\", \"thread_id\": \"K600PKZON8\"}");
    assertJson(
        result(
            new Result.ChatStarted(
                CHAT_ID, THREAD_ID, List.of(new EventId(THREAD_ID, 1), new EventId(THREAD_ID, 2)))),
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_ids": ["K600PKZON8_1", "K600PKZON8_2"]
        }
        """);
  }

  @Test
  void shouldAnswerAnActivatedChatWithItsThread() {
    assertJson(
        result(new Result.ChatActivated(THREAD_ID, List.of())), "{\"thread_id\": \"K600PKZON8\"}");
    assertJson(
        result(new Result.ChatActivated(THREAD_ID, List.of(new EventId(THREAD_ID, 1)))),
        "{\"thread_id\": \"K600PKZON8\", \"event_ids\": [\"K600PKZON8_1\"]}");
  }

  @Test
  void shouldAnswerASentEventWithItsId() {
    assertJson(
        result(new Result.EventSent(new EventId(THREAD_ID, 12))),
        "{\"event_id\": \"K600PKZON8_12\"}");
  }

  @Test
  void shouldAnswerARegisteredCustomerWithTheId() {
    assertJson(
        result(new Result.CustomerRegistered(Customer.unknown(CARL, at("2020-01-01T00:00:00Z")))),
        "{\"customer_id\": \"b7eff798-f8df-4364-8059-649c35c9ed0c\"}");
  }

  @Test
  void shouldNotTakeALoginForAPlainResult() {
    var login = new Result.AgentLoggedIn(ANNA, RoutingStatus.ACCEPTING_CHATS, LICENSE);

    assertThatThrownBy(() -> result(login)).isInstanceOf(IllegalArgumentException.class);
  }
}
