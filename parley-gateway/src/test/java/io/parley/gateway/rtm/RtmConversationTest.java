package io.parley.gateway.rtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.testing.Acme;
import io.parley.gateway.testing.RtmClient;
import io.parley.gateway.testing.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over connections while people talk.
class RtmConversationTest {
  private TestServer server;
  private RtmClient anna;
  private RtmClient carl;

  @BeforeEach
  void start() {
    server = TestServer.start();
    anna = server.agent("anna");
    carl = server.customer("carl");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject message(String chatId, String text) {
    return new JsonObject().put("chat_id", chatId).put("event", event(text));
  }

  private static JsonObject event(String text) {
    return new JsonObject().put("type", "message").put("text", text).put("recipients", "all");
  }

  private String startChat() {
    JsonObject thread = new JsonObject().put("events", new JsonArray().add(event("hello")));
    return carl.call(
            "start_chat", new JsonObject().put("chat", new JsonObject().put("thread", thread)))
        .getString("chat_id");
  }

  private static List<String> actions(RtmClient client) {
    return client.received().stream()
        .map(frame -> frame.getString("type") + " " + frame.getString("action"))
        .toList();
  }

  @Test
  void shouldBringMessagesBothWays() {
    String chatId = startChat();
    assertThat(anna.push("incoming_chat_thread").encode()).contains("hello");
    anna.forget();

    carl.call("send_event", message(chatId, "is anyone there?"));
    assertThat(anna.push("incoming_event").encode()).contains("is anyone there?");
    carl.forget();
    anna.call("send_event", message(chatId, "here I am"));
    assertThat(carl.push("incoming_event").encode()).contains("here I am");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 60_000})
  void shouldBringFramesOfEveryLength(int length) {
    String id = "r".repeat(length);

    JsonObject request = new JsonObject().put("request_id", id).put("action", "ping");
    JsonObject answer = anna.send(request.encode()).response(id);

    assertThat(answer.getString("action")).isEqualTo("ping");
  }

  @Test
  void shouldBringFramesOfMoreThanSixteenBitsOfLength() {
    String text = "ü".repeat(8_000);
    var events = new JsonArray();
    for (int i = 0; i < 4; i++) {
      events.add(event(text + i));
    }
    carl.call(
        "start_chat",
        new JsonObject()
            .put("chat", new JsonObject().put("thread", new JsonObject().put("events", events))));

    String push = anna.push("incoming_chat_thread").encode();

    assertThat(push.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(0xFFFF);
    assertThat(push).contains(text + 0, text + 3);
  }

  @Test
  void shouldAnswerBeforeItPushesWhatTheRequestCaused() {
    String chatId = startChat();
    anna.push("incoming_chat_thread");
    carl.push("incoming_chat_thread");
    carl.forget();

    String id = carl.ask("send_event", message(chatId, "first"));
    carl.push("incoming_event");

    assertThat(actions(carl)).containsSubsequence("response send_event", "push incoming_event");
    assertThat(carl.push("incoming_event").getString("request_id")).isEqualTo(id);
  }

  @Test
  void shouldGiveTheRequestIdToTheCausingConnectionAlone() {
    RtmClient carlElsewhere = server.customer("carl");
    RtmClient annaElsewhere = server.agent("anna");
    String chatId = startChat();
    List.of(anna, annaElsewhere, carl, carlElsewhere)
        .forEach(client -> client.push("incoming_chat_thread"));

    String id = carl.ask("send_event", message(chatId, "hi"));

    assertThat(carl.push("incoming_event").getString("request_id")).isEqualTo(id);
    for (RtmClient other : List.of(anna, annaElsewhere, carlElsewhere)) {
      assertThat(other.push("incoming_event").containsKey("request_id")).isFalse();
    }
  }

  @Test
  void shouldPushInTheOrderOfTheChanges() {
    String chatId = startChat();
    anna.push("incoming_chat_thread");
    for (int i = 0; i < 100; i++) {
      carl.call("send_event", message(chatId, "message " + i));
    }

    await().until(() -> texts(anna).size() == 100);

    assertThat(texts(anna)).containsExactlyElementsOf(texts(carl));
    assertThat(texts(anna).getFirst()).isEqualTo("message 0");
    assertThat(texts(anna).getLast()).isEqualTo("message 99");
  }

  private static List<String> texts(RtmClient client) {
    return client.received().stream()
        .filter(frame -> "incoming_event".equals(frame.getString("action")))
        .map(frame -> frame.getJsonObject("payload").getJsonObject("event").getString("text"))
        .toList();
  }

  @Test
  void shouldShowTheChatAfterANewLogin() {
    String chatId = startChat();

    RtmClient annaElsewhere = server.agent();
    JsonObject login = annaElsewhere.call("login", new JsonObject().put("token", "Bearer anna"));

    assertThat(login.getJsonArray("chats_summary").encode()).contains(chatId);
  }

  @Test
  void shouldAnswerQueries() {
    String chatId = startChat();

    JsonObject answer = carl.call("get_chat_threads", new JsonObject().put("chat_id", chatId));

    assertThat(answer.encode()).contains(chatId).contains("hello");
  }

  @Test
  void shouldRefuseWhatTheScopesDoNotCover() {
    RtmClient reader = server.agent("reader");

    JsonObject response = reader.request("send_event", message("nowhere", "hi"));

    assertThat(response.encode()).contains("authorization");
  }

  @Test
  void shouldNameTheFieldThatIsWrong() {
    JsonObject response = carl.request("send_event", new JsonObject().put("chat_id", 7));

    assertThat(response.getJsonObject("payload").getJsonObject("error").getString("type"))
        .isEqualTo("validation");
    assertThat(response.encode()).contains("chat_id");
  }

  @Test
  void shouldNameAnUnknownAction() {
    JsonObject response = carl.request("fly_to_the_moon", new JsonObject());

    assertThat(response.getJsonObject("payload").getJsonObject("error").getString("type"))
        .isEqualTo("validation");
    assertThat(response.encode()).contains("fly_to_the_moon");
  }

  @Test
  void shouldLetABotSpeakForItsApplicationOnly() {
    String chatId = startChat();
    String bot = Acme.BOT.value();

    anna.send(asAuthor("bot", bot, chatId));
    anna.send(asAuthor("ben", Acme.BEN.value(), chatId));
    anna.send(asAuthor("herself", "", chatId));

    JsonObject refused = anna.response("ben");
    assertThat(refused.encode()).contains("authorization");
    assertThat(anna.response("bot").encode()).doesNotContain("is no bot");
    assertThat(anna.response("herself").encode()).doesNotContain("is no bot");
  }

  private static String asAuthor(String requestId, String authorId, String chatId) {
    return new JsonObject()
        .put("request_id", requestId)
        .put("action", "send_event")
        .put("author_id", authorId)
        .put("payload", message(chatId, "beep"))
        .encode();
  }

  @Test
  void shouldDisconnectEveryoneWhenTheLicenseLosesItsState() {
    String chatId = startChat();
    server.journal().fail();

    carl.ask("send_event", message(chatId, "lost"));

    assertThat(carl.push("customer_disconnected").encode()).contains("internal_error");
    assertThat(anna.push("agent_disconnected").encode()).contains("internal_error");
    anna.closed();
    carl.closed();
    server.customer("carl").call("get_chat_threads", new JsonObject().put("chat_id", chatId));
  }

  @Test
  void shouldHoldBackPushesUntilTheLoginIsAnswered() {
    String chatId = startChat();
    RtmClient carlElsewhere = server.customer();
    carlElsewhere.ask("login", new JsonObject().put("token", "Bearer carl"));
    for (int i = 0; i < 50; i++) {
      carl.ask("send_typing_indicator", new JsonObject().put("chat_id", chatId));
      anna.call("send_event", message(chatId, "message " + i));
    }

    carlElsewhere.await(frame -> frame.encode().contains("message 49"));

    assertThat(actions(carlElsewhere).getFirst()).isEqualTo("response login");
  }
}
