package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPush;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatFollowed;
import io.parley.core.chat.ThreadStarted;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.protocol.Api;
import io.parley.protocol.json.Acme;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomingThreadTest {

  private static final String CHAT_FOR_AGENTS =
      """
      {
        "chat": {
          "id": "PJ0MRSHTDG",
          "users": [
            {
              "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
              "type": "customer",
              "name": "Carl",
              "email": "carl@customers.example",
              "avatar": "https://customers.example/carl.png",
              "last_visit": {
                "started_at": "2020-05-01T09:00:00.000001Z",
                "referrer": "https://search.example/",
                "ip": "192.0.2.7",
                "user_agent": "Browser/1.0",
                "geolocation": {
                  "country": "Poland",
                  "country_code": "PL",
                  "region": "Dolnoslaskie",
                  "city": "Wroclaw",
                  "timezone": "Europe/Warsaw"
                },
                "last_pages": [
                  {
                    "opened_at": "2020-05-01T09:00:00.000000Z",
                    "url": "https://acme.example/",
                    "title": "Home"
                  },
                  {
                    "opened_at": "2020-05-01T09:00:05.000000Z",
                    "url": "https://acme.example/tour"
                  }
                ]
              },
              "fields": {"plan": "gold", "age": "42"},
              "statistics": {"chats_count": 1, "threads_count": 3, "visits_count": 5},
              "created_at": "2020-04-30T08:00:00.500000Z",
              "present": true,
              "events_seen_up_to": "2020-05-01T10:04:00.000000Z"
            },
            {
              "id": "anna@acme.example",
              "type": "agent",
              "name": "Anna",
              "email": "anna@acme.example",
              "present": true,
              "avatar": "https://acme.example/Anna.png",
              "job_title": "Support",
              "routing_status": "accepting_chats"
            },
            {
              "id": "gone@acme.example",
              "type": "agent",
              "name": "gone@acme.example",
              "email": "gone@acme.example",
              "present": false
            }
          ],
          "properties": {
            "routing": {"unassigned": {"value": false}},
            "source": {"client_id": {"value": "client-9"}}
          },
          "access": {"group_ids": [1]},
          "thread": {
            "id": "K600PKZON8",
            "timestamp": 1588327200,
            "active": true,
            "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "anna@acme.example"],
            "events": [
              {
                "id": "K600PKZON8_1",
                "created_at": "2020-05-01T10:00:00.000001Z",
                "type": "message",
                "author_id": "anna@acme.example",
                "recipients": "agents",
                "text": "psst"
              },
              {
                "id": "K600PKZON8_2",
                "created_at": "2020-05-01T10:00:00.000002Z",
                "type": "message",
                "author_id": "anna@acme.example",
                "recipients": "all",
                "text": "hello"
              }
            ],
            "order": 2,
            "properties": {
              "routing": {"continuous": {"value": true}, "idle": {"value": false}}
            },
            "access": {"group_ids": [1, 3]},
            "tags": ["sales"]
          }
        }
      }
      """;

  private static final String CHAT_FOR_CUSTOMERS =
      """
      {
        "chat": {
          "id": "PJ0MRSHTDG",
          "order": 1588327200123456,
          "users": [
            {
              "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
              "type": "customer",
              "name": "Carl",
              "email": "carl@customers.example",
              "avatar": "https://customers.example/carl.png",
              "fields": {"plan": "gold", "age": "42"},
              "present": true,
              "events_seen_up_to": "2020-05-01T10:04:00.000000Z"
            },
            {
              "id": "a0aa0000000000000000000000000001",
              "type": "agent",
              "name": "Anna",
              "avatar": "https://acme.example/Anna.png",
              "job_title": "Support",
              "present": true,
              "is_bot": false
            },
            {
              "id": "e110f2ebd0ac1e00252d6eda41148515",
              "type": "agent",
              "name": "Agent",
              "present": false,
              "is_bot": false
            }
          ],
          "properties": {"source": {"client_id": {"value": "client-9"}}},
          "access": {"group_ids": [1]},
          "thread": {
            "id": "K600PKZON8",
            "timestamp": 1588327200,
            "active": true,
            "user_ids": [
              "b7eff798-f8df-4364-8059-649c35c9ed0c",
              "a0aa0000000000000000000000000001"
            ],
            "events": [
              {
                "id": "K600PKZON8_2",
                "created_at": "2020-05-01T10:00:00.000002Z",
                "type": "message",
                "author_id": "a0aa0000000000000000000000000001",
                "recipients": "all",
                "text": "hello"
              }
            ],
            "order": 2,
            "properties": {"routing": {"continuous": {"value": true}}},
            "access": {"group_ids": [1, 3]}
          }
        }
      }
      """;

  @Test
  void shouldBringANewThreadWithItsChatAndInitialEvents() {
    var started =
        new ThreadStarted(
            Acme.chat(Acme.thread(null)),
            List.of(
                message(1, ANNA.id(), Recipients.AGENTS, "psst"),
                message(2, ANNA.id(), Recipients.ALL, "hello")),
            CARL_PROFILE,
            true);

    assertPushes(started, "incoming_chat_thread", CHAT_FOR_AGENTS, CHAT_FOR_CUSTOMERS);
  }

  @Test
  void shouldBringAFollowedChatToAgentsAlone() {
    var followed =
        new ChatFollowed(
            BERT.id(),
            Acme.chat(Acme.thread(null)),
            List.of(
                message(1, ANNA.id(), Recipients.AGENTS, "psst"),
                message(2, ANNA.id(), Recipients.ALL, "hello")),
            CARL_PROFILE);

    assertPushes(followed, "incoming_chat_thread", CHAT_FOR_AGENTS, NOTHING);
  }

  @Test
  void shouldBringAFollowedChatWithoutAThread() {
    var empty =
        new ChatFollowed(
            BERT.id(),
            new Chat(
                CHAT_ID,
                at("2020-04-30T10:00:00Z"),
                Access.ALL_AGENTS,
                Properties.NONE,
                List.of(),
                List.of(),
                null),
            List.of(),
            null);

    assertPush(
        Api.AGENT,
        empty,
        "incoming_chat_thread",
        """
        {
          "chat": {
            "id": "PJ0MRSHTDG",
            "users": [],
            "properties": {},
            "access": {"group_ids": [0]}
          }
        }
        """);
  }
}
