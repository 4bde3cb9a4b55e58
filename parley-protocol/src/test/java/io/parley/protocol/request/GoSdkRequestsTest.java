package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.event.EventBody;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import org.junit.jupiter.api.Test;

/// Requests as version 1.0.0 of the Go SDK writes them: structures whole, with empty strings, nulls
/// and zero times in the members that nobody has set.
class GoSdkRequestsTest {
  private static final String MESSAGE =
      """
      {"created_at": "0001-01-01T00:00:00Z", "author_id": "", "recipients": "all", "type": "message",
       "fields": null, "content_type": null, "url": null, "width": null, "height": null,
       "name": null, "template_id": null, "elements": null, "text": "hello"}
      """;

  @Test
  void shouldReadAnEventWithMembersOfEveryType() {
    var command =
        (SendEvent)
            byAgent(
                "send_event",
                """
                {"chat_id": "PJ0MRSHTDG", "event": %s, "attach_to_last_thread": false}
                """
                    .formatted(MESSAGE));

    assertThat(command.event().body()).isEqualTo(new EventBody.Message("hello", null));
  }

  @Test
  void shouldReadAChatWhoseIdIsEmptyAndWhoseUserIsWrittenWhole() {
    var command =
        (StartChat)
            byAgent(
                "start_chat",
                """
                {"chat": {"id": "", "thread": {"events": [%s]}, "users": [{
                  "id": "b7eff798-f8df-4364-8059-649c35c9ed0c", "type": "customer", "name": "",
                  "avatar": "", "email": "", "present": false, "last_seen_timestamp": -62135596800,
                  "routing_status": null, "last_visit": null, "statistics": null,
                  "agent_last_event_created_at": null, "customer_last_event_created_at": null}]}}
                """
                    .formatted(MESSAGE));

    assertThat(command.opening().events()).hasSize(1);
    assertThat(command.opening().customerId()).isNotNull();
  }

  @Test
  void shouldReadTheSameOfCustomers() {
    var command =
        (ActivateChat)
            byCustomer(
                "activate_chat",
                "{\"chat\": {\"id\": \"PJ0MRSHTDG\", \"thread\": {\"events\": [%s]}}}"
                    .formatted(MESSAGE));

    assertThat(command.opening().events()).hasSize(1);
  }

  @Test
  void shouldReadAccessInTheFormOfTheDataStructure() {
    var command =
        (ChangeChatAccess)
            byAgent(
                "grant_access",
                """
                {"resource": "chat", "id": "PJ0MRSHTDG", "access": {"group_ids": [1, 2]}}
                """);

    assertThat(command.operation()).isEqualTo(AccessOperation.GRANT);
    assertThat(command.given().groupIds()).hasSize(2);
  }

  @Test
  void shouldReadPagesByNumberForSummariesToo() {
    var summaries =
        (Query.Chats)
            byAgent(
                "get_chats_summary",
                """
                {"filters": {"include_active": true}, "pagination": {"page": 2, "limit": 5}}
                """);
    var archives = (Query.Archives) byAgent("get_archives", "{\"pagination\": {}}");

    assertThat(summaries.page()).isEqualTo(new Page.ByNumber(2, 5));
    assertThat(archives.page()).isEqualTo(new Page.ById(null, 25));
  }

  @Test
  void shouldReadACustomerOfWhomOnlyTheNameIsSaid() {
    var command =
        (UpdateCustomer)
            byAgent(
                "update_customer",
                """
                {"customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c", "name": "Carla"}
                """);

    assertThat(command.details().name()).isEqualTo("Carla");
  }

  @Test
  void shouldReadMomentsWithNanosecondsAndAnOffset() {
    assertThat(
            byCustomer(
                "mark_events_as_seen",
                """
                {"chat_id": "PJ0MRSHTDG", "seen_up_to": "2017-10-12T15:19:21.123456789+02:00"}
                """))
        .isNotNull();
  }

  @Test
  void shouldAnswerQuestionsWithoutAPayload() {
    assertThat(byCustomer("get_predicted_agent", "{}")).isNotNull();
    assertThat(byCustomer("get_customer", "{}")).isInstanceOf(Query.OneCustomer.class);
  }
}
