package io.parley.protocol.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.json.Acme;
import org.junit.jupiter.api.Test;

class EncodedPushTest {

  @Test
  void shouldCarryTheRequestIdOnlyWhereTheRequestWasMade() {
    EncodedPush push = Frames.push("thread_closed", Payload.EMPTY);

    assertThat(push.frameFor(null))
        .isEqualTo("{\"action\":\"thread_closed\",\"type\":\"push\",\"payload\":{}}");
    assertThat(push.frameFor("1"))
        .isEqualTo(
            "{\"request_id\":\"1\",\"action\":\"thread_closed\",\"type\":\"push\",\"payload\":{}}");
  }

  @Test
  void shouldQuoteTheRequestId() {
    EncodedPush push = Frames.push("thread_closed", Payload.EMPTY);

    assertThat(Acme.json(push.frameFor("a\"b\\\n")).path("request_id").asText())
        .isEqualTo("a\"b\\\n");
  }

  @Test
  void shouldSayWhyAnAgentIsDisconnected() {
    assertThat(Acme.json(Disconnections.agent("connection_timeout").frameFor(null)))
        .isEqualTo(
            Acme.json(
                """
                {
                  "action": "agent_disconnected",
                  "type": "push",
                  "payload": {"reason": "connection_timeout"}
                }
                """));
    assertThat(Acme.json(Disconnections.agent("misdirected_connection", "fra").frameFor(null)))
        .isEqualTo(
            Acme.json(
                """
                {
                  "action": "agent_disconnected",
                  "type": "push",
                  "payload": {"reason": "misdirected_connection", "data": {"region": "fra"}}
                }
                """));
  }

  @Test
  void shouldSayWhyACustomerIsDisconnected() {
    assertThat(Acme.json(Disconnections.customer("internal_error").frameFor(null)))
        .isEqualTo(
            Acme.json(
                """
                {
                  "action": "customer_disconnected",
                  "type": "push",
                  "payload": {"reason": "internal_error"}
                }
                """));
    assertThat(Acme.json(Disconnections.customer("misdirected_connection", "dal").frameFor(null)))
        .isEqualTo(
            Acme.json(
                """
                {
                  "action": "customer_disconnected",
                  "type": "push",
                  "payload": {"reason": "misdirected_connection", "data": {"region": "dal"}}
                }
                """));
  }
}
