package io.parley.gateway.sockjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SockJsFramingTest {
  private final SockJsFraming framing = SockJsFraming.INSTANCE;

  @Test
  void shouldPutManyMessagesIntoOneFrame() {
    assertThat(framing.encode(List.of("one", "say \"two\"")))
        .containsExactly("a[\"one\",\"say \\\"two\\\"\"]");
  }

  @Test
  void shouldReadOneMessageOrMany() {
    assertThat(framing.decode("[\"one\",\"two\"]")).hasValue(List.of("one", "two"));
    assertThat(framing.decode("\"one\"")).hasValue(List.of("one"));
    assertThat(framing.decode("[]")).hasValue(List.of());
    assertThat(framing.decode("")).hasValue(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "one", "[1]", "{}", "null", "[\"one\",2]", "[[\"one\"]]"})
  void shouldRefuseEverythingElse(String text) {
    assertThat(framing.decode(text)).isEmpty();
  }

  @Property
  void shouldReadWhatItWrites(@ForAll List<String> messages) {
    String frame = framing.encode(messages).getFirst();

    assertThat(framing.decode(frame.substring(1))).hasValue(messages);
  }

  @Test
  void shouldSayWhyItCloses() {
    assertThat(SockJsFraming.close(3000, "Go away!")).isEqualTo("c[3000,\"Go away!\"]");
  }
}
