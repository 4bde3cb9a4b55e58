package io.parley.protocol.request;

import java.util.List;
import java.util.Map;

/// A proper payload for each method of the Configuration API, with every member that it has.
final class ConfigurationSamples {
  private static final List<String> DEFINITIONS =
      List.of(
          """
          {score: {type: 'int', description: 'How it went', range: {from: 0, to: 10}, domain: [1, 2],
                   locations: {chat: {access: {agent: {read: true, write: true},
                                               customer: {read: true, write: false}}},
                               thread: {access: {agent: {read: true, write: true}}}}},
           comment: {type: 'tokenized_string',
                     locations: {event: {access: {customer: {read: true, write: true}}}}}}
          """);
  private static final List<String> ALL = List.of("{}", "{all: true}");
  private static final List<String> AGENT_ID = List.of("{id: 'bob@example.com'}");
  private static final List<String> BOT_ID =
      List.of("{bot_agent_id: '5c9871d5372c824cbf22d860a707a578'}");
  private static final String BOT =
      """
      {%s: '5c9871d5372c824cbf22d860a707a578', status: 'accepting chats', job_title: 'Helper',
       avatar: 'https://example.com/a.png', max_chats_count: 20, default_group_priority: 'supervisor',
       groups: [{id: 0, priority: 'last'}, {id: 2, priority: 'first'}]}
      """;
  private static final List<String> AGENT =
      List.of(
          """
          {id: 'bob@example.com', name: 'Bob', role: 'administrator', job_title: 'Agent',
           avatar_path: 'https://example.com/a.png', mobile: '+48 123', max_chats_count: 5,
           awaiting_approval: false, groups: [{id: 1, priority: 'normal'}],
           notifications: ['new_visitor', 'ticket'], email_subscriptions: ['weekly_summary'],
           work_scheduler: {monday: {start: '08:30', end: '12:30'}, sunday: {start: '00:00', end: '23:59'}}}
          """);
  private static final List<String> GROUP =
      List.of(
          """
          {id: 1, name: 'Sports shoes', language_code: 'pt-br',
           agent_priorities: {'bob@example.com': 'normal', 'anna@example.com': 'first'}}
          """);
  private static final String PREFIXES = "{group_id: 1, namespace_prefix: 'a', name_prefix: 'b'}";
  private static final List<String> VALUES =
      List.of("{group_id: 1, properties: {a: {b: 1, c: 'x'}}}");
  private static final List<String> NAMES = List.of("{group_id: 1, properties: {a: ['b', 'c']}}");

  static final Map<String, List<String>> PAYLOADS =
      Map.ofEntries(
          Map.entry(
              "register_webhook",
              List.of(
                  """
                  {action: 'incoming_event', url: 'https://example.com/hook', secret_key: 's',
                   description: 'd', additional_data: ['access', 'chat_properties'],
                   filters: {author_type: 'customer', only_my_chats: true,
                     chat_member_ids: {agents_any: ['bob@example.com']},
                     chat_properties: {source: {type: {values: ['facebook']}}}}}
                  """,
                  "{action: 'agent_deleted', url: 'http://example.com:81', secret_key: 's',"
                      + " filters: {agent_ids: ['bob@example.com']}}")),
          Map.entry("get_webhooks_config", List.of("{}")),
          Map.entry("unregister_webhook", List.of("{webhook_id: 'pqi8oasdjahuakndw9nsad9na'}")),
          Map.entry("create_agent", AGENT),
          Map.entry("update_agent", AGENT),
          Map.entry("get_agent", List.of("{id: 'bob@example.com', fields: ['groups', 'mobile']}")),
          Map.entry(
              "list_agents",
              List.of("{filters: {group_ids: [0, '1']}, fields: ['summaries', 'job_title']}")),
          Map.entry("delete_agent", AGENT_ID),
          Map.entry("suspend_agent", AGENT_ID),
          Map.entry("unsuspend_agent", AGENT_ID),
          Map.entry("approve_agent", AGENT_ID),
          Map.entry("request_agent_unsuspension", List.of("{}")),
          Map.entry("create_bot_agent", List.of(BOT.formatted("name"))),
          Map.entry("update_bot_agent", List.of(BOT.formatted("id"))),
          Map.entry("remove_bot_agent", BOT_ID),
          Map.entry("get_bot_agent_details", BOT_ID),
          Map.entry("get_bot_agents", ALL),
          Map.entry("create_group", GROUP),
          Map.entry("update_group", GROUP),
          Map.entry("delete_group", List.of("{id: '3'}")),
          Map.entry("list_groups", List.of("{fields: ['agent_priorities', 'routing_status']}")),
          Map.entry("get_group", List.of("{id: 0, fields: ['routing_status']}")),
          Map.entry("create_properties", DEFINITIONS),
          Map.entry("register_properties", DEFINITIONS),
          Map.entry("get_property_configs", ALL),
          Map.entry("list_registered_properties", ALL),
          Map.entry("update_license_properties", VALUES),
          Map.entry("update_group_properties", VALUES),
          Map.entry("delete_license_properties", NAMES),
          Map.entry("delete_group_properties", NAMES),
          Map.entry("list_license_properties", List.of(PREFIXES)),
          Map.entry("list_group_properties", List.of(PREFIXES)));

  private ConfigurationSamples() {}
}
