package io.parley.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.protocol.Api;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.scope.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Whatever the payload: a request is read, or refused with the name of a field.
class AnyPayloadTest {
  private static final String EVENTS =
      """
      {type: 'message', text: 'hi', custom_id: 'c', recipients: 'all', properties: {a: {b: 1, c: {value: 'x'}}},
       postback: {id: 'p', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_1', type: 'url', value: 'v'}};
      {type: 'system_message', system_message_type: 'x', text: 'hi', text_vars: {a: 'b'}};
      {type: 'custom', content: {a: [1, 'x', {b: null}]}};
      {type: 'filled_form', form_id: 'f', fields: [
        {type: 'name', id: '1', label: 'l', answer: 'a'},
        {type: 'radio', id: '2', label: 'l', answer: {id: '0', label: 'x'}},
        {type: 'checkbox', id: '3', label: 'l', answers: [{id: '0', label: 'x'}]},
        {type: 'group_chooser', id: '4', label: 'l', answer: {group_id: 1, label: 'x'}}]};
      {type: 'rich_message', template_id: 'cards', elements: [{title: 't', subtitle: 's',
        image: {url: 'https://example.com/a.png', size: 1, width: 2, height: 3},
        buttons: [{text: 't', type: 'webview', value: 'v', webview_height: 'tall', postback_id: 'p'}]}]};
      {type: 'file', url: '/api/file/lc/att/1/2/a.png'}
      """;
  private static final String OPENING =
      """
      {chat: {id: 'PJ0MRSHTDG', access: {group_ids: [0, 1]}, properties: {a: {b: true}},
        users: [{type: 'customer', id: 'b7eff798-f8df-4364-8059-649c35c9ed0c'}],
        thread: {properties: {a: {b: 'x'}}, events: [%s]}}, continuous: true}
      """;

  private static final List<String> ACCESS =
      List.of(
          "{resource: 'chat', id: 'PJ0MRSHTDG', access: {type: 'group', id: 19}}",
          "{resource: 'customer', id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',"
              + " access: {group_ids: [1, '2']}}");
  private static final String AGENT_OF_CHAT =
      "{chat_id: 'PJ0MRSHTDG', user_id: 'bob@example.com', user_type: 'agent'}";
  private static final String CUSTOMER_OF_CHAT =
      "{chat_id: 'PJ0MRSHTDG', user_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',"
          + " user_type: 'customer'}";
  private static final List<String> PROPERTIES =
      List.of(
          "{chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_1',"
              + " properties: {a: {b: 1, c: {value: 'x'}}}}");
  private static final List<String> PROPERTY_NAMES =
      List.of(
          "{chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_1',"
              + " properties: {a: ['b', 'c']}}");
  private static final List<String> TAG =
      List.of("{chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', tag: 'support'}");
  private static final List<String> CUSTOMER =
      List.of(
          "{customer_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c', name: 'n',"
              + " email: 'a@example.com', avatar: 'https://example.com/a.png', fields: {a: 'b'}}");

  /// A proper payload for each method, with every member that it has.
  private static final Map<String, List<String>> PAYLOADS =
      Map.ofEntries(
          Map.entry(
              "get_chats_summary",
              List.of(
                  """
                  {filters: {include_active: true, group_ids: [1], properties: {
                     a: {b: {exists: true}, c: {values: [1, 2]}, d: {exclude_values: ['x']}}}},
                   order: 'asc', limit: 10, page_id: 'abc', offset: 3}
                  """,
                  "{pagination: {page: 1, total: 10}}")),
          Map.entry(
              "get_chat_threads_summary",
              List.of(
                  "{chat_id: 'PJ0MRSHTDG', order: 'asc', limit: 10, page_id: 'abc', offset: 3}")),
          Map.entry(
              "get_chat_threads",
              List.of("{chat_id: 'PJ0MRSHTDG', thread_ids: ['K600PKZON8', 'K600PKZON9']}")),
          Map.entry(
              "get_archives",
              List.of(
                  """
                  {filters: {query: 'x', date_from: '2016-09-01', date_to: '2016-10-01',
                     agent_ids: ['bob@example.com'], group_ids: [1, '2'],
                     properties: {a: {b: {exists: true}, c: {values: [1, 2]}}},
                     tags: {values: ['x']}, sales: {exists: true}, goals: {exclude_values: [1]},
                     surveys: [{type: 'pre_chat', answer_id: 'x'}]},
                   sort_order: 'asc', pagination: {page: 2, limit: 10}}
                  """,
                  "{filters: {thread_ids: ['K600PKZON8']}}",
                  "{page_id: 'abc', limit: 5}")),
          Map.entry("grant_access", ACCESS),
          Map.entry("revoke_access", ACCESS),
          Map.entry("set_access", ACCESS),
          Map.entry(
              "transfer_chat",
              List.of(
                  "{chat_id: 'PJ0MRSHTDG', target: {type: 'group', ids: [1, '2']}, force: true}",
                  "{chat_id: 'PJ0MRSHTDG', target: {type: 'agent', ids: ['bob@example.com']}}")),
          Map.entry("add_user_to_chat", List.of(AGENT_OF_CHAT, CUSTOMER_OF_CHAT)),
          Map.entry("remove_user_from_chat", List.of(AGENT_OF_CHAT)),
          Map.entry("upload_file", List.of("{}")),
          Map.entry(
              "send_rich_message_postback",
              List.of(
                  """
                  {chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8', event_id: 'K600PKZON8_1',
                   postback: {id: 'p', toggled: true}}
                  """)),
          Map.entry("update_chat_properties", PROPERTIES),
          Map.entry("update_chat_thread_properties", PROPERTIES),
          Map.entry("update_event_properties", PROPERTIES),
          Map.entry("delete_chat_properties", PROPERTY_NAMES),
          Map.entry("delete_chat_thread_properties", PROPERTY_NAMES),
          Map.entry("delete_event_properties", PROPERTY_NAMES),
          Map.entry("tag_chat_thread", TAG),
          Map.entry("untag_chat_thread", TAG),
          Map.entry(
              "get_customers",
              List.of(
                  """
                  {filters: {country: {values: ['Poland']}, email: {exclude_values: ['a@example.com']},
                     name: {values: ['x']}, customer_id: {values: ['x']}, chats_count: {lte: 1, gt: 0},
                     threads_count: {eq: 3}, visits_count: {lt: 3, gte: 1},
                     created_at: {gte: '2017-10-12T15:19:21.010200+01:00', lt: '2017-10-13T15:19:21Z'},
                     agent_last_event_created_at: {lte: '2017-10-12T15:19:21Z'},
                     customer_last_event_created_at: {eq: '2017-10-12T15:19:21Z', gt: '2017-10-12T15:19:21Z'}},
                   order: 'asc', limit: 10, page_id: 'abc'}
                  """)),
          Map.entry("create_customer", CUSTOMER),
          Map.entry("update_customer", CUSTOMER),
          Map.entry(
              "ban_customer",
              List.of("{customer_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c', ban: {days: 3}}")),
          Map.entry(
              "update_customer_page", List.of("{url: 'https://example.com/', title: 'Example'}")),
          Map.entry("set_customer_fields", List.of("{fields: {a: 'b'}}")),
          Map.entry("get_customer", List.of("{}")),
          Map.entry(
              "change_push_notifications",
              List.of("{firebase_token: 'x', platform: 'android', enabled: false}")),
          Map.entry("get_groups_status", List.of("{all: true}", "{groups: [1, '2']}")),
          Map.entry("get_predicted_agent", List.of("{}", "{group_id: 1}")),
          Map.entry("get_form", List.of("{group_id: 0, type: 'prechat'}")),
          Map.entry("get_url_details", List.of("{url: 'https://example.com'}")),
          Map.entry(
              "check_goals",
              List.of("{customer_fields: {a: 'b'}, group_id: 0, page_url: 'https://example.com'}")),
          Map.entry(
              "multicast",
              List.of(
                  """
                  {scopes: {agents: {all: true, ids: ['bob@example.com'], groups: [1, '2']},
                            customers: {ids: ['b7eff798-f8df-4364-8059-649c35c9ed0c']}},
                   content: {a: [1, 'x', {b: null}]}, type: 'type1'}
                  """)),
          Map.entry("start_chat", withEvents(OPENING)),
          Map.entry("activate_chat", withEvents(OPENING)),
          Map.entry("close_thread", List.of("{chat_id: 'PJ0MRSHTDG'}")),
          Map.entry("follow_chat", List.of("{chat_id: 'PJ0MRSHTDG'}")),
          Map.entry("unfollow_chat", List.of("{chat_id: 'PJ0MRSHTDG'}")),
          Map.entry(
              "send_event",
              withEvents("{chat_id: 'PJ0MRSHTDG', event: %s, attach_to_last_thread: true}")),
          Map.entry(
              "login",
              List.of(
                  """
                  {token: 'Bearer x', timezone: 'x', reconnect: true, is_mobile: true, group_id: 1,
                   push_notifications: {firebase_token: 'x', platform: 'ios'},
                   application: {name: 'x', version: '1'}, referrer: 'https://example.com',
                   customer: {name: 'n', email: 'a@example.com', avatar: 'https://example.com/a.png',
                              fields: {a: 'b'}},
                   customer_page: {url: 'https://example.com', title: 't'}, customer_side_storage: {a: 'b'}}
                  """)),
          Map.entry("set_away_status", List.of("{away: true}")),
          Map.entry(
              "update_agent",
              List.of("{agent_id: 'bob@example.com', routing_status: 'accepting_chats'}")),
          Map.entry("logout", List.of("{}")),
          Map.entry("ping", List.of("{}")),
          Map.entry(
              "mark_events_as_seen",
              List.of("{chat_id: 'PJ0MRSHTDG', seen_up_to: '2017-10-12T15:19:21.010200Z'}")),
          Map.entry(
              "send_typing_indicator",
              List.of("{chat_id: 'PJ0MRSHTDG', recipients: 'all', is_typing: true}")),
          Map.entry("send_sneak_peek", List.of("{chat_id: 'PJ0MRSHTDG', sneak_peek_text: 'hel'}")));

  private static List<String> payloads(Method method) {
    var payloads =
        method.api() == Api.CONFIGURATION
            ? ConfigurationSamples.PAYLOADS.get(method.name())
            : PAYLOADS.get(method.name());
    return Objects.requireNonNull(payloads, method.name());
  }

  private static List<String> withEvents(String payload) {
    return Stream.of(EVENTS.split(";\\s*\n")).map(payload::formatted).toList();
  }

  @Provide
  Arbitrary<Method> methods() {
    return Arbitraries.of(new Catalogue().methods());
  }

  @Property(tries = 20_000)
  void shouldReadOrRefuseWhateverIsMadeOfAProperPayload(
      @ForAll("methods") Method method, @ForAll long seed) {
    List<String> payloads = payloads(method);
    ObjectNode payload = Requests.json(payloads.get(Math.floorMod(seed, payloads.size())));
    new Noise(seed).disturb(payload);

    check(method, payload);

    Statistics.label("outcome")
        .coverage(
            coverage -> {
              coverage.check("read").percentage(percentage -> percentage > 10);
              coverage.check("refused").percentage(percentage -> percentage > 10);
            });
  }

  @Property(tries = 10_000)
  void shouldReadOrRefuseAnyObject(@ForAll("methods") Method method, @ForAll long seed) {
    check(method, new Noise(seed).object());
  }

  @Property
  void shouldNotFallIntoWhatIsNestedWithoutEnd(@ForAll("methods") Method method) {
    for (String proper : payloads(method)) {
      int places = Noise.containers(Requests.json(proper)).size();
      for (int place = 0; place < places; place++) {
        nest(method, proper, place);
      }
    }
  }

  private static void nest(Method method, String proper, int place) {
    int members = Noise.containers(Requests.json(proper)).get(place).size();
    for (int member = 0; member < members; member++) {
      ObjectNode payload = Requests.json(proper);
      JsonNode container = Noise.containers(payload).get(place);
      if (container instanceof ObjectNode object) {
        List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
        object.set(names.get(member), new Noise(member).deep());
      } else {
        ((ArrayNode) container).set(member, new Noise(member).deep());
      }
      check(method, payload);
    }
  }

  @Property
  void shouldReadProperPayloads(@ForAll("methods") Method method) {
    for (String payload : payloads(method)) {
      assertThat(decode(method, Requests.json(payload))).isNotNull();
    }
  }

  private static void check(Method method, ObjectNode payload) {
    assertThat(method.scopes().reach(Scopes.EVERY, payload, Requests.ANNA.id())).isPresent();
    try {
      Object decoded = decode(method, payload);
      assertThat(isStorable(decoded.toString())).isTrue();
      Statistics.label("outcome").collect("read");
    } catch (InvalidRequest refusal) {
      assertThat(refusal.getMessage()).matches("(?s)`.+`: .+").hasSizeLessThan(1500);
      Statistics.label("outcome").collect("refused");
    }
  }

  private static Object decode(Method method, ObjectNode payload) {
    Caller caller = method.api() == Api.CUSTOMER ? Requests.CARL : Requests.ANNA;
    Object decoded = Requests.decode(method, payload, caller);
    return switch (method.handling()) {
      case Handling.Submit _ -> (Command) decoded;
      case Handling.Ask _ -> (Query) decoded;
      case Handling.OfConnection.LOGIN -> decoded;
      case Handling.OfServer.UPLOAD_FILE -> "";
      case Handling.OfServer _ -> decoded;
      case Handling.OfConnection _ -> "";
    };
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
