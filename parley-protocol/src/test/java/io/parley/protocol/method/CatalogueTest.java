package io.parley.protocol.method;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.AgentId;
import io.parley.core.user.Reach;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.scope.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final AgentId ANNA = new AgentId("anna@example.com");

  private final Catalogue catalogue = new Catalogue();

  @Test
  void shouldServeTheseMethods() {
    String table =
        catalogue.methods().stream()
            .filter(method -> method.api() != Api.CONFIGURATION)
            .map(CatalogueTest::line)
            .collect(joining());

    assertThat(table)
        .isEqualTo(
            """
            AGENT    get_chats_summary              RTM WEB READ   chats--all:ro chats--access:ro chats--my:ro
            AGENT    get_chat_threads_summary       RTM WEB READ   chats--all:ro chats--access:ro chats--my:ro
            AGENT    get_chat_threads               RTM WEB READ   chats--all:ro chats--access:ro
            AGENT    get_archives                   RTM WEB HEAVY  chats--all:ro chats--access:ro chats--my:ro
            AGENT    start_chat                     RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
                     when `chat.users` is given: chats--all:rw chats--access:rw chats--my:rw
            AGENT    activate_chat                  RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
                     when `chat.users` is given: chats--all:rw chats--access:rw chats--my:rw
            AGENT    close_thread                   RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    follow_chat                    RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    unfollow_chat                  RTM WEB CHANGE -
            AGENT    grant_access                   RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    revoke_access                  RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    set_access                     RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    transfer_chat                  RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    add_user_to_chat               RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    remove_user_from_chat          RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    send_event                     RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    upload_file                        WEB HEAVY  -
            AGENT    send_rich_message_postback     RTM WEB CHANGE chats.conversation--my:rw chats.conversation--all:rw
            AGENT    update_chat_properties         RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    delete_chat_properties         RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    update_chat_thread_properties  RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    delete_chat_thread_properties  RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    update_event_properties        RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    delete_event_properties        RTM WEB CHANGE chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    tag_chat_thread                RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    untag_chat_thread              RTM WEB CHANGE chats--all:rw chats--access:rw chats--my:rw
            AGENT    get_customers                  RTM WEB READ   customers:ro
            AGENT    create_customer                RTM WEB CHANGE customers:rw
            AGENT    update_customer                RTM WEB CHANGE customers:rw
            AGENT    ban_customer                   RTM WEB CHANGE customers.ban:rw
            AGENT    login                          RTM     CHANGE chats--all:ro chats--access:ro chats--my:ro
            AGENT    set_away_status                RTM     CHANGE agents--my:rw
            AGENT    change_push_notifications      RTM     CHANGE -
            AGENT    update_agent                   RTM WEB CHANGE agents--my:rw agents--all:rw
                     when `agent_id` is another agent's: agents--all:rw
            AGENT    logout                         RTM     CHANGE -
            AGENT    mark_events_as_seen            RTM WEB SIGNAL chats--all:ro chats--access:ro
            AGENT    send_typing_indicator          RTM WEB SIGNAL chats.conversation--all:rw chats.conversation--access:rw chats.conversation--my:rw
            AGENT    multicast                      RTM WEB CHANGE multicast:rw
            AGENT    ping                           RTM     SIGNAL -
            CUSTOMER get_chats_summary              RTM WEB READ   -
            CUSTOMER get_chat_threads_summary       RTM WEB READ   -
            CUSTOMER get_chat_threads               RTM WEB READ   -
            CUSTOMER start_chat                     RTM WEB CHANGE -
            CUSTOMER activate_chat                  RTM WEB CHANGE -
            CUSTOMER close_thread                   RTM WEB CHANGE -
            CUSTOMER send_event                     RTM WEB CHANGE -
            CUSTOMER upload_file                        WEB HEAVY  -
            CUSTOMER send_rich_message_postback     RTM WEB CHANGE -
            CUSTOMER send_sneak_peek                RTM WEB SIGNAL -
            CUSTOMER update_chat_properties         RTM WEB CHANGE -
            CUSTOMER delete_chat_properties         RTM WEB CHANGE -
            CUSTOMER update_chat_thread_properties  RTM WEB CHANGE -
            CUSTOMER delete_chat_thread_properties  RTM WEB CHANGE -
            CUSTOMER update_event_properties        RTM WEB CHANGE -
            CUSTOMER delete_event_properties        RTM WEB CHANGE -
            CUSTOMER update_customer                RTM WEB CHANGE -
            CUSTOMER update_customer_page           RTM     CHANGE -
            CUSTOMER set_customer_fields            RTM WEB CHANGE -
            CUSTOMER get_customer                   RTM WEB READ   -
            CUSTOMER login                          RTM     CHANGE -
            CUSTOMER get_groups_status              RTM WEB READ   -
            CUSTOMER check_goals                        WEB CHANGE -
            CUSTOMER get_form                       RTM WEB READ   -
            CUSTOMER get_predicted_agent            RTM WEB READ   -
            CUSTOMER get_url_details                RTM WEB HEAVY  -
            CUSTOMER mark_events_as_seen            RTM WEB SIGNAL -
            CUSTOMER ping                           RTM     SIGNAL -
            """);
  }

  @Test
  void shouldServeTheseMethodsOfConfigurationInTheseVersions() {
    String table =
        catalogue.methods().stream()
            .filter(method -> method.api() == Api.CONFIGURATION)
            .map(
                method ->
                    method.versions().stream().map(ApiVersion::number).collect(joining(" "))
                        + " "
                        + line(method).replaceFirst("^CONFIGURATION ", "").replaceAll(" +", " "))
            .collect(joining());

    assertThat(table)
        .isEqualTo(
            """
            3.2 create_agent WEB CHANGE accounts--all:rc accounts--all:rw
            3.2 get_agent WEB READ agents--my:ro agents--all:ro
             when `id` is another agent's: agents--all:ro
            3.2 list_agents WEB READ agents--all:ro
            3.2 update_agent WEB CHANGE agents--my:rw agents--all:rw
             when `id` is another agent's: agents--all:rw
            3.2 delete_agent WEB CHANGE agents--my:rw accounts--my:rw agents--all:rw accounts--all:rw
             when `id` is another agent's: agents--all:rw accounts--all:rw
            3.2 suspend_agent WEB CHANGE agents--all:rw
            3.2 unsuspend_agent WEB CHANGE agents--all:rw accounts--all:rw
            3.2 request_agent_unsuspension WEB CHANGE -
            3.2 approve_agent WEB CHANGE agents--all:rw accounts--all:rw
            3.1 create_bot_agent WEB CHANGE agents-bot--my:rw
            3.1 remove_bot_agent WEB CHANGE agents-bot--my:rw agents-bot--all:rw
            3.1 update_bot_agent WEB CHANGE agents-bot--my:rw
            3.1 get_bot_agents WEB READ agents-bot--my:ro agents-bot--all:ro
             when `all` is true: agents-bot--all:ro
            3.1 get_bot_agent_details WEB READ agents-bot--my:ro agents-bot--all:ro
            3.2 create_group WEB CHANGE groups--all:rw
            3.2 update_group WEB CHANGE groups--my:rw groups--all:rw
            3.2 delete_group WEB CHANGE groups--my:rw groups--all:rw
            3.2 list_groups WEB READ groups--all:ro
            3.2 get_group WEB READ groups--my:ro groups--all:ro
            3.1 create_properties WEB CHANGE properties--my:rw
            3.1 get_property_configs WEB READ properties--my:ro properties--all:ro
             when `all` is true: properties--all:ro
            3.2 register_properties WEB CHANGE properties--my:rw
            3.2 list_registered_properties WEB READ properties--my:ro properties--all:ro
             when `all` is true: properties--all:ro
            3.2 update_license_properties WEB CHANGE -
            3.2 list_license_properties WEB READ -
            3.2 delete_license_properties WEB CHANGE -
            3.2 update_group_properties WEB CHANGE -
            3.2 list_group_properties WEB READ -
            3.2 delete_group_properties WEB CHANGE -
            3.1 register_webhook WEB CHANGE webhooks--my:rw
            3.1 get_webhooks_config WEB READ webhooks--my:ro webhooks--all:ro
            3.1 unregister_webhook WEB CHANGE webhooks--my:rw webhooks--all:rw
            """);
  }

  private static String line(Method method) {
    String scopes =
        method.scopes().anyOf().isEmpty() ? "-" : String.join(" ", method.scopes().anyOf());
    String row =
        String.format(
            "%-8s %-30s %-3s %-3s %-6s %s%n",
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

  /// The tables of available methods of the four references, in both documentations.
  static Stream<Arguments> documented() {
    String agent =
        """
        get_chats_summary get_chat_threads_summary get_chat_threads get_archives start_chat
        activate_chat close_thread follow_chat unfollow_chat grant_access revoke_access set_access
        transfer_chat add_user_to_chat remove_user_from_chat send_event send_rich_message_postback
        update_chat_properties delete_chat_properties update_chat_thread_properties
        delete_chat_thread_properties update_event_properties delete_event_properties
        tag_chat_thread untag_chat_thread get_customers create_customer update_customer
        ban_customer update_agent mark_events_as_seen send_typing_indicator multicast
        """;
    String customer =
        """
        get_chats_summary get_chat_threads_summary get_chat_threads start_chat activate_chat
        close_thread send_event send_rich_message_postback send_sneak_peek update_chat_properties
        delete_chat_properties update_chat_thread_properties delete_chat_thread_properties
        update_event_properties delete_event_properties update_customer set_customer_fields
        get_groups_status get_form get_predicted_agent get_url_details mark_events_as_seen
        """;
    return Stream.of(
        arguments(
            Api.AGENT,
            Transport.RTM,
            agent + " login change_push_notifications set_away_status logout ping"),
        arguments(Api.AGENT, Transport.WEB, agent + " upload_file"),
        arguments(Api.CUSTOMER, Transport.RTM, customer + " login update_customer_page ping"),
        arguments(Api.CUSTOMER, Transport.WEB, customer + " upload_file check_goals"));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void shouldServeExactlyWhatIsDocumentedAndOneMethodThatAnSdkCalls(
      Api api, Transport transport, String names) {
    var expected = new TreeSet<>(List.of(names.strip().split("\\s+")));
    if (api == Api.CUSTOMER) {
      expected.add("get_customer");
    }

    assertThat(catalogue.methods())
        .filteredOn(method -> method.api() == api && method.transports().contains(transport))
        .extracting(Method::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void shouldServeTheChatApisInTheirVersionAlone() {
    assertThat(Api.AGENT.version("v3.1")).contains(ApiVersion.V3_1);
    assertThat(Api.AGENT.version("3.2")).isEmpty();
    assertThat(Api.CUSTOMER.version("v3.2")).isEmpty();
    assertThat(Api.CONFIGURATION.version("v3.2")).contains(ApiVersion.V3_2);
    assertThat(Api.CONFIGURATION.version("3.3")).isEmpty();
    assertThat(catalogue.methods())
        .allSatisfy(method -> assertThat(method.api().versions()).containsAll(method.versions()));
  }

  @Test
  void shouldHaveEachMethodOfAnApiOnce() {
    var seen = new HashSet<String>();

    assertThat(catalogue.methods())
        .allSatisfy(method -> assertThat(seen.add(method.api() + method.name())).isTrue());
  }

  @Test
  void shouldFindEveryMethodThroughItsTransportsAndInItsVersionsOnly() {
    assertThat(catalogue.methods())
        .allSatisfy(
            method -> {
              for (ApiVersion version : ApiVersion.values()) {
                for (Transport transport : Transport.values()) {
                  var found = catalogue.find(version, method.api(), transport, method.name());
                  assertThat(found.isPresent())
                      .isEqualTo(
                          method.transports().contains(transport)
                              && method.versions().contains(version));
                  assertThat(found.orElse(method)).isSameAs(method);
                }
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

    assertThat(rule.reach(mine, object(), ANNA)).contains(Reach.MY);
    assertThat(rule.reach(mine, oneself, ANNA)).contains(Reach.MY);
    assertThat(rule.reach(mine, another, ANNA)).isEmpty();
    assertThat(rule.reach(new Scopes(Set.of("agents--all:rw")), another, ANNA)).contains(Reach.ALL);
  }

  private Method method(String name) {
    return catalogue.find(ApiVersion.V3_1, Api.AGENT, Transport.RTM, name).orElseThrow();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
