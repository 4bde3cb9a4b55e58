package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.response.SampleChats.ACTIVE;
import static io.parley.protocol.response.SampleChats.AGENTS_FOR_AGENTS;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_BERT;
import static io.parley.protocol.response.SampleChats.CUSTOMER_MEMBER;

import io.parley.core.event.Recipients;
import io.parley.core.query.Answer;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.protocol.Payload;
import io.parley.protocol.json.Acme;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArchivesTest {
  private static final String CHAT =
      """
      {
        "id": "PJ0MRSHTDG",
        "users": [%s, %s],
        "thread": {
          "id": "K600PKZON8",
          "timestamp": 1588327200,
          "active": false,
          "user_ids": ["b7eff798-f8df-4364-8059-649c35c9ed0c", "anna@acme.example"],
          "order": 2,
          "properties": {"routing": {"continuous": {"value": true}, "idle": {"value": false}}},
          "access": {"group_ids": [1, 3]},
          "tags": ["sales"],
          "events": [
            {
              "id": "K600PKZON8_4",
              "created_at": "2020-05-01T10:00:00.000004Z",
              "type": "message",
              "author_id": "anna@acme.example",
              "recipients": "agents",
              "text": "psst"
            }
          ]
        },
        "properties": {
          "routing": {"unassigned": {"value": false}},
          "source": {"client_id": {"value": "client-9"}}
        },
        "access": {"group_ids": [1]},
        "is_followed": %%s
      }
      """
          .formatted(CUSTOMER_MEMBER, AGENTS_FOR_AGENTS);

  private final ResponseRenderer renderer = new ResponseRenderer();

  private static Answer.Archives archives(
      @Nullable String nextPageId, @Nullable String previousPageId) {
    var thread =
        new Answer.ArchivedThread(
            ACTIVE,
            Acme.thread(at("2020-05-01T11:00:00Z")),
            List.of(message(4, ANNA.id(), Recipients.AGENTS, "psst")));
    return new Answer.Archives(List.of(thread), 42, nextPageId, previousPageId, Map.of());
  }

  private Payload answer(Call call, Page page, Answer answer) {
    var query = new Query.Archives(call.caller(), List.of(), Order.DESCENDING, page);
    return renderer.answer(call, query, answer, LICENSE);
  }

  @Test
  void shouldAnswerWithChatsEachWithOneThread() {
    assertJson(
        answer(BY_ANNA, new Page.ById("MTU=", 25), archives("MTY=", "MTQ=")),
        """
        {
          "chats": [%s],
          "found_chats": 42,
          "next_page_id": "MTY=",
          "previous_page_id": "MTQ="
        }
        """
            .formatted(CHAT.formatted(false)));
  }

  @Test
  void shouldNameThePageThatWasAskedForByNumber() {
    assertJson(
        answer(BY_BERT, new Page.ByNumber(3, 25), archives("MTY=", "MTQ=")),
        """
        {
          "chats": [%s],
          "found_chats": 42,
          "next_page_id": "MTY=",
          "previous_page_id": "MTQ=",
          "pagination": {"page": 3, "total": 42}
        }
        """
            .formatted(CHAT.formatted(true)));
  }

  @Test
  void shouldCallThePageThatNobodyAskedForTheFirst() {
    assertJson(
        answer(
            BY_ANNA,
            new Page.ById(null, 25),
            new Answer.Archives(List.of(), 0, null, null, Map.of())),
        "{\"chats\": [], \"found_chats\": 0, \"pagination\": {\"page\": 1, \"total\": 0}}");
  }

  @Test
  void shouldFillInTheProfilesOfCustomers() {
    var answered = archives(null, null);
    var withCarl =
        new Answer.Archives(answered.threads(), 1, null, null, Map.of(CARL, Acme.CARL_PROFILE));

    assertJson(
        answer(BY_ANNA, new Page.ById("MTU=", 25), withCarl),
        """
        {"chats": [%s], "found_chats": 1}
        """
            .formatted(
                CHAT.formatted(false)
                    .replace(
                        CUSTOMER_MEMBER,
                        """
                        {
                          %s,
                          "present": true,
                          "events_seen_up_to": "2020-05-01T10:04:00.000000Z"
                        }
                        """
                            .formatted(Acme.CARL_FOR_AGENTS))));
  }
}
