package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job, over the wire: an agent and a customer talk, and everything is kept.
@ExtendWith(NoErrorsLogged.class)
class ConversationTest {
  private final ParleyServer server = ParleyServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldCarryAConversationFromItsStartToItsHistory() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();

    TestChat chat = carl.startsChat("Hello");
    JsonNode started = anna.sees("incoming_chat_thread", chat);
    assertThat(started.at("/chat/thread/events/0/text").asText()).isEqualTo("Hello");
    assertThat(carl.sees("incoming_chat_thread", chat).at("/chat/thread/id").asText())
        .isEqualTo(chat.threadId());

    anna.says(chat, "How can I help?");
    JsonNode question = carl.hears(chat, "How can I help?");
    assertThat(question.path("author_id").asText()).isNotEqualTo("anna@example.com").isNotEmpty();

    carl.does(
        "send_sneak_peek",
        "{\"chat_id\": \"%s\", \"sneak_peek_text\": \"I ne\"}".formatted(chat.id()));
    anna.sees("incoming_sneak_peek", chat);
    anna.does(
        "send_typing_indicator",
        "{\"chat_id\": \"%s\", \"recipients\": \"all\", \"is_typing\": true}".formatted(chat.id()));
    carl.sees("incoming_typing_indicator", chat);
    carl.says(chat, "I need a lamp");
    JsonNode need = anna.hears(chat, "I need a lamp");

    anna.does(
        "mark_events_as_seen",
        "{\"chat_id\": \"%s\", \"seen_up_to\": \"%s\"}"
            .formatted(chat.id(), need.path("created_at").asText()));
    carl.sees("events_marked_as_seen", chat);

    anna.does("close_thread", "{\"chat_id\": \"%s\"}".formatted(chat.id()));
    carl.sees("thread_closed", chat);
    anna.sees("thread_closed", chat);
    assertThat(
            carl.fails(
                "send_event",
                "{\"chat_id\": \"%s\", \"event\": {\"type\": \"message\", \"text\": \"Wait\", \"recipients\": \"all\"}}"
                    .formatted(chat.id())))
        .isEqualTo("chat_inactive");

    carl.does("activate_chat", "{\"chat\": {\"id\": \"%s\"}}".formatted(chat.id()));
    String secondThreadId = anna.sees("incoming_chat_thread", chat).at("/chat/thread/id").asText();
    carl.says(chat, "Another thing");
    anna.hears(chat, "Another thing");

    JsonNode history =
        anna.does(
            "get_chat_threads",
            "{\"chat_id\": \"%s\", \"thread_ids\": [\"%s\", \"%s\"]}"
                .formatted(chat.id(), chat.threadId(), secondThreadId));
    assertThat(messages(history.at("/chat/threads/0")))
        .containsExactly("Hello", "How can I help?", "I need a lamp");
    assertThat(messages(history.at("/chat/threads/1"))).containsExactly("Another thing");
  }

  private static List<String> messages(JsonNode thread) {
    return thread
        .path("events")
        .valueStream()
        .filter(event -> event.path("type").asText().equals("message"))
        .map(event -> event.path("text").asText())
        .toList();
  }
}
