package io.parley.protocol.method;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.AgentId;
import io.parley.core.user.Reach;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.scope.Scopes;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final AgentId ANNA = new AgentId("anna@example.com");

  private final Catalogue catalogue = new Catalogue();

  @Test
  void shouldServeTheseMethods() {
    String table = catalogue.methods().stream().map(CatalogueTest::line).collect(joining());

    assertThat(table)
        .isEqualTo(
            """
            AGENT    get_chats_summary        RTM WEB READ   chats--all:ro chats--access:ro chats--my:ro
            AGENT    get_chat_threads_summary RTM WEB READ   chats--all:ro chats--access:ro chats--my:ro
            AGENT    get_chat_threads         RTM WEB READ   chats--all:ro chats--access:ro
            AGENT    start_chat               RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
                     when `chat.users` is given: chats--all:rw chats--access:rw chats--my:rw
            AGENT    activate_chat            RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
                     when `chat.users` is given: chats--all:rw chats--access:rw chats--my:rw
            AGENT    close_thread             RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    follow_chat              RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    unfollow_chat            RTM WEB CHANGE -
            AGENT    send_event               RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    login                    RTM     CHANGE chats--all:ro chats--access:ro chats--my:ro
            AGENT    set_away_status          RTM     CHANGE agents--my:rw
            AGENT    update_agent             RTM WEB CHANGE agents--my:rw agents--all:rw
                     when `agent_id` is another agent's: agents--all:rw
            AGENT    logout                   RTM     CHANGE -
            AGENT    mark_events_as_seen      RTM WEB SIGNAL chats--all:ro chats--access:ro
            AGENT    send_typing_indicator    RTM WEB SIGNAL chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    ping                     RTM     SIGNAL -
            CUSTOMER get_chats_summary        RTM WEB READ   -
            CUSTOMER get_chat_threads_summary RTM WEB READ   -
            CUSTOMER get_chat_threads         RTM WEB READ   -
            CUSTOMER start_chat               RTM WEB CHANGE -
            CUSTOMER activate_chat            RTM WEB CHANGE -
            CUSTOMER close_thread             RTM WEB CHANGE -
            CUSTOMER send_event               RTM WEB CHANGE -
            CUSTOMER send_sneak_peek          RTM WEB SIGNAL -
            CUSTOMER login                    RTM     CHANGE -
            CUSTOMER mark_events_as_seen      RTM WEB SIGNAL -
            CUSTOMER ping                     RTM     SIGNAL -
            """);
  }

  private static String line(Method method) {
    String scopes =
        method.scopes().anyOf().isEmpty() ? "-" : String.join(" ", method.scopes().anyOf());
    String row =
        String.format(
            "%-8s %-24s %-3s %-3s %-6s %s%n",
            method.api(),
            method.name(),
            method.transports().contains(Transport.RTM) ? "RTM" : "",
            method.transports().contains(Transport.WEB) ? "WEB" : "",
            method.rateClass(),
            scopes);
    return row
        + method.scopes().stricter().stream()
            .map(
                rule ->
                    " ".repeat(9)
                        + "when "
                        + rule.description()
                        + ": "
                        + String.join(" ", rule.anyOf())
                        + "\n")
            .collect(joining());
  }

  @Test
  void shouldHaveEachMethodOfAnApiOnce() {
    var seen = new HashSet<String>();

    assertThat(catalogue.methods())
        .allSatisfy(method -> assertThat(seen.add(method.api() + method.name())).isTrue());
  }

  @Test
  void shouldFindEveryMethodThroughItsTransportsOnly() {
    assertThat(catalogue.methods())
        .allSatisfy(
            method -> {
              for (Transport transport : Transport.values()) {
                var found = catalogue.find(ApiVersion.V3_1, method.api(), transport, method.name());
                assertThat(found.isPresent()).isEqualTo(method.transports().contains(transport));
                assertThat(found.orElse(method)).isSameAs(method);
              }
            });
  }

  @Test
  void shouldNotFindWhatIsNotThere() {
    assertThat(catalogue.find(ApiVersion.V3_1, Api.AGENT, Transport.WEB, "login")).isEmpty();
    assertThat(catalogue.find(ApiVersion.V3_1, Api.CUSTOMER, Transport.RTM, "follow_chat"))
        .isEmpty();
    assertThat(catalogue.find(ApiVersion.V3_1, Api.AGENT, Transport.RTM, "send_sneak_peek"))
        .isEmpty();
    assertThat(catalogue.find(ApiVersion.V3_1, Api.CONFIGURATION, Transport.WEB, "start_chat"))
        .isEmpty();
    assertThat(catalogue.find(ApiVersion.V3_1, Api.AGENT, Transport.RTM, "")).isEmpty();
  }

  @Test
  void shouldAskForMoreWhenAChatIsOpenedWithUsers() {
    var rule = method("start_chat").scopes();
    var conversations = new Scopes(Set.of("chats.conversation--all:rw"));
    ObjectNode plain = object();
    ObjectNode withUser = object();
    withUser.putObject("chat").putArray("users").addObject();
    ObjectNode withNobody = object();
    withNobody.putObject("chat").putArray("users");

    assertThat(rule.reach(conversations, plain, ANNA)).contains(Reach.ALL);
    assertThat(rule.reach(conversations, withNobody, ANNA)).contains(Reach.ALL);
    assertThat(rule.reach(conversations, withUser, ANNA)).isEmpty();
    assertThat(rule.reach(new Scopes(Set.of("chats--my:rw")), withUser, ANNA)).contains(Reach.MY);
  }

  @Test
  void shouldAskForMoreWhenAnotherAgentIsUpdated() {
    var rule = method("update_agent").scopes();
    var mine = new Scopes(Set.of("agents--my:rw"));
    ObjectNode oneself = object().put("agent_id", "anna@example.com");
    ObjectNode another = object().put("agent_id", "bob@example.com");

    assertThat(rule.reach(mine, object(), ANNA)).contains(Reach.ACCESS);
    assertThat(rule.reach(mine, oneself, ANNA)).contains(Reach.ACCESS);
    assertThat(rule.reach(mine, another, ANNA)).isEmpty();
    assertThat(rule.reach(new Scopes(Set.of("agents--all:rw")), another, ANNA))
        .contains(Reach.ACCESS);
  }

  private Method method(String name) {
    return catalogue.find(ApiVersion.V3_1, Api.AGENT, Transport.RTM, name).orElseThrow();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
