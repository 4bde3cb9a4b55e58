package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.json;
import static io.parley.protocol.request.Requests.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Json;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventBody;
import io.parley.core.event.FormField;
import io.parley.core.event.FormField.Answer;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Postback;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

  private static NewEvent read(String event) {
    return EventDecoder.read(Fields.of(json(event)));
  }

  private static String refused(String event) {
    return problem(() -> read(event));
  }

  private static NewEvent plain(EventBody body) {
    return NewEvent.of(body);
  }

  @Test
  void shouldReadAMessage() {
    assertThat(read("{type: 'message', text: 'hello world'}"))
        .isEqualTo(plain(new EventBody.Message("hello world", null)));
  }

  @Test
  void shouldReadAMessageWithEverything() {
    var event =
        read(
            """
            {type: 'message', text: '😁', custom_id: '31-0C-1C-07-DB-16', recipients: 'agents',
             id: 'ignored', author_id: '', created_at: '0001-01-01T00:00:00Z', fields: null,
             properties: {rating: {score: 1, comment: {value: 'good'}}, routing: {idle: false, x: null}},
             postback: {id: 'action_call', thread_id: 'K600PKZON8', type: 'phone', value: '790034890',
                        event_id: '75a90b82-e6a4-4ded-b3eb-cb531741ee0d'}}
            """);

    assertThat(event)
        .isEqualTo(
            new NewEvent(
                "31-0C-1C-07-DB-16",
                Recipients.AGENTS,
                new Properties(
                    Map.of(
                        "rating",
                        Map.of(
                            "score", new PropertyValue.Whole(1),
                            "comment", new PropertyValue.Text("good")),
                        "routing",
                        Map.of("idle", new PropertyValue.Flag(false)))),
                new EventBody.Message(
                    "😁",
                    new Postback(
                        "action_call",
                        new ThreadId("K600PKZON8"),
                        "75a90b82-e6a4-4ded-b3eb-cb531741ee0d",
                        "phone",
                        "790034890"))));
  }

  @Test
  void shouldCountTheBytesOfAMessage() {
    String longest = "é".repeat(8 * 1024);

    assertThat(read("{type: 'message', text: '" + longest + "'}").body())
        .isEqualTo(new EventBody.Message(longest, null));
    assertThat(refused("{type: 'message', text: '" + longest + "x'}"))
        .isEqualTo("`text`: must be at most 16 KB in UTF-8");
    assertThat(refused("{type: 'message', text: '" + "x".repeat(16 * 1024 + 1) + "'}"))
        .isEqualTo("`text`: must be at most 16 KB in UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `type`: is required
          {type: null} | `type`: is required
          {type: 'massage'} | `type`: must be one of custom, file, filled_form, message, rich_message, system_message
          {type: 5} | `type`: must be one of custom, file, filled_form, message, rich_message, system_message
          {type: 'message'} | `text`: is required
          {type: 'message', text: ''} | `text`: must not be empty
          {type: 'message', text: {}} | `text`: must be a string
          {type: 'message', text: 'a\\u0000b'} | `text`: must not contain U+0000
          {type: 'message', text: 'a\\ud83d'} | `text`: must be well-formed Unicode
          {type: 'message', text: '\\ude01b'} | `text`: must be well-formed Unicode
          {type: 'message', text: 'a', recipients: 'nobody'} | `recipients`: must be one of agents, all
          {type: 'message', text: 'a', custom_id: 7} | `custom_id`: must be a string
          {type: 'message', text: 'a', properties: []} | `properties`: must be an object
          {type: 'message', text: 'a', properties: {x: 1}} | `properties.x`: must be an object
          {type: 'message', text: 'a', properties: {x: {y: 1.5}}} | `properties.x.y`: must be a string, an integer of 32 bits, true or false
          {type: 'message', text: 'a', properties: {x: {y: 3000000000}}} | `properties.x.y`: must be a string, an integer of 32 bits, true or false
          {type: 'message', text: 'a', properties: {x: {y: {}}}} | `properties.x.y.value`: is required
          {type: 'message', text: 'a', properties: {x: {y: {value: []}}}} | `properties.x.y.value`: must be a string, an integer of 32 bits, true or false
          {type: 'message', text: 'a', properties: {'': {y: 1}}} | `properties`: a namespace must not be empty
          {type: 'message', text: 'a', postback: 'x'} | `postback`: must be an object
          {type: 'message', text: 'a', postback: {thread_id: 'T', event_id: 'T_1'}} | `postback.id`: is required
          {type: 'message', text: 'a', postback: {id: 'a', event_id: 'T_1'}} | `postback.thread_id`: is required
          {type: 'message', text: 'a', postback: {id: 'a', thread_id: 'T'}} | `postback.event_id`: is required
          {type: 'message', text: 'a', postback: {id: 'a', thread_id: 'T', event_id: 'T_1', type: 'url'}} | `postback.value`: is required together with type
          {type: 'message', text: 'a', postback: {id: 'a', thread_id: 'T', event_id: 'T_1', value: 'x'}} | `postback.type`: is required together with value
          {type: 'message', text: 'a', postback: {id: 'a', thread_id: 'T;', event_id: 'T_1'}} | `postback.thread_id`: must not contain `;`
          """)
  void shouldSayWhatIsWrongWithAMessage(String event, String problem) {
    assertThat(refused(event)).isEqualTo(problem);
  }

  @Test
  void shouldRefuseACustomIdThatIsTooLong() {
    assertThat(refused("{type: 'message', text: 'a', custom_id: '" + "x".repeat(257) + "'}"))
        .isEqualTo("`custom_id`: must be at most 256 characters long");
  }

  @Test
  void shouldReadWhoMaySeeAnEvent() {
    assertThat(read("{type: 'message', text: 'a', recipients: 'all'}"))
        .isEqualTo(plain(new EventBody.Message("a", null)));
    assertThat(read("{type: 'message', text: 'a', recipients: 'agents'}").recipients())
        .isEqualTo(Recipients.AGENTS);
  }

  @Test
  void shouldReadASystemMessage() {
    assertThat(
            read(
                """
                {type: 'system_message', system_message_type: 'routing.assigned', text: 'John Doe joined',
                 text_vars: {agent: 'John Doe'}}
                """))
        .isEqualTo(
            plain(
                new EventBody.SystemMessage(
                    "routing.assigned", "John Doe joined", Map.of("agent", "John Doe"))));
    assertThat(read("{type: 'system_message', system_message_type: 'x'}").body())
        .isEqualTo(new EventBody.SystemMessage("x", null, Map.of()));
    assertThat(refused("{type: 'system_message', text: 'hello there'}"))
        .isEqualTo("`system_message_type`: is required");
    assertThat(refused("{type: 'system_message', system_message_type: 'x', text_vars: {a: 1}}"))
        .isEqualTo("`text_vars.a`: must be a string");
  }

  @Test
  void shouldCarryTheContentOfACustomEventAsItIs() {
    assertThat(read("{type: 'custom'}").body()).isEqualTo(new EventBody.Custom(null));
    assertThat(
            read("{type: 'custom', content: {custom: {nested: 'json', n: [1, 2.5, null]}}}").body())
        .isEqualTo(
            new EventBody.Custom(
                new Json("{\"custom\":{\"nested\":\"json\",\"n\":[1,2.5,null]}}")));
  }

  @Test
  void shouldRefuseContentThatCannotBeStored() {
    String deep = "{a:".repeat(60) + "1" + "}".repeat(60);
    String deepest = "{a:".repeat(59) + "1" + "}".repeat(59);

    assertThat(refused("{type: 'custom', content: 'text'}"))
        .isEqualTo("`content`: must be an object");
    assertThat(refused("{type: 'custom', content: {a: ['\\u0000']}}"))
        .isEqualTo("`content`: must not hold U+0000 or half of a surrogate pair");
    assertThat(refused("{type: 'custom', content: {a: {'\\ud800': 1}}}"))
        .isEqualTo("`content`: must not hold U+0000 or half of a surrogate pair");
    assertThat(refused("{type: 'custom', content: {a: 1e999}}"))
        .isEqualTo("`content`: must not hold a number that is too large");
    assertThat(refused("{type: 'custom', content: {a: '" + "x".repeat(32 * 1024) + "'}}"))
        .isEqualTo("`content`: must be at most 32 KB");
    assertThat(refused("{type: 'custom', content: {a: '" + "é".repeat(17 * 1024) + "'}}"))
        .isEqualTo("`content`: must be at most 32 KB");
    assertThat(refused("{type: 'custom', content: " + deep + "}"))
        .isEqualTo("`content`: must be at most 60 levels deep");
    assertThat(read("{type: 'custom', content: " + deepest + "}").body())
        .isInstanceOf(EventBody.Custom.class);
  }

  @Test
  void shouldReadTheDocumentedFilledForm() {
    var event =
        read(
            """
            {type: 'filled_form', form_id: '1473433500211', fields: [
              {type: 'name', id: '1', label: 'Your name', answer: 'John Doe'},
              {type: 'email', id: '2', label: 'Your email', answer: 'customer1@example.com'},
              {type: 'radio', id: '3', label: 'Chat purpose', answer: {id: '0', label: 'Support'}},
              {type: 'checkbox', id: '4', label: 'Company industry',
               answers: [{id: '0', label: 'automotive'}, {id: '1', label: 'it'}]},
              {type: 'group_chooser', id: '5', label: 'Choose department',
               answer: {group_id: 1, label: 'Marketing'}},
              {type: 'textarea', id: '6', label: 'Anything else?'}]}
            """);

    assertThat(event)
        .isEqualTo(
            plain(
                new EventBody.FilledForm(
                    "1473433500211",
                    List.of(
                        new FormField("name", "1", "Your name", new Answer.Open("John Doe")),
                        new FormField(
                            "email", "2", "Your email", new Answer.Open("customer1@example.com")),
                        new FormField(
                            "radio", "3", "Chat purpose", new Answer.Choice("0", "Support")),
                        new FormField(
                            "checkbox",
                            "4",
                            "Company industry",
                            new Answer.Choices(
                                List.of(
                                    new Answer.Choice("0", "automotive"),
                                    new Answer.Choice("1", "it")))),
                        new FormField(
                            "group_chooser",
                            "5",
                            "Choose department",
                            new Answer.Group(1, "Marketing")),
                        new FormField("textarea", "6", "Anything else?", null)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fields: [] | `form_id`: is required
          form_id: 'f' | `fields`: is required
          form_id: 'f', fields: {} | `fields`: must be an array
          form_id: 'f', fields: ['x'] | `fields[0]`: must be an object
          form_id: 'f', fields: [{id: '1', label: 'a'}] | `fields[0].type`: is required
          form_id: 'f', fields: [{type: 'name', label: 'a'}] | `fields[0].id`: is required
          form_id: 'f', fields: [{type: 'name', id: '1'}] | `fields[0].label`: is required
          form_id: 'f', fields: [{type: 'name', id: '1', label: 'a', answer: {}}] | `fields[0].answer`: must be a string
          form_id: 'f', fields: [{type: 'radio', id: '1', label: 'a', answer: 'x'}] | `fields[0].answer`: must be an object
          form_id: 'f', fields: [{type: 'radio', id: '1', label: 'a', answer: {id: '1'}}] | `fields[0].answer.label`: is required
          form_id: 'f', fields: [{type: 'checkbox', id: '1', label: 'a', answers: [{id: '1', label: 'x'}, {}]}] | `fields[0].answers[1].id`: is required
          form_id: 'f', fields: [{type: 'group_chooser', id: '1', label: 'a', answer: {group_id: '1', label: 'x'}}] | `fields[0].answer.group_id`: must be an integer, at least 0
          """)
  void shouldSayWhatIsWrongWithAFilledForm(String members, String problem) {
    assertThat(refused("{type: \"filled_form\", " + members + "}")).isEqualTo(problem);
  }

  @Test
  void shouldReadTheDocumentedRichMessage() {
    var event =
        read(
            """
            {type: 'rich_message', template_id: 'cards', elements: [
              {title: 'Lorem ipsum dolor.', subtitle: 'Lorem ipsum dolor sit amet.',
               image: {name: 'image25.png', url: 'https://example.com/image25.png',
                       content_type: 'image/png', size: 123444, width: 640, height: 480},
               buttons: [
                 {text: 'yes', postback_id: 'action_yes', user_ids: ['b7eff798-f8df-4364-8059-649c35c9ed0c']},
                 {type: 'phone', text: 'value', value: '790034890', webview_height: 'tall',
                  postback_id: 'action_call', user_ids: []},
                 {type: 'webview', text: 'open', value: 'https://example.com', webview_height: 'tall',
                  postback_id: 'action_open'}]},
              {title: 'Lorem ipsum dolor 2.'}]}
            """);

    assertThat(event)
        .isEqualTo(
            plain(
                new EventBody.RichMessage(
                    "cards",
                    List.of(
                        new RichElement(
                            "Lorem ipsum dolor.",
                            "Lorem ipsum dolor sit amet.",
                            new RichElement.Picture(
                                "https://example.com/image25.png",
                                "image25.png",
                                "image/png",
                                123444L,
                                640,
                                480),
                            List.of(
                                new RichElement.Button(
                                    "yes", null, null, null, "action_yes", List.of()),
                                new RichElement.Button(
                                    "value", "phone", "790034890", null, "action_call", List.of()),
                                new RichElement.Button(
                                    "open",
                                    "webview",
                                    "https://example.com",
                                    "tall",
                                    "action_open",
                                    List.of()))),
                        new RichElement("Lorem ipsum dolor 2.", null, null, List.of())))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cards", "sticker", "quick_replies"})
  void shouldReadEveryTemplate(String template) {
    assertThat(read("{type: 'rich_message', template_id: '" + template + "'}").body())
        .isEqualTo(new EventBody.RichMessage(template, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {text: 'a', postback_id: 'b', type: 'cancel', value: 'x'} | -
          {text: 'a', postback_id: 'b', type: 'message', value: 'x'} | -
          {text: 'a', postback_id: 'b', type: 'url', value: 'x'} | -
          {postback_id: 'b'} | text`: is required
          {text: 'a'} | postback_id`: is required
          {text: 'a', postback_id: 'b', type: 'url'} | value`: is required together with type
          {text: 'a', postback_id: 'b', value: 'x'} | type`: is required together with value
          {text: 'a', postback_id: 'b', type: 'dance', value: 'x'} | type`: must be one of cancel, message, phone, url, webview
          {text: 'a', postback_id: 'b', type: 'webview', value: 'x'} | webview_height`: is required for the type webview
          {text: 'a', postback_id: 'b', type: 'webview', value: 'x', webview_height: 'huge'} | webview_height`: must be one of compact, full, tall
          """)
  void shouldCheckButtons(String button, String problem) {
    String event =
        "{type: \"rich_message\", template_id: \"cards\", elements: [{}, {buttons: ["
            + button
            + "]}]}";

    if (problem.equals("-")) {
      assertThat(read(event).body()).isInstanceOf(EventBody.RichMessage.class);
    } else {
      assertThat(refused(event)).isEqualTo("`elements[1].buttons[0]." + problem);
    }
  }

  @Test
  void shouldBoundRichMessages() {
    String button = "{text: 'a', postback_id: 'b'},";

    assertThat(refused("{type: 'rich_message', template_id: 'poem'}"))
        .isEqualTo("`template_id`: must be one of cards, quick_replies, sticker");
    assertThat(
            refused(
                "{type: 'rich_message', template_id: 'cards', elements: ["
                    + "{},".repeat(10)
                    + "{}]}"))
        .isEqualTo("`elements`: must have at most 10 elements");
    assertThat(
            refused(
                "{type: 'rich_message', template_id: 'cards', elements: [{buttons: ["
                    + button.repeat(11)
                    + "{}]}]}"))
        .isEqualTo("`elements[0].buttons`: must have at most 11 elements");
    assertThat(refused("{type: 'rich_message', template_id: 'cards', elements: [{image: {}}]}"))
        .isEqualTo("`elements[0].image.url`: is required");
    assertThat(
            refused(
                "{type: 'rich_message', template_id: 'cards', elements: [{image: {url: 'x:y'}}]}"))
        .isEqualTo(
            "`elements[0].image.url`: must be an address that begins with http:// or https://");
  }

  @Test
  void shouldReadAFileOfThisServerOnly() {
    String url = "https://chat.example.com/api/file/lc/att/1/a1b2/my%20cat.png";

    assertThat(read("{type: 'file', url: '" + url + "'}").body())
        .isEqualTo(new EventBody.File("my cat.png", url, "image/png", 0, null));
    assertThat(read("{type: 'file', url: '/api/file/lc/att/1/a1b2/notes.qqq'}").body())
        .isEqualTo(
            new EventBody.File(
                "notes.qqq",
                "/api/file/lc/att/1/a1b2/notes.qqq",
                "application/octet-stream",
                0,
                null));
    assertThat(refused("{type: 'file'}")).isEqualTo("`url`: is required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/image25.png",
        "http://[",
        "mailto:x@example.com",
        "/api/file/lc/att/1/a1b2/",
        "/api/file/lc/att/1/a1b2/a%00.png",
        "/api/file/lc/att/1/a1b2/..%2Fa.png",
        "/api/file/lc/att/1/a1%2Fb2/a.png",
        "/api/file/lc/att/x/a1b2/a.png",
        "/api/file/lc/att/1/../2/a.png"
      })
  void shouldRefuseAFileThatIsNotOfThisServer(String url) {
    assertThat(refused("{type: 'file', url: '" + url + "'}"))
        .isEqualTo("`url`: must be an address that `upload_file` answered with");
  }
}
