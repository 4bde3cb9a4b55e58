package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.GONE;
import static io.parley.protocol.json.Acme.GONE_PUBLIC;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ChatAccessChanged;
import io.parley.core.chat.ChatTransferred;
import io.parley.core.chat.ThreadTagged;
import io.parley.core.chat.ThreadUntagged;
import io.parley.core.chat.TransferTarget;
import io.parley.core.customer.CustomerAccessChanged;
import io.parley.core.group.GroupId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPushesTest {
  private static final Access GIVEN = Access.of(new GroupId(1));
  private static final Access RESULT = Access.of(new GroupId(1), new GroupId(3));

  @ParameterizedTest
  @CsvSource({
    "GRANT, access_granted, false",
    "REVOKE, access_revoked, false",
    "SET, access_set, true"
  })
  void shouldTellWhatWasDoneToTheAccessOfAChat(
      AccessOperation operation, String action, boolean customersToo) {
    String push =
        """
        {"resource": "chat", "id": "PJ0MRSHTDG", "access": {"group_ids": [1]}}
        """;

    assertPushes(
        new ChatAccessChanged(CHAT_ID, operation, GIVEN, RESULT),
        action,
        push,
        customersToo ? push : NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"GRANT, access_granted", "REVOKE, access_revoked", "SET, access_set"})
  void shouldTellAgentsAloneWhatWasDoneToTheAccessOfACustomer(
      AccessOperation operation, String action) {
    assertPushes(
        new CustomerAccessChanged(CARL, operation, GIVEN, RESULT),
        action,
        """
        {
          "resource": "customer",
          "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "access": {"group_ids": [1]}
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellToWhichAgentsAChatWent() {
    var target = new TransferTarget.ToAgents(List.of(BERT.id(), GONE));

    assertPushes(
        new ChatTransferred(CHAT_ID, THREAD_ID, ANNA.id(), target, at("2020-05-01T10:00:00Z")),
        "chat_transferred",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "requester_id": "anna@acme.example",
          "type": "agent",
          "ids": ["bert@acme.example", "gone@acme.example"]
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "requester_id": "%s",
          "type": "agent",
          "ids": ["%s", "%s"]
        }
        """
            .formatted(ANNA.publicId(), BERT.publicId(), GONE_PUBLIC));
  }

  @Test
  void shouldTellToWhichGroupsTheRouterGaveAChat() {
    var target = new TransferTarget.ToGroups(List.of(new GroupId(19), new GroupId(3)));

    assertPushes(
        new ChatTransferred(CHAT_ID, THREAD_ID, null, target, at("2020-05-01T10:00:00Z")),
        "chat_transferred",
        "{\"chat_id\": \"PJ0MRSHTDG\", \"type\": \"group\", \"ids\": [19, 3]}",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "type": "group",
          "ids": [19, 3]
        }
        """);
  }

  @Test
  void shouldTellAgentsAloneOfTags() {
    String push =
        "{\"chat_id\": \"PJ0MRSHTDG\", \"thread_id\": \"K600PKZON8\", \"tag\": \"bug_report\"}";

    assertPushes(
        new ThreadTagged(CHAT_ID, THREAD_ID, "bug_report"), "chat_thread_tagged", push, NOTHING);
    assertPushes(
        new ThreadUntagged(CHAT_ID, THREAD_ID, "bug_report"),
        "chat_thread_untagged",
        push,
        NOTHING);
  }
}
