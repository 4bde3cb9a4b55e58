package io.parley.protocol.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

  @ParameterizedTest(name = "{0} contains {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # rw contains ro, not the other way
          customers:rw, customers:ro, true
          customers:ro, customers:rw, false
          agents--my:rw, agents--my:ro, true
          accounts--all:rc, accounts--my:ro, true
          # all contains access, which contains my
          chats--all:ro, chats--access:ro, true
          chats--all:ro, chats--my:ro, true
          chats--access:ro, chats--my:ro, true
          chats--access:ro, chats--all:ro, false
          chats--my:ro, chats--access:ro, false
          agents--all:rw, agents--my:rw, true
          agents--all:rw, agents--my:ro, true
          agents--my:rw, agents--all:rw, false
          agents-bot--all:ro, agents-bot--my:ro, true
          properties--all:ro, properties--my:ro, true
          properties--all:ro, properties--my:rw, false
          # chats contains conversations, and writing conversations contains reading chats
          chats--all:rw, chats.conversation--all:rw, true
          chats--all:rw, chats.conversation--my:rw, true
          chats--access:rw, chats.conversation--access:rw, true
          chats--access:rw, chats.conversation--all:rw, false
          chats.conversation--all:rw, chats--all:ro, true
          chats.conversation--all:rw, chats--my:ro, true
          chats.conversation--access:rw, chats--all:ro, false
          chats.conversation--all:rw, chats--all:rw, false
          chats--all:ro, chats.conversation--all:rw, false
          # both spellings
          customers:own, customers.own, true
          customers.own, customers:own, true
          customers:rw, customers:own, false
          customers:own, customers:ro, false
          # parts of other resources are scopes of their own
          customers:rw, customers.ban:rw, false
          customers.ban:rw, customers:ro, false
          webhooks.state:rw, webhooks.state:ro, true
          webhooks.state:rw, webhooks--my:ro, false
          chats--all:rw, agents--all:rw, false
          # everything
          *, chats--all:rw, true
          *, anything:at-all, true
          # nonsense is only itself
          nonsense, nonsense, true
          nonsense, chats--my:ro, false
          '--:', '--:ro', false
          'chats--:rw', 'chats--my:ro', false
          """)
  void shouldContainWhatTheDocumentationSays(String has, String asked, boolean contained) {
    assertThat(new Scopes(Set.of(has)).contain(asked)).isEqualTo(contained);
  }

  @Test
  void shouldContainNothingWhenEmpty() {
    assertThat(new Scopes(Set.of()).contain("chats--my:ro")).isFalse();
  }

  @Test
  void shouldKeepTheNamesAsTheyWereGiven() {
    var scopes = new Scopes(Set.of("customers.own", "chats--all:rw"));

    assertThat(scopes.names()).containsExactlyInAnyOrder("customers.own", "chats--all:rw");
    assertThat(scopes).isEqualTo(new Scopes(Set.of("chats--all:rw", "customers.own")));
    assertThat(Scopes.EVERY).isEqualTo(new Scopes(Set.of("*"))).isNotEqualTo(scopes);
  }
}
