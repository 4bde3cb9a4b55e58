package io.parley.protocol.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.AgentId;
import io.parley.core.user.Reach;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeRuleTest {
  private static final ScopeRule WRITE_CONVERSATIONS =
      ScopeRule.anyOf(
          "chats.conversation--my:rw",
          "chats.conversation--all:rw",
          "chats.conversation--access:rw");
  private static final AgentId ANNA = new AgentId("anna@example.com");

  @ParameterizedTest(name = "{0} reaches {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          *, ALL
          chats--all:rw, ALL
          chats.conversation--all:rw, ALL
          chats--access:rw, ACCESS
          chats.conversation--access:rw, ACCESS
          chats--my:rw, MY
          chats.conversation--my:rw, MY
          chats--all:ro, -
          customers:rw, -
          chats--my:rw chats--access:rw, ACCESS
          chats--all:ro chats.conversation--my:rw, MY
          """)
  void shouldReachAsFarAsTheWidestScopeThatAllowsIt(String has, Reach reach) {
    var scopes = new Scopes(Set.of(has.split(" ")));

    assertThat(WRITE_CONVERSATIONS.reach(scopes).orElse(null)).isEqualTo(reach);
  }

  @Test
  void shouldReachAccessibleChatsWhereScopesHaveNoReachOfTheirOwn() {
    var rule = ScopeRule.anyOf("multicast:rw");

    assertThat(rule.reach(new Scopes(Set.of("multicast:rw")))).contains(Reach.ACCESS);
    assertThat(rule.reach(new Scopes(Set.of("chats--all:rw")))).isEmpty();
  }

  @Test
  void shouldTellOnesOwnThingsFromAllOfThem() {
    var rule = ScopeRule.anyOf("webhooks--my:rw", "webhooks--all:rw");

    assertThat(rule.reach(new Scopes(Set.of("webhooks--my:rw")))).contains(Reach.MY);
    assertThat(rule.reach(new Scopes(Set.of("webhooks--all:rw")))).contains(Reach.ALL);
  }

  @Test
  void shouldLetEveryTokenCallWhatNeedsNoScope() {
    assertThat(ScopeRule.NONE.reach(new Scopes(Set.of()))).contains(Reach.ACCESS);
  }

  @Test
  void shouldAskForOtherScopesWhenTheRequestNeedsThem() {
    var rule =
        WRITE_CONVERSATIONS.when(
            "`more` is given",
            (payload, actor) -> payload.has("more") && actor.equals(ANNA),
            List.of("chats--access:rw", "chats--all:rw"));
    var conversations = new Scopes(Set.of("chats.conversation--all:rw"));
    var chats = new Scopes(Set.of("chats--access:rw"));
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    ObjectNode more = JsonNodeFactory.instance.objectNode().put("more", true);

    assertThat(rule.reach(conversations, plain, ANNA)).contains(Reach.ALL);
    assertThat(rule.reach(conversations, more, ANNA)).isEmpty();
    assertThat(rule.reach(conversations, more, new AgentId("bob@example.com"))).contains(Reach.ALL);
    assertThat(rule.reach(chats, more, ANNA)).contains(Reach.ACCESS);
    assertThat(rule.anyOf(more, ANNA)).containsExactly("chats--access:rw", "chats--all:rw");
    assertThat(rule.anyOf(plain, ANNA)).isEqualTo(WRITE_CONVERSATIONS.anyOf());
  }
}
