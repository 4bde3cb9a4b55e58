package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What customers see of their place in line.
@ExtendWith(NoErrorsLogged.class)
class QueueOverTheWireTest {
  private static final String ANNA = "anna@example.com";
  private static final String BEN = "ben@example.com";
  private static final String PLACE = "/lc2/queue_pos/value";

  private final ParleyServer server =
      ParleyServer.start(TestLicense.license(100).maxChatsCount(1).agent(ANNA).agent(BEN));

  @AfterEach
  void stop() {
    server.close();
  }

  private static int toldPlace(TestCustomer customer, TestChat chat) {
    return customer
        .sees(
            "chat_thread_properties_updated",
            payload ->
                chat.id().equals(payload.path("chat_id").asText())
                    && payload.path("properties").at(PLACE).isInt())
        .path("properties")
        .at(PLACE)
        .asInt();
  }

  private static JsonNode keptPlace(TestCustomer customer, TestChat chat) {
    return customer
        .does("get_chat_threads", "{chat_id: '%s'}", chat.id())
        .at("/chat/threads/0/properties")
        .at(PLACE);
  }

  @Test
  void shouldTellCustomersHowTheyMoveUpUntilTheyAreServed() {
    TestAgent anna = server.agent(ANNA);
    TestChat busy = server.customer().startsChat("busy");
    anna.sees("incoming_chat_thread", busy);
    TestCustomer carl = server.customer();
    TestCustomer dora = server.customer();
    TestChat ofCarl = carl.startsChat("first");
    TestChat ofDora = dora.startsChat("second");
    assertThat(toldPlace(carl, ofCarl)).isEqualTo(1);
    assertThat(toldPlace(dora, ofDora)).isEqualTo(2);
    assertThat(keptPlace(dora, ofDora).asInt()).isEqualTo(2);

    anna.does("close_thread", "{chat_id: '%s'}", busy.id());
    carl.sees("chat_user_added", ofCarl);
    assertThat(carl.sees("chat_thread_properties_deleted", ofCarl).at("/properties/lc2").toString())
        .contains("queue_pos");
    assertThat(keptPlace(carl, ofCarl).isMissingNode()).isTrue();
    server.passTime(Duration.ofSeconds(6));
    assertThat(toldPlace(dora, ofDora)).isEqualTo(1);

    anna.does("close_thread", "{chat_id: '%s'}", ofCarl.id());
    dora.sees("chat_user_added", ofDora);
    dora.sees("chat_thread_properties_deleted", ofDora);
    assertThat(keptPlace(dora, ofDora).isMissingNode()).isTrue();
  }

  @Test
  void shouldTellPlacesToNobodyButWhoIsInTheChat() {
    TestAgent anna = server.agent(ANNA);
    anna.sees("incoming_chat_thread", server.customer().startsChat("busy"));
    TestCustomer carl = server.customer();

    toldPlace(carl, carl.startsChat("waits"));

    anna.sawNo("chat_thread_properties_updated");
  }
}
