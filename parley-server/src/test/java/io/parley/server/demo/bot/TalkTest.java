package io.parley.server.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkTest {
  private final BotScript script = BotScript.read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When are you open on Saturdays? | from Monday to Saturday",
        "How much is shipping to Norway? | Delivery is",
        "where's my parcel | number of your order",
        "4711 | Order 4711 is on its way",
        "Do you have a nice gift? | Rubber fig",
        "Please put a Boston fern aside for me | It waits for you",
        "My pot came broken | Shall I fetch somebody",
        "Thanks a lot! | You are welcome",
      })
  void shouldAnswerWhatItKnows(String question, String answer) {
    Talk.Turn turn = Talk.NEW.hears(question, script);

    assertThat(turn.events().toString()).contains(answer);
    assertThat(turn.handOver()).isFalse();
  }

  @Test
  void shouldKnowWhatItsOwnButtonsSay() {
    List<String> values =
        script.greeting().stream()
            .flatMap(event -> event.findValuesAsText("value").stream())
            .toList();

    assertThat(values)
        .hasSize(5)
        .allSatisfy(
            value ->
                assertThat(Talk.NEW.hears(value, script).events()).isNotEqualTo(script.unknown()));
  }

  @ParameterizedTest
  @CsvSource({"I would like to talk to a person", "Is there a human?", "Get me your staff"})
  void shouldFetchSomebodyOnRequest(String request) {
    assertThat(Talk.NEW.hears(request, script).handOver()).isTrue();
  }

  @Test
  void shouldFetchThoseWhoKnowAboutTheQuestion() {
    Talk asked = Talk.NEW.hears("Where is my order?", script).then();

    Talk.Turn turn = asked.hears("A person, please", script);

    assertThat(turn.handOver()).isTrue();
    assertThat(turn.then().group()).isEqualTo(2);
  }

  @Test
  void shouldOfferHelpOnceAndFetchItTheNextTimeItUnderstandsNothing() {
    Talk.Turn first = Talk.NEW.hears("Qwertz?", script);
    Talk.Turn second = first.then().hears("Qwertz!", script);

    assertThat(first.events()).isEqualTo(script.unknown());
    assertThat(first.handOver()).isFalse();
    assertThat(second.handOver()).isTrue();
  }

  @Test
  void shouldSayNothingToWhatItDoesNotUnderstandWhileSomebodyIsWanted() {
    Talk waiting = Talk.NEW.waiting(true);

    assertThat(waiting.hears("Qwertz?", script).events()).isEmpty();
    assertThat(waiting.hears("When are you open?", script).events()).isNotEmpty();
    assertThat(waiting.hears("When are you open?", script).then().waiting()).isTrue();
  }

  @Test
  void shouldFillInWhatIsKnownOnlyThen() {
    List<JsonNode> filled = BotScript.filled(script.greeting(), Map.of("name", " Mara"));

    assertThat(filled.toString()).contains("Hello Mara!").doesNotContain("{name}");
  }
}
