package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Properties of chats, threads and events, by both sides, against their definitions; and tags.
@ExtendWith(NoErrorsLogged.class)
class ChatPropertiesOverTheWireTest {
  private static final ParleyServer server = ParleyServer.start(TestLicense.usual());

  private TestAgent anna;
  private TestCustomer carl;
  private TestChat chat;
  private String eventId;

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void talk() {
    anna = server.agent("anna@example.com");
    carl = server.customer();
    chat = carl.startsChat("Hello");
    eventId = carl.says(chat, "Look here");
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  private static JsonNode chatSeenBy(io.parley.testkit.TestUser user, TestChat chat) {
    return user.does("get_chat_threads", "{chat_id: '%s'}", chat.id()).path("chat");
  }

  @Test
  void shouldUpdateAndDeletePropertiesOfAChat() {
    assertThat(
            anna.does(
                "update_chat_properties",
                "{chat_id: '%s', properties: {test: {string_property: 'a', int_property: {value: 7}}}}",
                chat.id()))
        .isEmpty();
    JsonNode updated =
        carl.sees(
            "chat_properties_updated",
            push ->
                push.path("chat_id").asText().equals(chat.id())
                    && push.at("/properties/test").isObject());
    assertThat(updated.at("/properties/test/string_property/value").asText()).isEqualTo("a");
    assertThat(updated.at("/properties/test/int_property/value").asInt()).isEqualTo(7);
    assertThat(chatSeenBy(carl, chat).at("/properties/test/int_property/value").asInt())
        .isEqualTo(7);

    carl.does(
        "delete_chat_properties",
        "{chat_id: '%s', properties: {test: ['string_property']}}",
        chat.id());
    JsonNode deleted = anna.sees("chat_properties_deleted", chat);
    assertThat(deleted.at("/properties/test").toString()).isEqualTo("[\"string_property\"]");
    assertThat(chatSeenBy(anna, chat).at("/properties/test").has("string_property")).isFalse();
  }

  @Test
  void shouldUpdateAndDeletePropertiesOfAThread() {
    carl.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {test: {bool_property: true}}}",
        chat.id(),
        chat.threadId());
    JsonNode updated =
        anna.sees(
            "chat_thread_properties_updated",
            push ->
                push.path("thread_id").asText().equals(chat.threadId())
                    && push.at("/properties/test").isObject());
    assertThat(updated.path("chat_id").asText()).isEqualTo(chat.id());
    assertThat(
            chatSeenBy(anna, chat).at("/threads/0/properties/test/bool_property/value").asBoolean())
        .isTrue();

    anna.does(
        "delete_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {test: ['bool_property']}}",
        chat.id(),
        chat.threadId());
    carl.sees("chat_thread_properties_deleted", chat);
    assertThat(chatSeenBy(anna, chat).at("/threads/0/properties").has("test")).isFalse();
  }

  @Test
  void shouldUpdateAndDeletePropertiesOfAnEvent() {
    anna.does(
        "update_event_properties",
        "{chat_id: '%s', thread_id: '%s', event_id: '%s', properties: {url_details: {title: 'T'}}}",
        chat.id(),
        chat.threadId(),
        eventId);
    JsonNode updated = carl.sees("event_properties_updated", chat);
    assertThat(updated.path("event_id").asText()).isEqualTo(eventId);
    assertThat(updated.at("/properties/url_details/title/value").asText()).isEqualTo("T");

    carl.does(
        "delete_event_properties",
        "{chat_id: '%s', thread_id: '%s', event_id: '%s', properties: {url_details: ['title']}}",
        chat.id(),
        chat.threadId(),
        eventId);
    JsonNode deleted = anna.sees("event_properties_deleted", chat);
    assertThat(deleted.at("/properties/url_details/0").asText()).isEqualTo("title");
  }

  @Test
  void shouldHoldEveryoneToTheDefinitions() {
    assertThat(setByAnna("nobody", "name", "1")).isEqualTo("validation");
    assertThat(setByAnna("test", "int_property", "'text'")).isEqualTo("validation");
    assertThat(setByAnna("routing", "continuous", "true")).isEqualTo("authorization");
    assertThat(setByAnna("rating", "score", "1")).isEqualTo("authorization");
    assertThat(
            carl.fails(
                "update_chat_properties",
                "{chat_id: '%s', properties: {rating: {score: 2}}}",
                chat.id()))
        .isEqualTo("validation");
    assertThat(
            carl.fails(
                "update_chat_properties",
                "{chat_id: '%s', properties: {translation: {target_message: 'x'}}}",
                chat.id()))
        .isEqualTo("validation");
    assertThat(
            carl.fails(
                "update_event_properties",
                "{chat_id: '%s', thread_id: '%s', event_id: '%s', properties: {translation: {target_message: 'x'}}}",
                chat.id(),
                chat.threadId(),
                eventId))
        .isEqualTo("authorization");
  }

  private String setByAnna(String namespace, String name, String value) {
    return anna.fails(
        "update_chat_properties",
        "{chat_id: '%s', properties: {'%s': {'%s': %s}}}",
        chat.id(),
        namespace,
        name,
        value);
  }

  @Test
  void shouldShowCustomersTheirPropertiesOnly() {
    JsonNode forAnna = chatSeenBy(anna, chat);
    JsonNode forCarl = chatSeenBy(carl, chat);

    assertThat(forAnna.at("/threads/0/properties/routing/unreplied/value").isBoolean()).isTrue();
    assertThat(forCarl.at("/threads/0/properties/routing").has("unreplied")).isFalse();
    assertThat(forCarl.at("/threads/0/properties/routing").has("idle")).isFalse();
    assertThat(forAnna.at("/threads/0/properties/source/client_id/value").asText())
        .isEqualTo(TestLicense.CLIENT_ID);
  }

  @Test
  void shouldTellInTheChatThatItWasRated() {
    carl.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: {score: 1, comment: 'Great'}}}",
        chat.id(),
        chat.threadId());
    assertThat(systemMessage("rating.chat_rated").at("/text_vars/score").asText())
        .isEqualTo("good");
    assertThat(systemMessage("rating.chat_commented").at("/text_vars/comment").asText())
        .isEqualTo("Great");

    carl.does(
        "delete_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: ['score']}}",
        chat.id(),
        chat.threadId());
    systemMessage("rating.chat_rating_canceled");
  }

  private JsonNode systemMessage(String type) {
    return anna.sees(
            "incoming_event", push -> push.at("/event/system_message_type").asText().equals(type))
        .path("event");
  }

  @Test
  void shouldTagAThreadForAgentsAlone() {
    anna.does(
        "tag_chat_thread",
        "{chat_id: '%s', thread_id: '%s', tag: 'sales'}",
        chat.id(),
        chat.threadId());

    JsonNode tagged = anna.sees("chat_thread_tagged", chat);
    assertThat(tagged.path("tag").asText()).isEqualTo("sales");
    assertThat(tagged.path("thread_id").asText()).isEqualTo(chat.threadId());
    assertThat(chatSeenBy(anna, chat).at("/threads/0/tags").toString()).isEqualTo("[\"sales\"]");
    assertThat(chatSeenBy(carl, chat).at("/threads/0").has("tags")).isFalse();

    anna.does(
        "untag_chat_thread",
        "{chat_id: '%s', thread_id: '%s', tag: 'sales'}",
        chat.id(),
        chat.threadId());
    anna.sees("chat_thread_untagged", chat);
    assertThat(chatSeenBy(anna, chat).at("/threads/0").has("tags")).isFalse();
    carl.sawNo("chat_thread_tagged");
    assertThat(
            anna.fails(
                "untag_chat_thread",
                "{chat_id: '%s', thread_id: 'NOSUCHTHRD', tag: 'sales'}",
                chat.id()))
        .isEqualTo("validation");
  }
}
