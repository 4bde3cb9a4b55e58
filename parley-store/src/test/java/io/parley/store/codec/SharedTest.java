package io.parley.store.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.property.Properties;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SharedTest {
  @Test
  void shouldDecodeTheSameTextOnce() {
    var decoded = new ArrayList<String>();
    var shared =
        new Shared<>(
            text -> {
              decoded.add(text);
              return text.length();
            });

    assertThat(shared.of("one")).isEqualTo(3);
    assertThat(shared.of("one")).isEqualTo(3);

    assertThat(decoded).containsExactly("one");
  }

  @Test
  void shouldNeverMistakeOneTextForAnother() {
    var shared = new Shared<>(text -> "value of " + text);

    for (var i = 0; i < 5_000; i++) {
      var text = "text " + i % 1_700;
      assertThat(shared.of(text)).isEqualTo("value of " + text);
    }
    var clashing = new String[] {"Aa", "BB", "Aa"};
    for (var text : clashing) {
      assertThat(shared.of(text)).isEqualTo("value of " + text);
    }
  }

  @Test
  void shouldKeepNoLongTexts() {
    var decoded = new ArrayList<String>();
    var shared =
        new Shared<>(
            text -> {
              decoded.add(text);
              return text.length();
            });

    shared.of("x".repeat(1_000));
    shared.of("x".repeat(1_000));

    assertThat(decoded).hasSize(2);
  }

  @Test
  void shouldGiveChatsWithTheSamePropertiesTheSameObject() {
    var text = "{\"routing\": {\"continuous\": false, \"unassigned\": true}}";

    Properties first = PropertiesCodec.decode(text);

    assertThat(PropertiesCodec.decode(text.substring(0, 1) + text.substring(1))).isSameAs(first);
    assertThat(PropertiesCodec.decode(text.replace("true", "false"))).isNotEqualTo(first);
  }
}
