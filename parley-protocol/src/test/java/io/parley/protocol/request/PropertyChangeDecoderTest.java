package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.DeleteChatProperties;
import io.parley.core.chat.DeleteEventProperties;
import io.parley.core.chat.DeleteThreadProperties;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.event.EventId;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyChangeDecoderTest {
  private static final ChatId CHAT = new ChatId("PJ0MRSHTDG");
  private static final ThreadId THREAD = new ThreadId("K600PKZON8");
  private static final EventId EVENT = new EventId(THREAD, 12);
  private static final Properties RATING =
      Properties.of("rating", "score", new Whole(1)).with("rating", "comment", new Text("fine"));
  private static final Map<String, List<String>> NAMES =
      Map.of("rating", List.of("score", "comment"));
  private static final String PLACE =
      "chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_12'";

  static Stream<String> bareAndWrapped() {
    return Stream.of(
        "{rating: {score: 1, comment: 'fine'}}",
        "{rating: {score: {value: 1}, comment: {value: 'fine'}}}");
  }

  @ParameterizedTest
  @MethodSource("bareAndWrapped")
  void shouldReadWhatIsToBeSet(String properties) {
    String payload = "{" + PLACE + ", properties: " + properties + "}";

    assertThat(byAgent("update_chat_properties", payload))
        .isEqualTo(new UpdateChatProperties(ANNA, CHAT, RATING));
    assertThat(byCustomer("update_chat_properties", payload))
        .isEqualTo(new UpdateChatProperties(CARL, CHAT, RATING));
    assertThat(byAgent("update_chat_thread_properties", payload))
        .isEqualTo(new UpdateThreadProperties(ANNA, CHAT, THREAD, RATING));
    assertThat(byCustomer("update_event_properties", payload))
        .isEqualTo(new UpdateEventProperties(CARL, CHAT, EVENT, RATING));
  }

  @Test
  void shouldReadWhatIsToBeDeleted() {
    String payload = "{" + PLACE + ", properties: {rating: ['score', 'comment', 'score'], x: []}}";

    assertThat(byAgent("delete_chat_properties", payload))
        .isEqualTo(new DeleteChatProperties(ANNA, CHAT, NAMES));
    assertThat(byCustomer("delete_chat_thread_properties", payload))
        .isEqualTo(new DeleteThreadProperties(CARL, CHAT, THREAD, NAMES));
    assertThat(byAgent("delete_event_properties", payload))
        .isEqualTo(new DeleteEventProperties(ANNA, CHAT, EVENT, NAMES));
  }

  @Test
  void shouldRefuseToChangeNothing() {
    assertThat(problemOfAgent("update_chat_properties", "{" + PLACE + "}"))
        .isEqualTo("`properties`: is required");
    assertThat(problemOfAgent("update_chat_properties", "{" + PLACE + ", properties: {}}"))
        .isEqualTo("`properties`: must hold a property");
    assertThat(problemOfCustomer("delete_event_properties", "{" + PLACE + "}"))
        .isEqualTo("`properties`: is required");
    assertThat(problemOfCustomer("delete_event_properties", "{" + PLACE + ", properties: {a: []}}"))
        .isEqualTo("`properties`: must hold the name of a property");
  }

  @Test
  void shouldRefuseNamesThatAreNone() {
    assertThat(
            problemOfAgent(
                "delete_chat_properties", "{" + PLACE + ", properties: {rating: 'score'}}"))
        .isEqualTo("`properties.rating`: must be an array");
    assertThat(
            problemOfAgent(
                "delete_chat_properties", "{" + PLACE + ", properties: {rating: ['score', 1]}}"))
        .isEqualTo("`properties.rating[1]`: must be a string");
  }

  @Test
  void shouldRefuseThreadsAndEventsThatAreNotNamed() {
    assertThat(problemOfAgent("update_chat_thread_properties", "{chat_id: 'A', properties: {}}"))
        .isEqualTo("`thread_id`: is required");
    assertThat(
            problemOfAgent(
                "update_event_properties", "{chat_id: 'A', thread_id: 'B', properties: {}}"))
        .isEqualTo("`event_id`: is required");
    assertThat(
            problemOfAgent(
                "update_event_properties",
                "{chat_id: 'A', thread_id: 'B', event_id: 'K600PKZON8_12'}"))
        .isEqualTo("`event_id`: thread B has no such event");
    assertThat(
            problemOfAgent(
                "update_event_properties",
                "{chat_id: 'A', thread_id: 'B', event_id: 'a0c22fdd-fb71-40b5-bfc6-a8a0bc3117f7'}"))
        .isEqualTo("`event_id`: thread B has no such event");
    assertThat(
            problemOfAgent(
                "update_event_properties", "{chat_id: 'A', thread_id: 'B', event_id: 'B_012'}"))
        .isEqualTo("`event_id`: thread B has no such event");
  }
}
