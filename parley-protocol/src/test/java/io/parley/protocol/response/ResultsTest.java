package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.response.SampleChats.BY_CARL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventId;
import io.parley.protocol.Api;
import io.parley.protocol.Payload;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.method.RateClass;
import io.parley.protocol.scope.ScopeRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Method METHOD =
      new Method(
          Api.AGENT,
          "start_chat",
          Set.of(Transport.RTM),
          ScopeRule.NONE,
          RateClass.CHANGE,
          Handling.OfConnection.PING);

  private final ResponseRenderer renderer = new ResponseRenderer();

  private Payload result(Result result) {
    return renderer.result(BY_CARL, METHOD, result);
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
