package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.response.SampleChats.AGENTS_FOR_AGENTS;
import static io.parley.protocol.response.SampleChats.AGENTS_FOR_CUSTOMERS;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_BERT;
import static io.parley.protocol.response.SampleChats.BY_CARL;
import static io.parley.protocol.response.SampleChats.CUSTOMER_MEMBER;

import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.core.query.Answer;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.protocol.Payload;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatThreadsTest {
  private final ResponseRenderer renderer = new ResponseRenderer();

  private Payload answer(Call call, Query query, Answer answer) {
    return renderer.answer(call, query, answer, LICENSE);
  }

  private static final Answer.Threads THREADS =
      new Answer.Threads(List.of(SampleChats.THREAD), 5, "MTUx", null);

  private static Query.Threads threadsQuery(Call call) {
    return new Query.Threads(call.caller(), CHAT_ID, Order.DESCENDING, new Page.ById(null, 1));
  }

  @Test
  void shouldAnswerAnAgentWithSummariesOfThreads() {
    assertJson(
        answer(BY_ANNA, threadsQuery(BY_ANNA), THREADS),
        """
        {
          "threads_summary": [{"id": "K600PKZON8", "order": 2, "total_events": 4, "events_count": 4}],
          "found_threads": 5,
          "next_page_id": "MTUx"
        }
        """);
  }

  @Test
  void shouldAnswerACustomerWithSummariesOfThreads() {
    assertJson(
        answer(BY_CARL, threadsQuery(BY_CARL), THREADS),
        """
        {
          "threads_summary": [
            {"id": "K600PKZON8", "order": 2, "total_events": 4, "active": true}
          ],
          "total_threads": 5
        }
        """);
  }

  private static Answer.ChatWithThreads chatWithThreads(@Nullable List<Event> events) {
    return new Answer.ChatWithThreads(
        SampleChats.ACTIVE,
        List.of(new Answer.ThreadWithEvents(SampleChats.THREAD, events)),
        List.of(
            new Answer.ThreadEntry(SampleChats.FIRST_THREAD, 1),
            new Answer.ThreadEntry(THREAD_ID, 2)),
        Map.of());
  }

  private static Query.ThreadsWithEvents threadsWithEvents(Call call) {
    return new Query.ThreadsWithEvents(call.caller(), CHAT_ID, null);
  }

  @Test
  void shouldAnswerAnAgentWithAChatAndAThreadThatTheAgentMayNotSee() {
    assertJson(
        answer(BY_BERT, threadsWithEvents(BY_BERT), chatWithThreads(null)),
        """
        {
          "chat": {
            "id": "PJ0MRSHTDG",
            "users": [%s, %s],
            "threads": [
              {
                "id": "K600PKZON8",
                "timestamp": 1588327200,
                "active": true,
                "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "anna@acme.example"],
                "restricted_access": true,
                "order": 2,
                "properties": {
                  "routing": {"continuous": {"value": true}, "idle": {"value": false}}
                },
                "access": {"group_ids": [1, 3]},
                "tags": ["sales"]
              }
            ],
            "threads_summary": [
              {"thread_id": "Q20N9CKRX2", "order": 1},
              {"thread_id": "K600PKZON8", "order": 2}
            ],
            "properties": {
              "routing": {"unassigned": {"value": false}},
              "source": {"client_id": {"value": "client-9"}}
            },
            "access": {"group_ids": [1]},
            "is_followed": true
          }
        }
        """
            .formatted(CUSTOMER_MEMBER, AGENTS_FOR_AGENTS));
  }

  @Test
  void shouldAnswerACustomerWithAChatAndWhatWasSaidToTheCustomer() {
    List<Event> events =
        List.of(
            message(1, ANNA.id(), Recipients.AGENTS, "psst"),
            message(2, CARL, Recipients.ALL, "hello"));

    assertJson(
        answer(BY_CARL, threadsWithEvents(BY_CARL), chatWithThreads(events)),
        """
        {
          "chat": {
            "id": "PJ0MRSHTDG",
            "order": 1588327200123456,
            "users": [%s, %s],
            "threads": [
              {
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
                    "author_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
                    "recipients": "all",
                    "text": "hello"
                  }
                ],
                "order": 2,
                "properties": {"routing": {"continuous": {"value": true}}},
                "access": {"group_ids": [1, 3]}
              }
            ],
            "threads_summary": [
              {"thread_id": "Q20N9CKRX2", "order": 1},
              {"thread_id": "K600PKZON8", "order": 2}
            ],
            "access": {"group_ids": [1]},
            "properties": {"source": {"client_id": {"value": "client-9"}}}
          }
        }
        """
            .formatted(CUSTOMER_MEMBER, AGENTS_FOR_CUSTOMERS));
  }
}
