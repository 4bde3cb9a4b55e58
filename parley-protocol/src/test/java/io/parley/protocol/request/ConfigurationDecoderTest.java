package io.parley.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.CreateAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.UpdateAgent;
import io.parley.core.agent.WorkSchedule.Hours;
import io.parley.core.bot.BotPatch;
import io.parley.core.bot.CreateBot;
import io.parley.core.bot.UpdateBot;
import io.parley.core.group.CreateGroup;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.property.DefineProperties;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.scope.Scopes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationDecoderTest {
  private static final Caller SHOP =
      new Caller.ByAgent(new AgentId("anna@example.com"), Reach.MY, "shop");

  private static Object decoded(String name, String payload, String... scopes) {
    var catalogue = new Catalogue();
    for (ApiVersion version : ApiVersion.values()) {
      Method method = catalogue.find(version, Api.CONFIGURATION, Transport.WEB, name).orElse(null);
      if (method != null && method.handling() instanceof Handling.Submit(var decoder)) {
        var call = new Call(version, SHOP, null, new Scopes(Set.copyOf(Arrays.asList(scopes))));
        return decoder.decode(Requests.json(payload), call);
      }
    }
    throw new AssertionError("no method " + name);
  }

  @Test
  void shouldReadTheDefinitionOfAProperty() {
    assertThat(
            decoded(
                "create_properties",
                """
                {score: {type: 'int', range: {from: 0, to: 10}, domain: [1, 2], description: 'x',
                         locations: {chat: {access: {agent: {read: true, write: false}}}}}}
                """))
        .isEqualTo(
            new DefineProperties(
                (Caller.ByAgent) SHOP,
                List.of(
                    new PropertyDefinition(
                        "shop",
                        "score",
                        PropertyType.INT,
                        Map.of(PropertyLocation.CHAT, new Rights(true, false, false, false)),
                        List.of(new Whole(1), new Whole(2)),
                        new Range(0, 10),
                        "x"))));
  }

  @Test
  void shouldKnowLicensesAndGroupsAsLocationsSinceTheSecondVersion() {
    String definition =
        "{a: {type: 'int', locations: {group: {access: {agent: {read: true, write: true}}}}}}";

    assertThat(decoded("register_properties", definition)).isInstanceOf(DefineProperties.class);
    assertThat(problem("create_properties", definition)).startsWith("`a.locations`");
  }

  @Test
  void shouldReadBots() {
    var create =
        (CreateBot)
            decoded(
                "create_bot_agent",
                """
                {name: 'Bot', status: 'not accepting chats', max_chats_count: 500,
                 default_group_priority: 'supervisor', groups: [{id: 2, priority: 'first'}]}
                """);
    var update = (UpdateBot) decoded("update_bot_agent", "{id: 'b1', status: 'offline'}");

    assertThat(create.patch().status()).isEqualTo(RoutingStatus.NOT_ACCEPTING_CHATS);
    assertThat(create.patch().defaultPriority()).isEqualTo(Priority.SUPERVISOR);
    assertThat(create.patch().groups()).isEqualTo(Map.of(new GroupId(2), Priority.FIRST));
    assertThat(update.botId()).isEqualTo(new AgentId("b1"));
    assertThat(update.patch())
        .isEqualTo(new BotPatch(null, RoutingStatus.OFFLINE, null, null, null, null, null));
  }

  @Test
  void shouldReadAgents() {
    var create =
        (CreateAgent)
            decoded(
                "create_agent",
                """
                {id: 'dan@example.com', name: 'Dan', role: 'viceowner', avatar_path: '',
                 notifications: ['ticket', 'new_visitor'], email_subscriptions: ['weekly_summary'],
                 work_scheduler: {monday: {start: '08:30', end: '12:30'}}}
                """,
                "accounts--all:rw",
                "subscription.lc:rw");

    assertThat(create.mayApprove()).isTrue();
    assertThat(create.awaitingApproval()).isNull();
    assertThat(create.patch().permission()).isEqualTo(Permission.VICEOWNER);
    assertThat(create.patch().avatar()).isEmpty();
    assertThat(create.patch().notifications())
        .containsExactlyInAnyOrder(Notification.NEW_VISITOR, Notification.TICKET);
    assertThat(create.patch().emailSubscriptions())
        .containsExactly(EmailSubscription.WEEKLY_SUMMARY);
    assertThat(create.patch().schedule())
        .isNotNull()
        .satisfies(
            schedule ->
                assertThat(schedule.hours())
                    .containsExactly(
                        new Hours(DayOfWeek.MONDAY, LocalTime.of(8, 30), LocalTime.of(12, 30))));
  }

  @Test
  void shouldTellWhichTokensMayGiveRoles() {
    String payload = "{id: 'dan@example.com', role: 'normal'}";

    assertThat(((UpdateAgent) decoded("update_agent", payload)).mayGiveRoles()).isFalse();
    assertThat(
            ((UpdateAgent) decoded("update_agent", payload, "accounts.roles.lc--all:rw"))
                .mayGiveRoles())
        .isTrue();
  }

  @Test
  void shouldReadGroups() {
    var create =
        (CreateGroup)
            decoded(
                "create_group",
                "{name: 'Shoes', agent_priorities: {'b@example.com': 'last', 'a@example.com': 'normal'}}");

    assertThat(create.languageCode()).isEqualTo("en");
    assertThat(create.priorities())
        .containsExactly(
            Map.entry(new AgentId("a@example.com"), Priority.NORMAL),
            Map.entry(new AgentId("b@example.com"), Priority.LAST));
  }

  private static String problem(String method, String payload) {
    return Requests.problem(() -> decoded(method, payload));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create_properties     | {}                                               | payload
          create_properties     | {a: 1}                                           | a
          create_properties     | {a: {locations: {}}}                             | a.type
          create_properties     | {a: {type: 'text'}}                              | a.type
          create_properties     | {a: {type: 'int'}}                               | a.locations
          create_properties     | {a: {type: 'int', locations: {}}}                | a.locations
          create_properties     | {a: {type: 'int', locations: {room: {}}}}        | a.locations
          create_properties     | {a: {type: 'int', locations: {chat: {}}}}        | a.locations.chat.access
          create_properties     | {a: {type: 'int', locations: {chat: {access: {}}}}} | a.locations.chat.access
          create_properties     | {a: {type: 'int', locations: {chat: {access: {bot: {}}}}}} | a.locations.chat.access
          create_properties     | {a: {type: 'int', locations: {chat: {access: {agent: {read: true}}}}}} | a.locations.chat.access.agent.write
          create_properties     | {a: {type: 'int', range: {}, locations: {chat: {access: {agent: {read: true, write: true}}}}}} | a.range
          create_properties     | {a: {type: 'int', domain: [], locations: {chat: {access: {agent: {read: true, write: true}}}}}} | a.domain
          create_properties     | {a: {type: 'int', domain: [{}], locations: {chat: {access: {agent: {read: true, write: true}}}}}} | a.domain[0]
          create_bot_agent      | {status: 'offline'}                              | name
          create_bot_agent      | {name: 'Bot'}                                    | status
          create_bot_agent      | {name: 'Bot', status: 'busy'}                    | status
          create_bot_agent      | {name: ' ', status: 'offline'}                   | name
          create_bot_agent      | {name: 'B', status: 'offline', max_chats_count: 501} | max_chats_count
          create_bot_agent      | {name: 'B', status: 'offline', avatar: 'x'}      | avatar
          create_bot_agent      | {name: 'B', status: 'offline', groups: [{id: 1}]} | groups[0].priority
          create_bot_agent      | {name: 'B', status: 'offline', groups: [{id: 1, priority: 'last'}, {id: 1, priority: 'last'}]} | groups[1].id
          create_bot_agent      | {name: 'B', status: 'offline', default_group_priority: 'x'} | default_group_priority
          update_bot_agent      | {name: 'Bot'}                                    | id
          remove_bot_agent      | {}                                               | bot_agent_id
          get_bot_agents        | {all: 'yes'}                                     | all
          create_agent          | {name: 'Dan'}                                    | id
          create_agent          | {id: 'dan', name: 'Dan'}                         | id
          create_agent          | {id: 'dan@example.com'}                          | name
          update_agent          | {id: 'd@example.com', role: 'owner'}             | role
          update_agent          | {id: 'd@example.com', max_chats_count: 101}      | max_chats_count
          update_agent          | {id: 'd@example.com', notifications: ['x']}      | notifications[0]
          update_agent          | {id: 'd@example.com', work_scheduler: {mon: {}}} | work_scheduler
          update_agent          | {id: 'd@example.com', work_scheduler: {monday: {start: '8:30', end: '24:00'}}} | work_scheduler.monday.start
          get_agent             | {id: 'd@example.com', fields: ['password']}      | fields[0]
          list_agents           | {filters: {group_ids: 'x'}}                      | filters.group_ids
          create_group          | {agent_priorities: {}}                           | name
          create_group          | {name: 'Shoes'}                                  | agent_priorities
          create_group          | {name: 'Shoes', agent_priorities: {a: 'x'}}      | agent_priorities.a
          create_group          | {name: 'Shoes', language_code: '!', agent_priorities: {}} | language_code
          update_group          | {name: 'Shoes'}                                  | id
          get_group             | {id: -1}                                         | id
          update_license_properties | {properties: {}}                             | properties
          update_group_properties   | {properties: {a: {b: 1}}}                    | group_id
          delete_license_properties | {properties: {a: 'b'}}                       | properties.a
          """)
  void shouldNameTheFieldThatIsWrong(String method, String payload, String field) {
    assertThat(problem(method, payload)).startsWith("`" + field + "`: ");
  }
}
