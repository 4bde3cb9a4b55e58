package io.parley.testkit.wire;

import io.parley.protocol.Api;
import io.parley.protocol.method.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A proper payload, or several, for each method, with every member that it has. What begins with
/// `$` is to be replaced by an id.
///
/// These are for a running license: what they name is there, and the server does what they ask.
/// Those of the decoders' test need only be readable, and go into corners that no server would
/// follow; so the two are written independently.
final class ProperPayloads {
  private static final List<String> EVENTS =
      List.of(
          """
          {type: 'message', text: 'hi', custom_id: 'c', recipients: 'all',
           properties: {routing: {}}, postback: {id: 'p', thread_id: '$thread', event_id: '$event',
           type: 'url', value: 'v'}}""",
          "{type: 'message', text: 'only for us', recipients: 'agents'}",
          "{type: 'system_message', system_message_type: 'x', text: 'hi', text_vars: {a: 'b'}}",
          "{type: 'custom', content: {a: [1, 'x', {b: null}]}}",
          """
          {type: 'filled_form', form_id: 'f', fields: [
            {type: 'name', id: '1', label: 'l', answer: 'a'},
            {type: 'radio', id: '2', label: 'l', answer: {id: '0', label: 'x'}},
            {type: 'checkbox', id: '3', label: 'l', answers: [{id: '0', label: 'x'}]},
            {type: 'group_chooser', id: '4', label: 'l', answer: {group_id: 1, label: 'x'}}]}""",
          """
          {type: 'rich_message', template_id: 'cards', elements: [{title: 't', subtitle: 's',
            image: {url: 'https://example.com/a.png', size: 1, width: 2, height: 3},
            buttons: [{text: 't', type: 'webview', value: 'v', webview_height: 'tall',
                       postback_id: 'p', user_ids: []}]}]}""",
          "{type: 'file', url: 'https://example.com/api/file/lc/att/100/2/a.png'}");
  private static final String CUSTOMER =
      "{customer_id: '$customer', name: 'n', email: 'a@example.com',"
          + " avatar: 'https://example.com/a.png', fields: {a: 'b'}}";
  private static final String OPENING_OF_AGENT =
      """
      {chat: {id: '$chat', access: {group_ids: [0]}, properties: {lc2: {}},
        users: [{type: 'customer', id: '$customer'}],
        thread: {properties: {}, events: [%s]}}, continuous: true}""";
  private static final String OPENING_OF_CUSTOMER =
      """
      {chat: {id: '$chat', access: {group_ids: [0]}, thread: {events: [%s]}}, continuous: true}""";
  private static final String PROPERTIES =
      "{chat_id: '$chat', thread_id: '$thread', event_id: '$event',"
          + " properties: {rating: {score: 1, comment: {value: 'good'}}, lc2: {translation: 'x'}}}";
  private static final String PROPERTY_NAMES =
      "{chat_id: '$chat', thread_id: '$thread', event_id: '$event',"
          + " properties: {rating: ['score', 'comment']}}";
  private static final List<String> ACCESS =
      List.of(
          "{resource: 'chat', id: '$chat', access: {type: 'group', id: 0}}",
          "{resource: 'customer', id: '$customer', access: {group_ids: [1, '0']}}");
  private static final List<String> CHAT = List.of("{chat_id: '$chat'}");
  private static final List<String> CHAT_USER =
      List.of(
          "{chat_id: '$chat', user_id: '$agent', user_type: 'agent'}",
          "{chat_id: '$chat', user_id: '$customer', user_type: 'customer'}");
  private static final List<String> TAG =
      List.of("{chat_id: '$chat', thread_id: '$thread', tag: 'support'}");

  private static final Map<String, List<String>> BY_METHOD =
      Map.ofEntries(
          Map.entry(
              "get_chats_summary",
              List.of(
                  """
                  {filters: {include_active: true, group_ids: [1], properties: {
                     rating: {score: {exists: true}}, routing: {idle: {values: [true]},
                     unassigned: {exclude_values: [false]}}}},
                   order: 'asc', limit: 10}""",
                  "{pagination: {page: 1, total: 10}}",
                  "{page_id: 'MTUxNzM5ODEzMTQ5Ng=='}",
                  "{offset: 3, limit: 5}")),
          Map.entry(
              "get_chat_threads_summary",
              List.of("{chat_id: '$chat', order: 'asc', limit: 10, offset: 3}", CHAT.getFirst())),
          Map.entry(
              "get_chat_threads",
              List.of("{chat_id: '$chat', thread_ids: ['$thread', '$thread']}")),
          Map.entry(
              "get_archives",
              List.of(
                  """
                  {filters: {query: 'hi', date_from: '2016-09-01', date_to: '2036-10-01',
                     agent_ids: ['$agent'], group_ids: [1, '0'],
                     properties: {rating: {score: {exists: true}}},
                     tags: {values: ['support']}, sales: {exists: true}, goals: {exclude_values: [1]},
                     surveys: [{type: 'pre_chat', answer_id: 'x'}]},
                   sort_order: 'asc', pagination: {page: 2, limit: 10}}""",
                  "{filters: {thread_ids: ['$thread']}}",
                  "{filters: {query: 'hi'}, limit: 5}")),
          Map.entry("close_thread", CHAT),
          Map.entry("follow_chat", CHAT),
          Map.entry("unfollow_chat", CHAT),
          Map.entry("grant_access", ACCESS),
          Map.entry("revoke_access", ACCESS),
          Map.entry("set_access", ACCESS),
          Map.entry(
              "transfer_chat",
              List.of(
                  "{chat_id: '$chat', target: {type: 'group', ids: [1, '0']}, force: true}",
                  "{chat_id: '$chat', target: {type: 'agent', ids: ['$agent']}}")),
          Map.entry("add_user_to_chat", CHAT_USER),
          Map.entry("remove_user_from_chat", CHAT_USER),
          Map.entry("upload_file", List.of("{}")),
          Map.entry(
              "send_rich_message_postback",
              List.of(
                  """
                  {chat_id: '$chat', thread_id: '$thread', event_id: '$event',
                   postback: {id: 'p', toggled: true}}""")),
          Map.entry("update_chat_properties", List.of(PROPERTIES)),
          Map.entry("update_chat_thread_properties", List.of(PROPERTIES)),
          Map.entry("update_event_properties", List.of(PROPERTIES)),
          Map.entry("delete_chat_properties", List.of(PROPERTY_NAMES)),
          Map.entry("delete_chat_thread_properties", List.of(PROPERTY_NAMES)),
          Map.entry("delete_event_properties", List.of(PROPERTY_NAMES)),
          Map.entry("tag_chat_thread", TAG),
          Map.entry("untag_chat_thread", TAG),
          Map.entry(
              "get_customers",
              List.of(
                  """
                  {filters: {country: {values: ['Poland']}, email: {exclude_values: ['a@example.com']},
                     name: {values: ['x']}, customer_id: {values: ['$customer']},
                     chats_count: {lte: 1, gt: 0}, threads_count: {eq: 3}, visits_count: {lt: 3, gte: 1},
                     created_at: {gte: '2017-10-12T15:19:21.010200+01:00', lt: '2037-10-13T15:19:21Z'},
                     agent_last_event_created_at: {lte: '2017-10-12T15:19:21Z'},
                     customer_last_event_created_at: {eq: '2017-10-12T15:19:21Z'}},
                   order: 'asc', limit: 10}""",
                  "{page_id: 'MTUxNzM5ODEzMTQ5Ng==', limit: 1}")),
          Map.entry("create_customer", List.of(CUSTOMER)),
          Map.entry("update_customer", List.of(CUSTOMER)),
          Map.entry("ban_customer", List.of("{customer_id: '$customer', ban: {days: 3}}")),
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
          Map.entry("get_url_details", List.of("{url: 'http://127.0.0.1:9/'}")),
          Map.entry(
              "check_goals",
              List.of("{customer_fields: {a: 'b'}, group_id: 0, page_url: 'https://example.com'}")),
          Map.entry(
              "multicast",
              List.of(
                  """
                  {scopes: {agents: {all: true, ids: ['$agent'], groups: [1, '0']},
                            customers: {ids: ['$customer']}},
                   content: {a: [1, 'x', {b: null}]}, type: 'type1'}""")),
          Map.entry(
              "login",
              List.of(
                  """
                  {token: 'Bearer x', timezone: 'x', reconnect: true, is_mobile: true, group_id: 1,
                   push_notifications: {firebase_token: 'x', platform: 'ios'},
                   application: {name: 'x', version: '1'}, referrer: 'https://example.com',
                   customer: {name: 'n', email: 'a@example.com', fields: {a: 'b'}},
                   customer_page: {url: 'https://example.com', title: 't'},
                   customer_side_storage: {greetings_shown: '1,,2'}}""")),
          Map.entry("set_away_status", List.of("{away: true}")),
          Map.entry(
              "update_agent", List.of("{agent_id: '$agent', routing_status: 'accepting_chats'}")),
          Map.entry("logout", List.of("{}")),
          Map.entry("ping", List.of("{}")),
          Map.entry(
              "mark_events_as_seen",
              List.of("{chat_id: '$chat', seen_up_to: '2027-10-12T15:19:21.010200Z'}")),
          Map.entry(
              "send_typing_indicator",
              List.of("{chat_id: '$chat', recipients: 'all', is_typing: true}")),
          Map.entry("send_sneak_peek", List.of("{chat_id: '$chat', sneak_peek_text: 'hel'}")));

  private ProperPayloads() {}

  static List<String> of(Method method) {
    return switch (method.name()) {
      case "start_chat", "activate_chat" ->
          withEvents(method.api() == Api.AGENT ? OPENING_OF_AGENT : OPENING_OF_CUSTOMER).toList();
      case "send_event" ->
          withEvents("{chat_id: '$chat', event: %s, attach_to_last_thread: true}").toList();
      case String name -> BY_METHOD.getOrDefault(name, List.of());
    };
  }

  private static Stream<String> withEvents(String payload) {
    return EVENTS.stream().map(event -> payload.replace("%s", event));
  }
}
