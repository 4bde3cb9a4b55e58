package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import org.junit.jupiter.api.Test;

/// The clients of this library notice what is not as the catalogue promises.
class WireShapesTest {
  private static final String CLOSED = "\"chat_id\": \"PJ0MRSHTDG\", \"thread_id\": \"K600PKZON8\"";

  private static JsonNode json(String text) throws JsonProcessingException {
    return WebClient.JSON.readTree(text);
  }

  private static String answer(String method, String payload) throws JsonProcessingException {
    return WireShapes.problemOfAnswer(
        ApiVersion.V3_1, Api.AGENT, Transport.RTM, method, true, json(payload));
  }

  private static String error(String method, String type) throws JsonProcessingException {
    JsonNode payload = json("{\"error\": {\"type\": \"%s\", \"message\": \"m\"}}".formatted(type));
    return WireShapes.problemOfAnswer(
        ApiVersion.V3_1, Api.AGENT, Transport.RTM, method, false, payload);
  }

  private static String push(String name, String payload) throws JsonProcessingException {
    return WireShapes.problemOfPush(Api.AGENT, name, json(payload));
  }

  @Test
  void shouldAcceptWhatIsPromised() throws JsonProcessingException {
    assertThat(answer("send_event", "{\"event_id\": \"K600PKZON8_1\"}")).isNull();
    assertThat(push("thread_closed", "{" + CLOSED + "}")).isNull();
    assertThat(error("send_event", "chat_inactive")).isNull();
    assertThat(error("send_event", "too_many_requests")).isNull();
  }

  @Test
  void shouldNoticeWhatIsMissingAndWhatIsTooMuch() throws JsonProcessingException {
    assertThat(answer("send_event", "{}")).contains("event_id");
    assertThat(answer("close_thread", "{\"thread_id\": \"K600PKZON8\"}")).contains("thread_id");
    assertThat(push("thread_closed", "{" + CLOSED + ", \"reason\": \"x\"}")).contains("reason");
    assertThat(push("thread_closed", "{" + CLOSED + ", \"user_id\": 7}")).contains("user_id");
  }

  @Test
  void shouldNoticePushesAndErrorsThatNobodyHasDeclared() throws JsonProcessingException {
    assertThat(push("thread_opened", "{}")).contains("thread_opened");
    assertThat(error("follow_chat", "greeting_not_found")).contains("greeting_not_found");
    assertThat(error("follow_chat", "no_such_type")).contains("type");
  }

  @Test
  void shouldNoticeWebhooksThatAreNotAsDescribed() throws JsonProcessingException {
    String body =
        """
        {"webhook_id": "1", "secret_key": "s", "action": "thread_closed", "payload": {%s},
         "additional_data": {}}
        """;

    assertThat(WireShapes.problemOfWebhook(json(body.formatted(CLOSED)))).isNull();
    assertThat(WireShapes.problemOfWebhook(json(body.formatted("")))).contains("chat_id");
    assertThat(WireShapes.problemOfWebhook(json("{\"action\": \"chat_started\"}")))
        .contains("chat_started");
  }
}
