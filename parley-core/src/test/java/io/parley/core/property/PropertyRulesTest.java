package io.parley.core.property;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatPropertiesUpdated;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.DeleteChatProperties;
import io.parley.core.chat.DeleteEventProperties;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.EventPropertiesUpdated;
import io.parley.core.chat.ThreadId;
import io.parley.core.chat.ThreadPropertiesUpdated;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.event.Event;
import io.parley.core.event.EventBody;
import io.parley.core.property.PropertyValue.Flag;
import io.parley.core.property.PropertyValue.Text;
import io.parley.core.property.PropertyValue.Whole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyRulesTest {
  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA);
  private final ChatId chatId = run.starts(CARL);

  @Test
  void shouldSetWhatIsDefinedAndAllowed() {
    run.result(
        new UpdateChatProperties(
            as(ANNA), chatId, Properties.of("test", "int_property", new Whole(7))));

    assertThat(run.chat(chatId).properties().get("test", "int_property")).isEqualTo(new Whole(7));
    assertThat(run.last(ChatPropertiesUpdated.class).properties().byNamespace())
        .containsOnlyKeys("test");
  }

  @Test
  void shouldRefuseWhatIsNotDefined() {
    Rejection rejection =
        run.rejection(
            new UpdateChatProperties(
                as(ANNA), chatId, Properties.of("nobody", "knows", new Whole(7))));

    assertThat(rejection.type()).isEqualTo(ErrorType.VALIDATION);
    assertThat(rejection.message()).contains("properties.nobody.knows");
  }

  @Test
  void shouldRefuseAValueOfAnotherType() {
    Rejection rejection =
        run.rejection(
            new UpdateChatProperties(
                as(ANNA), chatId, Properties.of("test", "bool_property", new Text("yes"))));

    assertThat(rejection.message()).contains("bool");
  }

  @Test
  void shouldRefuseANumberOutOfRangeAndOverThirtyTwoBits() {
    assertThat(
            run.rejection(
                    new UpdateChatProperties(
                        as(CARL), chatId, Properties.of("rating", "score", new Whole(2))))
                .message())
        .contains("range");
    assertThat(
            run.rejection(
                    new UpdateChatProperties(
                        as(CARL),
                        chatId,
                        Properties.of("test", "int_property", new Whole(1L << 31))))
                .message())
        .contains("int");
  }

  @Test
  void shouldRefuseALocationThatIsNotThePropertys() {
    assertThat(
            run.rejection(
                    new UpdateChatProperties(
                        as(ANNA), chatId, Properties.of("status", "delivered", new Flag(true))))
                .message())
        .contains("chat");
  }

  @Test
  void shouldRefuseToWriteWhatTheRoleMayOnlyRead() {
    assertThat(
            run.rejection(
                    new UpdateChatProperties(
                        as(ANNA), chatId, Properties.of("rating", "score", new Whole(1))))
                .type())
        .isEqualTo(ErrorType.AUTHORIZATION);
  }

  @Test
  void shouldTellTheChatOfItsRating() {
    run.result(
        new UpdateChatProperties(as(CARL), chatId, Properties.of("rating", "score", new Whole(1))));
    assertThat(messageType(run.last(EventAdded.class).event())).isEqualTo("rating.chat_rated");

    run.result(new DeleteChatProperties(as(CARL), chatId, Map.of("rating", List.of("score"))));
    assertThat(messageType(run.last(EventAdded.class).event()))
        .isEqualTo("rating.chat_rating_canceled");
    assertThat(run.chat(chatId).properties().get("rating", "score")).isNull();
  }

  private static String messageType(Event event) {
    return ((EventBody.SystemMessage) event.body()).messageType();
  }

  @Test
  void shouldSetPropertiesOfAThreadThatIsClosedAndNotTheLast() {
    ThreadId first = run.chat(chatId).lastThread().id();
    run.result(new CloseThread(as(CARL), chatId));
    run.context.load(run.chat(chatId).lastThread());
    run.activates(as(CARL), chatId);

    run.result(
        new UpdateThreadProperties(
            as(ANNA), chatId, first, Properties.of("test", "bool_property", new Flag(true))));

    assertThat(run.last(ThreadPropertiesUpdated.class).threadId()).isEqualTo(first);
    assertThat(run.chat(chatId).lastThread().properties().flag("test", "bool_property")).isFalse();
  }

  @Test
  void shouldSetAndDeletePropertiesOfAnEvent() {
    Event event = run.sends(as(CARL), chatId, text("hello"));

    run.result(
        new UpdateEventProperties(
            as(ANNA), chatId, event.id(), Properties.of("status", "delivered", new Flag(true))));
    assertThat(
            run.last(EventPropertiesUpdated.class).event().properties().flag("status", "delivered"))
        .isTrue();

    run.result(
        new DeleteEventProperties(
            as(ANNA), chatId, event.id(), Map.of("status", List.of("delivered"))));
    assertThat(
            run.rejection(
                    new UpdateEventProperties(
                        as(ANNA),
                        chatId,
                        new io.parley.core.event.EventId(event.id().threadId(), 99),
                        Properties.of("status", "delivered", new Flag(true))))
                .message())
        .contains("event_id");
  }

  @Test
  void shouldHideFromCustomersAnEventForAgents() {
    Event event = run.sends(as(ANNA), chatId, LicenseRun.whisper("psst"));

    assertThat(
            run.rejection(
                    new UpdateEventProperties(
                        as(CARL),
                        chatId,
                        event.id(),
                        Properties.of("status", "delivered", new Flag(true))))
                .message())
        .contains("no event");
  }

  @Test
  void shouldShowCustomersOnlyWhatTheyMayRead() {
    var rules = run.license.propertyRules();
    Properties all =
        Properties.of("routing", "unassigned", new Flag(true))
            .with("routing", "continuous", new Flag(false));

    assertThat(rules.readableByCustomers(PropertyLocation.CHAT, all))
        .isEqualTo(Properties.of("routing", "continuous", new Flag(false)));
  }

  @Test
  void shouldLetEachSideReadWhatIsForItWhereItIsFor() {
    PropertyRules rules = run.license.propertyRules();

    assertThat(rules.customersRead(PropertyLocation.CHAT, "rating", "score")).isTrue();
    assertThat(rules.customersRead(PropertyLocation.THREAD, "routing", "idle")).isFalse();
    assertThat(
            run.license
                .propertyRules()
                .customersRead(PropertyLocation.CHAT, "routing", "start_url"))
        .isFalse();
    assertThat(rules.customersRead(PropertyLocation.CHAT, "nobody", "knows")).isFalse();
    assertThat(rules.agentsRead(PropertyLocation.THREAD, "routing", "idle")).isTrue();
    assertThat(rules.agentsRead(PropertyLocation.CHAT, "lc2", "welcome_text")).isFalse();
    assertThat(rules.agentsRead(PropertyLocation.CHAT, "nobody", "knows")).isTrue();
  }
}
