package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.assertJson;

import io.parley.core.Result;
import io.parley.core.group.GroupId;
import io.parley.core.webhook.Webhook;
import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookFilters;
import io.parley.core.webhook.WebhookId;
import io.parley.protocol.response.ServerAnswers.Deliveries;
import io.parley.protocol.response.ServerAnswers.Field;
import io.parley.protocol.response.ServerAnswers.Form;
import io.parley.protocol.response.ServerAnswers.Option;
import io.parley.protocol.response.ServerAnswers.UrlDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerAnswersTest {
  @Test
  void shouldAnswerAnUploadWithTheAddressOfTheFile() {
    assertJson(
        ServerAnswers.uploaded("https://acme.example/api/file/lc/att/1/2/image.png"),
        "{\"url\": \"https://acme.example/api/file/lc/att/1/2/image.png\"}");
  }

  @Test
  void shouldAnswerWithTheFieldsOfAForm() {
    var form =
        new Form(
            "156630109416307809",
            List.of(
                new Field("1", "header", "Welcome!", null, List.of()),
                new Field("2", "name", "Name:", false, List.of()),
                new Field("3", "radio", "Why?", true, List.of(new Option.Choice("0", "Support"))),
                new Field(
                    "4",
                    "group_chooser",
                    "Who?",
                    true,
                    List.of(new Option.Group(new GroupId(1), "Sales")))));

    assertJson(
        ServerAnswers.form(form),
        """
        {
          "form": {
            "id": "156630109416307809",
            "fields": [
              {"id": "1", "type": "header", "label": "Welcome!"},
              {"id": "2", "type": "name", "label": "Name:", "required": false},
              {
                "id": "3",
                "type": "radio",
                "label": "Why?",
                "required": true,
                "options": [{"id": "0", "label": "Support"}]
              },
              {
                "id": "4",
                "type": "group_chooser",
                "label": "Who?",
                "required": true,
                "options": [{"group_id": 1, "label": "Sales"}]
              }
            ]
          },
          "enabled": true
        }
        """);
  }

  @Test
  void shouldAnswerWithoutAFormWhenItIsSwitchedOff() {
    assertJson(ServerAnswers.form(null), "{\"enabled\": false}");
  }

  @Test
  void shouldAnswerWithWhatAPageSaysOfItself() {
    assertJson(
        ServerAnswers.urlDetails(
            new UrlDetails(
                "https://acme.example",
                "Acme",
                "Everything",
                "https://acme.example/a.png",
                200,
                100)),
        """
        {
          "title": "Acme",
          "description": "Everything",
          "image_url": "https://acme.example/a.png",
          "image_width": 200,
          "image_height": 100,
          "url": "https://acme.example"
        }
        """);
    assertJson(
        ServerAnswers.urlDetails(
            new UrlDetails("https://acme.example", null, null, null, null, null)),
        "{\"url\": \"https://acme.example\"}");
  }

  @Test
  void shouldAnswerWithWebhooksTheirDeliveriesAndTheSecretsOfOnesOwn() {
    Webhook own = webhook("1", "client-1");
    Webhook foreign = webhook("2", "client-2");

    assertJson(
        ServerAnswers.webhooks(
            new Result.WebhooksListed(List.of(own, foreign), "client-1"),
            Map.of(
                own.id(),
                new Deliveries(
                    3,
                    1,
                    Instant.parse("2026-01-05T10:00:00Z"),
                    "answered with status 500",
                    Instant.parse("2026-01-05T10:00:01Z")))),
        """
        [
          {
            "webhook_id": "1",
            "url": "https://acme.example/",
            "action": "incoming_event",
            "secret_key": "s3cret",
            "owner_client_id": "client-1",
            "deliveries": {
              "backlog": 3,
              "parked": 1,
              "last_success_at": "2026-01-05T10:00:00.000000Z",
              "last_error": "answered with status 500",
              "last_error_at": "2026-01-05T10:00:01.000000Z"
            }
          },
          {
            "webhook_id": "2",
            "url": "https://acme.example/",
            "action": "incoming_event",
            "owner_client_id": "client-2",
            "deliveries": {"backlog": 0, "parked": 0}
          }
        ]
        """);
  }

  private static Webhook webhook(String id, String ownerClientId) {
    return new Webhook(
        new WebhookId(id),
        "3.1",
        ownerClientId,
        null,
        WebhookAction.EVENT_ADDED,
        "https://acme.example/",
        "s3cret",
        null,
        WebhookFilters.NONE,
        List.of());
  }
}
