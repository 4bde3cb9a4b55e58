package io.parley.protocol.json;

import static io.parley.protocol.json.Acme.AGENTS;
import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CUSTOMERS;
import static io.parley.protocol.json.Acme.GONE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.event;
import static io.parley.protocol.json.Acme.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Json;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.EventId;
import io.parley.core.event.FormField;
import io.parley.core.event.Postback;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  private static Payload written(Viewer viewer, Event event) {
    return json -> EventJson.write(json, viewer, event);
  }

  /// Asserts what an event of [Acme#CARL] has beside what all have, the same on both sides.
  private static void assertBody(EventBody body, String type, String expected) {
    ObjectNode whole =
        (ObjectNode)
            Acme.json(
                """
                {
                  "id": "K600PKZON8_1",
                  "created_at": "2020-05-01T10:00:00.000001Z",
                  "type": "%s",
                  "author_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
                  "recipients": "all"
                }
                """
                    .formatted(type));
    whole.setAll((ObjectNode) Acme.json(expected));
    Event event = event(1, CARL, Recipients.ALL, body);

    assertJson(written(AGENTS, event), whole.toString());
    assertJson(written(CUSTOMERS, event), whole.toString());
  }

  @Test
  void shouldWriteAMessageWithAllThatItCanHave() {
    var event =
        new Event(
            new EventId(THREAD_ID, 7),
            "31-0C-1C",
            at("2017-10-12T15:19:21.0102Z"),
            ANNA.id(),
            Recipients.ALL,
            Properties.of("translation", "source_lang_code", new Text("en"))
                .with("lc2", "file_safety_confirmation", new Flag(true)),
            new EventBody.Message(
                "hello \u2603 \uD83D\uDE01",
                new Postback("action_call", new ThreadId("Q298"), "Q298_3", "phone", "790034890")));

    assertJson(
        written(AGENTS, event),
        """
        {
          "id": "K600PKZON8_7",
          "custom_id": "31-0C-1C",
          "created_at": "2017-10-12T15:19:21.010200Z",
          "type": "message",
          "author_id": "anna@acme.example",
          "recipients": "all",
          "properties": {
            "lc2": {"file_safety_confirmation": {"value": true}},
            "translation": {"source_lang_code": {"value": "en"}}
          },
          "text": "hello \u2603 \uD83D\uDE01",
          "postback": {
            "id": "action_call",
            "thread_id": "Q298",
            "event_id": "Q298_3",
            "type": "phone",
            "value": "790034890"
          }
        }
        """);
    assertJson(
        written(CUSTOMERS, event),
        """
        {
          "id": "K600PKZON8_7",
          "custom_id": "31-0C-1C",
          "created_at": "2017-10-12T15:19:21.010200Z",
          "type": "message",
          "author_id": "a0aa0000000000000000000000000001",
          "recipients": "all",
          "properties": {"translation": {"source_lang_code": {"value": "en"}}},
          "text": "hello \u2603 \uD83D\uDE01",
          "postback": {
            "id": "action_call",
            "thread_id": "Q298",
            "event_id": "Q298_3",
            "type": "phone",
            "value": "790034890"
          }
        }
        """);
  }

  @Test
  void shouldWriteAPlainMessage() {
    assertBody(new EventBody.Message("hello", null), "message", "{\"text\": \"hello\"}");
  }

  @Test
  void shouldWriteAnImage() {
    assertBody(
        new EventBody.File(
            "image25.png",
            "https://acme.example/image25.png",
            "image/png",
            123444,
            new EventBody.Image(
                640, 480, "https://acme.example/t.png", "https://acme.example/t2.png")),
        "file",
        """
        {
          "name": "image25.png",
          "url": "https://acme.example/image25.png",
          "thumbnail_url": "https://acme.example/t.png",
          "thumbnail2x_url": "https://acme.example/t2.png",
          "content_type": "image/png",
          "size": 123444,
          "width": 640,
          "height": 480
        }
        """);
  }

  @Test
  void shouldWriteAFileThatIsNoImage() {
    assertBody(
        new EventBody.File("a.pdf", "https://acme.example/a.pdf", "application/pdf", 9, null),
        "file",
        """
        {
          "name": "a.pdf",
          "url": "https://acme.example/a.pdf",
          "content_type": "application/pdf",
          "size": 9
        }
        """);
  }

  @Test
  void shouldWriteAFilledFormWithEachKindOfAnswer() {
    assertBody(
        new EventBody.FilledForm(
            "1473433500211",
            List.of(
                new FormField("name", "1", "Your name", new FormField.Answer.Open("Carl")),
                new FormField("radio", "2", "Topic", new FormField.Answer.Choice("0", "Support")),
                new FormField(
                    "checkbox",
                    "3",
                    "Industry",
                    new FormField.Answer.Choices(
                        List.of(
                            new FormField.Answer.Choice("0", "cars"),
                            new FormField.Answer.Choice("1", "it")))),
                new FormField("group_chooser", "4", "Whom", new FormField.Answer.Group(1, "Sales")),
                new FormField("textarea", "5", "More", null))),
        "filled_form",
        """
        {
          "form_id": "1473433500211",
          "fields": [
            {"type": "name", "id": "1", "label": "Your name", "answer": "Carl"},
            {"type": "radio", "id": "2", "label": "Topic", "answer": {"id": "0", "label": "Support"}},
            {
              "type": "checkbox",
              "id": "3",
              "label": "Industry",
              "answers": [{"id": "0", "label": "cars"}, {"id": "1", "label": "it"}]
            },
            {
              "type": "group_chooser",
              "id": "4",
              "label": "Whom",
              "answer": {"group_id": 1, "label": "Sales"}
            },
            {"type": "textarea", "id": "5", "label": "More"}
          ]
        }
        """);
  }

  private static EventBody.RichMessage richMessage() {
    return new EventBody.RichMessage(
        "cards",
        List.of(
            new RichElement(
                "Title",
                "Subtitle",
                new RichElement.Picture(
                    "https://acme.example/i.png", "i.png", "image/png", 123444L, 640, 480),
                List.of(
                    new RichElement.Button(
                        "yes", null, null, null, "action_yes", List.of(CARL, ANNA.id(), GONE)),
                    new RichElement.Button(
                        "call", "phone", "790034890", "tall", "action_call", List.of()))),
            new RichElement("Second", null, null, List.of())));
  }

  private static final String RICH_MESSAGE =
      """
      {
        "id": "K600PKZON8_1",
        "created_at": "2020-05-01T10:00:00.000001Z",
        "type": "rich_message",
        "author_id": "%1$s",
        "recipients": "all",
        "template_id": "cards",
        "elements": [
          {
            "title": "Title",
            "subtitle": "Subtitle",
            "image": {
              "name": "i.png",
              "url": "https://acme.example/i.png",
              "content_type": "image/png",
              "size": 123444,
              "width": 640,
              "height": 480
            },
            "buttons": [
              {
                "text": "yes",
                "postback_id": "action_yes",
                "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "%1$s", "%2$s"]
              },
              {
                "type": "phone",
                "text": "call",
                "value": "790034890",
                "webview_height": "tall",
                "postback_id": "action_call",
                "user_ids": []
              }
            ]
          },
          {"title": "Second"}
        ]
      }
      """;

  @Test
  void shouldWriteARichMessageWithIdsAsTheViewerKnowsThem() {
    Event event = event(1, ANNA.id(), Recipients.ALL, richMessage());

    assertJson(
        written(AGENTS, event), RICH_MESSAGE.formatted("anna@acme.example", "gone@acme.example"));
    assertJson(
        written(CUSTOMERS, event),
        RICH_MESSAGE.formatted("a0aa0000000000000000000000000001", Acme.GONE_PUBLIC));
  }

  @Test
  void shouldWriteWhatACustomEventHolds() {
    assertBody(
        new EventBody.Custom(new Json("{\"a\": {\"b\": [1, null, \"c\"]}}")),
        "custom",
        """
        {"content": {"a": {"b": [1, null, "c"]}}}
        """);
    assertBody(new EventBody.Custom(null), "custom", "{}");
  }

  @Test
  void shouldWriteASystemMessageWithoutAnAuthor() {
    var body =
        new EventBody.SystemMessage(
            "manual_archived_agent", "Anna archived the chat", Map.of("agent", "Anna"));
    String expected =
        """
        {
          "id": "K600PKZON8_1",
          "created_at": "2020-05-01T10:00:00.000001Z",
          "type": "system_message",
          "recipients": "all",
          "text": "Anna archived the chat",
          "system_message_type": "manual_archived_agent",
          "text_vars": {"agent": "Anna"}
        }
        """;

    assertJson(written(AGENTS, event(1, null, Recipients.ALL, body)), expected);
    assertJson(written(CUSTOMERS, event(1, ANNA.id(), Recipients.ALL, body)), expected);
  }

  @Test
  void shouldLeaveOutWhatASystemMessageDoesNotSay() {
    Event event = event(1, null, Recipients.ALL, new EventBody.SystemMessage("x", null, Map.of()));

    assertJson(
        written(CUSTOMERS, event),
        """
        {
          "id": "K600PKZON8_1",
          "created_at": "2020-05-01T10:00:00.000001Z",
          "type": "system_message",
          "recipients": "all",
          "system_message_type": "x"
        }
        """);
  }

  @Test
  void shouldNameAgentsInsteadOfTheirAddressesInWhatTheSystemTellsCustomers() {
    var body =
        new EventBody.SystemMessage(
            "chat_transferred",
            "gone@acme.example took it from bert@acme.example. Write to help@acme.example!",
            Map.of("agent", "gone@acme.example", "email", "help@acme.example"));
    Event event = event(1, null, Recipients.ALL, body);

    var customers = Acme.json(Frames.body(written(CUSTOMERS, event)));

    assertThat(customers.path("text").asText())
        .isEqualTo("Agent took it from Bert. Write to help@acme.example!");
    assertThat(customers.path("text_vars"))
        .isEqualTo(Acme.json("{\"agent\": \"Agent\", \"email\": \"help@acme.example\"}"));
  }

  @Test
  void shouldTellAgentsWhomAnEventIsFor() {
    Event event = message(1, ANNA.id(), Recipients.AGENTS, "psst");

    assertJson(
        written(AGENTS, event),
        """
        {
          "id": "K600PKZON8_1",
          "created_at": "2020-05-01T10:00:00.000001Z",
          "type": "message",
          "author_id": "anna@acme.example",
          "recipients": "agents",
          "text": "psst"
        }
        """);
  }

  @Test
  void shouldRefuseToWriteAnEventForAgentsToCustomers() {
    Event event = message(1, ANNA.id(), Recipients.AGENTS, "psst");

    assertThatThrownBy(() -> Frames.body(written(CUSTOMERS, event)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("K600PKZON8_1");
  }

  @Test
  void shouldSkipEventsForAgentsInAListForCustomers() {
    List<Event> events =
        List.of(
            message(1, ANNA.id(), Recipients.AGENTS, "psst"),
            message(2, ANNA.id(), Recipients.ALL, "hello"));
    Payload list =
        json -> {
          json.writeStartObject();
          EventJson.writeAll(json, CUSTOMERS, events);
          json.writeEndObject();
        };

    assertJson(
        list,
        """
        {
          "events": [
            {
              "id": "K600PKZON8_2",
              "created_at": "2020-05-01T10:00:00.000002Z",
              "type": "message",
              "author_id": "a0aa0000000000000000000000000001",
              "recipients": "all",
              "text": "hello"
            }
          ]
        }
        """);
  }
}
