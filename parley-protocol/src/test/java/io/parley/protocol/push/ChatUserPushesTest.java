package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPush;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.chat.Membership;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.chat.UserRemovedFromChat;
import io.parley.core.chat.Visibility;
import io.parley.protocol.Api;
import org.junit.jupiter.api.Test;

class ChatUserPushesTest {
  private static UserAddedToChat added(Membership member) {
    return new UserAddedToChat(
        CHAT_ID, THREAD_ID, member, null, UserAddedToChat.Reason.WROTE, ANNA.id());
  }

  @Test
  void shouldTellOfAnAgentWhoWroteWithoutJoining() {
    assertPushes(
        added(Membership.absent(BERT.id())),
        "chat_user_added",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "user": {
            "id": "bert@acme.example",
            "type": "agent",
            "name": "Bert",
            "email": "bert@acme.example",
            "present": false,
            "avatar": "https://acme.example/Bert.png",
            "job_title": "Support"
          },
          "user_type": "agent"
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "user": {
            "id": "b0bb0000000000000000000000000002",
            "type": "agent",
            "name": "Bert",
            "avatar": "https://acme.example/Bert.png",
            "job_title": "Support",
            "present": false,
            "is_bot": false
          },
          "user_type": "agent"
        }
        """);
  }

  @Test
  void shouldTellOfACustomerAddedToAnInactiveChat() {
    var added =
        new UserAddedToChat(
            CHAT_ID,
            null,
            Membership.joining(CARL),
            CARL_PROFILE,
            UserAddedToChat.Reason.MANUAL,
            ANNA.id());

    assertPush(
        Api.CUSTOMER,
        added,
        "chat_user_added",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "user": {
            "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
            "type": "customer",
            "name": "Carl",
            "email": "carl@customers.example",
            "avatar": "https://customers.example/carl.png",
            "fields": {"plan": "gold", "age": "42"},
            "present": true
          },
          "user_type": "customer"
        }
        """);
  }

  @Test
  void shouldNotTellCustomersOfAUserWhomOnlyAgentsMayKnowOf() {
    assertPush(
        Api.CUSTOMER,
        added(new Membership(BERT.id(), true, Visibility.AGENTS, null)),
        "chat_user_added",
        NOTHING);
  }

  @Test
  void shouldTellWhoLeft() {
    String push =
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "user_id": "%s",
          "user_type": "agent"
        }
        """;

    assertPushes(
        new UserRemovedFromChat(CHAT_ID, THREAD_ID, BERT.id(), ANNA.id()),
        "chat_user_removed",
        push.formatted("bert@acme.example"),
        push.formatted(BERT.publicId()));
  }

  @Test
  void shouldTellWhoLeftAnInactiveChat() {
    String push =
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "user_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "user_type": "customer"
        }
        """;

    assertPushes(
        new UserRemovedFromChat(CHAT_ID, null, CARL, null), "chat_user_removed", push, push);
  }
}
