package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.event;
import static io.parley.protocol.json.Acme.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.PostbackSent;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.event.Recipients;
import io.parley.core.event.RichElement;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostbackPushesTest {
  private static final String POSTBACK =
      """
      {
        "action": "incoming_rich_message_postback",
        "type": "push",
        "payload": {
          "user_id": "%s",
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_id": "K600PKZON8_6",
          "postback": {"id": "action_yes", "toggled": true}
        }
      }
      """;
  private static final String UPDATED =
      """
      {
        "action": "event_updated",
        "type": "push",
        "payload": {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event": {
            "id": "K600PKZON8_6",
            "created_at": "2020-05-01T10:00:00.000006Z",
            "type": "rich_message",
            "author_id": "%1$s",
            "recipients": "all",
            "template_id": "quick_replies",
            "elements": [
              {
                "buttons": [
                  {
                    "text": "yes",
                    "postback_id": "action_yes",
                    "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "%1$s"]
                  }
                ]
              }
            ]
          }
        }
      }
      """;

  private static PostbackSent pressed(Recipients recipients, boolean announced) {
    var button =
        new RichElement.Button("yes", null, null, null, "action_yes", List.of(CARL, ANNA.id()));
    var body =
        new EventBody.RichMessage(
            "quick_replies", List.of(new RichElement(null, null, null, List.of(button))));
    Event event = event(6, ANNA.id(), recipients, body);
    return new PostbackSent(CHAT_ID, event, ANNA.id(), "action_yes", true, announced);
  }

  private static List<EncodedPush> render(Api side, PostbackSent change) {
    return new PushRenderer().render(ApiVersion.V3_1, side, change, LICENSE);
  }

  private static void assertPushes(Api side, String agentId) {
    assertThat(render(side, pressed(Recipients.ALL, true)))
        .map(push -> json(push.frameFor(null)))
        .containsExactly(json(POSTBACK.formatted(agentId)), json(UPDATED.formatted(agentId)));
  }

  @Test
  void shouldTellWhoPressedAButtonAndHowTheMessageIsNow() {
    assertPushes(Api.AGENT, "anna@acme.example");
    assertPushes(Api.CUSTOMER, ANNA.publicId());
  }

  @Test
  void shouldTellCustomersNothingOfButtonsThatAreForAgents() {
    assertThat(render(Api.CUSTOMER, pressed(Recipients.AGENTS, true))).isEmpty();
    assertThat(render(Api.AGENT, pressed(Recipients.AGENTS, true))).hasSize(2);
  }

  @Test
  void shouldTellNobodyInAThreadThatIsNotActive() {
    assertThat(render(Api.AGENT, pressed(Recipients.ALL, false))).isEmpty();
    assertThat(render(Api.CUSTOMER, pressed(Recipients.ALL, false))).isEmpty();
  }
}
