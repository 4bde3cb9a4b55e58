package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.response.SampleChats.AGENTS_FOR_CUSTOMERS;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_BERT;
import static io.parley.protocol.response.SampleChats.BY_CARL;
import static io.parley.protocol.response.SampleChats.CUSTOMER_MEMBER;
import static io.parley.protocol.response.SampleChats.SUMMARY_FOR_AGENTS;
import static io.parley.protocol.response.SampleChats.chats;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.core.Rejection;
import io.parley.core.query.Answer;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.protocol.Payload;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatsSummaryTest {
  private final ResponseRenderer renderer = new ResponseRenderer();

  private Payload answer(Call call, Query query, Answer answer) {
    return renderer.answer(call, query, answer, LICENSE);
  }

  private static Query.Chats chatsQuery(Call call, Page page) {
    return new Query.Chats(call.caller(), ChatFilter.ALL, Order.DESCENDING, page);
  }

  @Test
  void shouldNotTakeARefusalForAnAnswer() {
    var refused = new Answer.Refused(new Rejection.ChatNotFound(CHAT_ID));

    assertThatThrownBy(() -> answer(BY_ANNA, chatsQuery(BY_ANNA, new Page.ById(null, 10)), refused))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldAnswerAnAgentWithSummariesOfChats() {
    assertJson(
        answer(BY_BERT, chatsQuery(BY_BERT, new Page.ById("MTUx", 1)), chats("MTUx", "MTUy")),
        """
        {
          "chats_summary": [%s],
          "found_chats": 7,
          "next_page_id": "MTUx",
          "previous_page_id": "MTUy"
        }
        """
            .formatted(SUMMARY_FOR_AGENTS.formatted(true)));
  }

  @Test
  void shouldAnswerTheOldFormOfPagesWithTheOldFormToo() {
    assertJson(
        answer(BY_ANNA, chatsQuery(BY_ANNA, new Page.ByNumber(3, 1)), chats(null, null)),
        """
        {
          "chats_summary": [%s],
          "found_chats": 7,
          "pagination": {"page": 3, "total": 7}
        }
        """
            .formatted(SUMMARY_FOR_AGENTS.formatted(false)));
  }

  @Test
  void shouldAnswerACustomerWithSummariesOfChats() {
    assertJson(
        answer(BY_CARL, chatsQuery(BY_CARL, new Page.ByOffset(0, 10)), chats("MTUx", null)),
        """
        {
          "chats_summary": [
            {
              "id": "PJ0MRSHTDG",
              "order": 1588327200123456,
              "last_thread_id": "K600PKZON8",
              "last_event_per_type": {
                "message": {
                  "thread_id": "K600PKZON8",
                  "thread_order": 2,
                  "event": {
                    "id": "K600PKZON8_4",
                    "created_at": "2020-05-01T10:00:00.000004Z",
                    "type": "message",
                    "author_id": "a0aa0000000000000000000000000001",
                    "recipients": "all",
                    "text": "hello"
                  }
                }
              },
              "users": [%s, %s],
              "last_thread_summary": {
                "id": "K600PKZON8",
                "timestamp": 1588327200,
                "user_ids": [
                  "b7eff798-f8df-4364-8059-649c35c9ed0c",
                  "a0aa0000000000000000000000000001"
                ],
                "order": 2,
                "properties": {"routing": {"continuous": {"value": true}}},
                "active": true,
                "access": {"group_ids": [1, 3]}
              },
              "access": {"group_ids": [1]},
              "properties": {"source": {"client_id": {"value": "client-9"}}},
              "active": true
            }
          ],
          "total_chats": 7
        }
        """
            .formatted(CUSTOMER_MEMBER, AGENTS_FOR_CUSTOMERS));
  }

  @Test
  void shouldSummariseAChatThatNeverWasActive() {
    var empty =
        new Answer.Chats(
            List.of(new Answer.ChatSummary(SampleChats.EMPTY, Map.of(), false)),
            1,
            null,
            null,
            Map.of());

    assertJson(
        answer(BY_CARL, chatsQuery(BY_CARL, new Page.ByOffset(0, 10)), empty),
        """
        {
          "chats_summary": [
            {
              "id": "EMPTY00000",
              "order": 1588240800000000,
              "last_event_per_type": {},
              "users": [],
              "access": {"group_ids": [0]},
              "properties": {},
              "active": false
            }
          ],
          "total_chats": 1
        }
        """);
  }
}
