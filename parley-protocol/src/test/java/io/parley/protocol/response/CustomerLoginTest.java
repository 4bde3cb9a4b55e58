package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.json;
import static io.parley.protocol.response.SampleChats.BY_CARL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Result;
import io.parley.core.content.ShownGreeting;
import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.query.Answer;
import io.parley.protocol.Payload;
import io.parley.protocol.frame.Frames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Without this answer's members the platform's own SDKs don't come up.
class CustomerLoginTest {
  private final ResponseRenderer renderer = new ResponseRenderer();

  @Test
  void shouldTellTheChatsAndTheWholeConfiguration() {
    var login =
        new Result.CustomerLoggedIn(
            CARL_PROFILE,
            List.of(CHAT_ID, SampleChats.EMPTY.id()),
            Set.of(CHAT_ID),
            List.of(GroupId.ALL, new GroupId(3)),
            Optional.of(ANNA.id()),
            Optional.empty(),
            new GroupId(3),
            LICENSE);
    var chats =
        new Answer.Chats(
            List.of(
                new Answer.ChatSummary(SampleChats.ACTIVE, Map.of(), true),
                new Answer.ChatSummary(SampleChats.EMPTY, Map.of(), false)),
            2,
            null,
            null,
            Map.of());

    assertJson(
        renderer.customerLogin(BY_CARL, login, chats),
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "has_active_thread": true,
          "chats": [
            {"chat_id": "PJ0MRSHTDG", "has_unread_events": true},
            {"chat_id": "EMPTY00000", "has_unread_events": false}
          ],
          "__priv_dynamic_config": {
            "customer_data": {
              "name": "Carl",
              "last_visit_timestamp": 1588323600,
              "page_views_count": 2,
              "visits_count": 5,
              "chats_count": 1,
              "invitations_shown_count": 0,
              "invitations_accepted_count": 0,
              "client_version": "1.1",
              "fields": {"plan": "gold", "age": "42"},
              "group_id": 3
            },
            "online_groups_ids": [0, 3],
            "global_properties": {},
            "customer_groups": {
              "monitoring": {
                "id": 3,
                "static_config_url": "/licence/104130623/get_static_config.1.1.3.js",
                "language_config_url": "/licence/104130623/v2/localization.en.1.1.3.js"
              },
              "chats": {
                "0": {
                  "chat_ids": ["EMPTY00000"],
                  "static_config_url": "/licence/104130623/get_static_config.1.1.0.js",
                  "language_config_url": "/licence/104130623/v2/localization.en.1.1.0.js"
                },
                "1": {
                  "chat_ids": ["PJ0MRSHTDG"],
                  "static_config_url": "/licence/104130623/get_static_config.1.1.1.js",
                  "language_config_url": "/licence/104130623/v2/localization.en.1.1.1.js"
                }
              }
            },
            "static_config_version": "1.1",
            "predicted_agent": {
              "id": "a0aa0000000000000000000000000001",
              "name": "Anna",
              "type": "agent",
              "avatar": "https://acme.example/Anna.png",
              "job_title": "Support",
              "is_bot": false
            }
          }
        }
        """);
  }

  @Test
  void shouldGreetInTheNameOfAnAgent() {
    var greeting =
        new ShownGreeting(
            342543723, "e35a4fb4106d87e550fe1af480639058", "May I help?", ANNA.id(), true);
    var login =
        new Result.CustomerLoggedIn(
            CARL_PROFILE,
            List.of(),
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.of(greeting),
            GroupId.ALL,
            LICENSE);
    Payload answer =
        renderer.customerLogin(
            BY_CARL, login, new Answer.Chats(List.of(), 0, null, null, Map.of()));

    assertThat(json(Frames.body(answer)).at("/__priv_dynamic_config/greeting"))
        .isEqualTo(
            json(
                """
                {
                  "id": 342543723,
                  "unique_id": "e35a4fb4106d87e550fe1af480639058",
                  "text": "May I help?",
                  "agent": {
                    "id": "a0aa0000000000000000000000000001",
                    "name": "Anna",
                    "type": "agent",
                    "avatar": "https://acme.example/Anna.png",
                    "job_title": "Support",
                    "is_bot": false
                  },
                  "displayed_first_time": true
                }
                """));
  }

  @Test
  void shouldTellANewcomerThatThereIsNothingYet() {
    var login =
        new Result.CustomerLoggedIn(
            Customer.unknown(CARL, at("2020-05-01T10:00:00Z")),
            List.of(),
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            GroupId.ALL,
            LICENSE);

    assertJson(
        renderer.customerLogin(
            BY_CARL, login, new Answer.Chats(List.of(), 0, null, null, Map.of())),
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "has_active_thread": false,
          "chats": [],
          "__priv_dynamic_config": {
            "customer_data": {
              "name": "",
              "last_visit_timestamp": 1588327200,
              "page_views_count": 0,
              "visits_count": 0,
              "chats_count": 0,
              "invitations_shown_count": 0,
              "invitations_accepted_count": 0,
              "client_version": "1.1",
              "fields": {},
              "group_id": 0
            },
            "online_groups_ids": [],
            "global_properties": {},
            "customer_groups": {
              "monitoring": {
                "id": 0,
                "static_config_url": "/licence/104130623/get_static_config.1.1.0.js",
                "language_config_url": "/licence/104130623/v2/localization.en.1.1.0.js"
              },
              "chats": {}
            },
            "static_config_version": "1.1"
          }
        }
        """);
  }
}
