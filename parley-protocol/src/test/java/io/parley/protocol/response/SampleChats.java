package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.message;

import io.parley.core.access.Access;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventType;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.core.query.Answer;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.json.Acme;
import io.parley.protocol.method.Call;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chats that answers hold, who asks for them, and how they are written.
final class SampleChats {
  static final Call BY_ANNA =
      new Call(ApiVersion.V3_1, new Caller.ByAgent(ANNA.id(), Reach.ALL, null), "c1");
  static final Call BY_BERT =
      new Call(ApiVersion.V3_1, new Caller.ByAgent(BERT.id(), Reach.ALL, null), "c2");
  static final Call BY_CARL = new Call(ApiVersion.V3_1, new Caller.ByCustomer(CARL, null), "c3");
  static final ThreadId FIRST_THREAD = new ThreadId("Q20N9CKRX2");
  static final ChatThread THREAD = Acme.thread(null);
  static final Chat ACTIVE = Acme.chat(THREAD);
  static final Chat EMPTY =
      new Chat(
          new ChatId("EMPTY00000"),
          Acme.at("2020-04-30T10:00:00Z"),
          Access.ALL_AGENTS,
          Properties.NONE,
          List.of(),
          List.of(),
          null);

  static final String CUSTOMER_MEMBER =
      """
      {
        "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
        "type": "customer",
        "present": true,
        "events_seen_up_to": "2020-05-01T10:04:00.000000Z"
      }
      """;

  static final String AGENTS_FOR_AGENTS =
      """
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
      """;

  static final String AGENTS_FOR_CUSTOMERS =
      """
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
      """;

  static final String SUMMARY_FOR_AGENTS =
      """
      {
        "id": "PJ0MRSHTDG",
        "last_event_per_type": {
          "message": {
            "thread_id": "K600PKZON8",
            "thread_order": 2,
            "event": {
              "id": "K600PKZON8_4",
              "created_at": "2020-05-01T10:00:00.000004Z",
              "type": "message",
              "author_id": "anna@acme.example",
              "recipients": "all",
              "text": "hello"
            }
          },
          "file": {
            "thread_id": "K600PKZON8",
            "thread_order": 2,
            "event": {
              "id": "K600PKZON8_3",
              "created_at": "2020-05-01T10:00:00.000003Z",
              "type": "message",
              "author_id": "anna@acme.example",
              "recipients": "agents",
              "text": "psst"
            }
          },
          "system_message": {
            "thread_id": "K600PKZON8",
            "thread_order": 1,
            "event": {"restricted_access": true}
          }
        },
        "users": [%s, %s],
        "last_thread_summary": {
          "id": "K600PKZON8",
          "timestamp": 1588327200,
          "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "anna@acme.example"],
          "order": 2,
          "properties": {"routing": {"continuous": {"value": true}, "idle": {"value": false}}},
          "active": true,
          "access": {"group_ids": [1, 3]},
          "tags": ["sales"]
        },
        "properties": {
          "routing": {"unassigned": {"value": false}},
          "source": {"client_id": {"value": "client-9"}}
        },
        "access": {"group_ids": [1]},
        "order": 1588327200123456,
        "is_followed": %%s
      }
      """
          .formatted(CUSTOMER_MEMBER, AGENTS_FOR_AGENTS);

  private SampleChats() {}

  /// A chat with a last message, one for agents, and one in a thread that the caller may not see.
  static Answer.Chats chats(@Nullable String nextPageId, @Nullable String previousPageId) {
    var lastEvents = new EnumMap<EventType, Answer.LastEvent>(EventType.class);
    lastEvents.put(
        EventType.MESSAGE,
        new Answer.LastEvent(THREAD_ID, 2, message(4, ANNA.id(), Recipients.ALL, "hello")));
    lastEvents.put(
        EventType.FILE,
        new Answer.LastEvent(THREAD_ID, 2, message(3, ANNA.id(), Recipients.AGENTS, "psst")));
    lastEvents.put(EventType.SYSTEM_MESSAGE, new Answer.LastEvent(THREAD_ID, 1, null));
    return new Answer.Chats(
        List.of(new Answer.ChatSummary(ACTIVE, lastEvents, true)),
        7,
        nextPageId,
        previousPageId,
        Map.of());
  }
}
