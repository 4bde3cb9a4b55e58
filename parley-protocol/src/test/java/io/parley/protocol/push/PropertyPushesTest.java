package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.CHAT_ID;
import static io.parley.protocol.json.Acme.THREAD_ID;
import static io.parley.protocol.json.Acme.message;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPush;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.chat.ChatPropertiesDeleted;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.EventPropertiesDeleted;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.ThreadPropertiesDeleted;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.event.Event;
import io.parley.core.event.Recipients;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.protocol.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyPushesTest {
  private static final Properties MIXED =
      Properties.of("rating", "score", new Whole(1)).with("routing", "pinned", new Flag(true));
  private static final Map<String, List<String>> MIXED_NAMES =
      Map.of("rating", List.of("score", "comment"), "routing", List.of("pinned"));
  private static final Event HELLO = message(3, ANNA.id(), Recipients.ALL, "hello");
  private static final Event PSST = message(4, ANNA.id(), Recipients.AGENTS, "psst");

  @Test
  void shouldTellWhichPropertiesOfAChatWereSet() {
    assertPushes(
        new ChatPropertiesUpdated(CHAT_ID, MIXED),
        "chat_properties_updated",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "properties": {
            "rating": {"score": {"value": 1}},
            "routing": {"pinned": {"value": true}}
          }
        }
        """,
        """
        {"chat_id": "PJ0MRSHTDG", "properties": {"rating": {"score": {"value": 1}}}}
        """);
  }

  @Test
  void shouldTellWhichPropertiesOfAChatWereDeleted() {
    assertPushes(
        new ChatPropertiesDeleted(CHAT_ID, MIXED_NAMES),
        "chat_properties_deleted",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "properties": {"rating": ["score", "comment"], "routing": ["pinned"]}
        }
        """,
        """
        {"chat_id": "PJ0MRSHTDG", "properties": {"rating": ["score", "comment"]}}
        """);
  }

  @Test
  void shouldTellWhichPropertiesOfAThreadWereSet() {
    assertPushes(
        new ThreadPropertiesUpdated(CHAT_ID, THREAD_ID, MIXED),
        "chat_thread_properties_updated",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "properties": {
            "rating": {"score": {"value": 1}},
            "routing": {"pinned": {"value": true}}
          }
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "properties": {"rating": {"score": {"value": 1}}}
        }
        """);
  }

  @Test
  void shouldTellWhichPropertiesOfAThreadWereDeleted() {
    assertPushes(
        new ThreadPropertiesDeleted(CHAT_ID, THREAD_ID, MIXED_NAMES, Properties.NONE),
        "chat_thread_properties_deleted",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "properties": {"rating": ["score", "comment"], "routing": ["pinned"]}
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "properties": {"rating": ["score", "comment"]}
        }
        """);
  }

  @Test
  void shouldTellWhichPropertiesOfAnEventWereSet() {
    Properties translated =
        Properties.of("translation", "target_message", new Text("dzień dobry"))
            .with("lc2", "file_safety_confirmation", new Flag(true));

    assertPushes(
        new EventPropertiesUpdated(CHAT_ID, HELLO.with(translated), translated),
        "event_properties_updated",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_id": "K600PKZON8_3",
          "properties": {
            "lc2": {"file_safety_confirmation": {"value": true}},
            "translation": {"target_message": {"value": "dzień dobry"}}
          }
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_id": "K600PKZON8_3",
          "properties": {"translation": {"target_message": {"value": "dzień dobry"}}}
        }
        """);
  }

  @Test
  void shouldTellWhichPropertiesOfAnEventWereDeleted() {
    assertPushes(
        new EventPropertiesDeleted(
            CHAT_ID,
            HELLO,
            Map.of(
                "rating",
                List.of("score", "comment"),
                "lc2",
                List.of("file_safety_confirmation", "form_type"))),
        "event_properties_deleted",
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_id": "K600PKZON8_3",
          "properties": {
            "rating": ["score", "comment"],
            "lc2": ["file_safety_confirmation", "form_type"]
          }
        }
        """,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "event_id": "K600PKZON8_3",
          "properties": {"rating": ["score", "comment"], "lc2": ["form_type"]}
        }
        """);
  }

  @Test
  void shouldTellCustomersNothingOfEventsThatAreForAgents() {
    Properties score = Properties.of("rating", "score", new Whole(1));
    Map<String, List<String>> names = Map.of("rating", List.of("score"));

    assertPush(
        Api.CUSTOMER, new EventPropertiesUpdated(CHAT_ID, PSST.with(score), score), "", NOTHING);
    assertPush(Api.CUSTOMER, new EventPropertiesDeleted(CHAT_ID, PSST, names), "", NOTHING);
  }

  @Test
  void shouldTellCustomersNothingWhenNoPropertyIsForThem() {
    Properties idle = Properties.of("routing", "idle", new Flag(true));
    Map<String, List<String>> names = Map.of("routing", List.of("idle"));

    assertPush(Api.CUSTOMER, new ChatPropertiesUpdated(CHAT_ID, idle), "", NOTHING);
    assertPush(Api.CUSTOMER, new ChatPropertiesDeleted(CHAT_ID, names), "", NOTHING);
    assertPush(Api.CUSTOMER, new ThreadPropertiesUpdated(CHAT_ID, THREAD_ID, idle), "", NOTHING);
    assertPush(
        Api.CUSTOMER,
        new ThreadPropertiesDeleted(CHAT_ID, THREAD_ID, names, Properties.NONE),
        "",
        NOTHING);
  }

  @Test
  void shouldTellAgentsNothingWhenAllIsForCustomers() {
    Properties welcome = Properties.of("lc2", "welcome_text", new Text("Hi"));

    assertPushes(
        new ThreadPropertiesUpdated(CHAT_ID, THREAD_ID, welcome),
        "chat_thread_properties_updated",
        NOTHING,
        """
        {
          "chat_id": "PJ0MRSHTDG",
          "thread_id": "K600PKZON8",
          "properties": {"lc2": {"welcome_text": {"value": "Hi"}}}
        }
        """);
  }
}
