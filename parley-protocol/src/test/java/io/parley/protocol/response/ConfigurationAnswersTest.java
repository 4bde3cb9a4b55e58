package io.parley.protocol.response;

import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentField;
import io.parley.core.agent.DescribedAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.Preferences;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.Standing;
import io.parley.core.agent.WorkSchedule;
import io.parley.core.group.DescribedGroup;
import io.parley.core.group.Group;
import io.parley.core.group.GroupField;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue;
import io.parley.core.routing.GroupStatus;
import io.parley.core.user.AgentId;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.json.Acme;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The documentation's samples.
class ConfigurationAnswersTest {
  private static final SortedMap<GroupId, Priority> GROUPS =
      new TreeMap<>(Map.of(new GroupId(1), Priority.NORMAL, new GroupId(2), Priority.FIRST));

  private static DescribedAgent described(String id, String name, Agent.@Nullable Bot bot) {
    return new DescribedAgent(
        new Agent(
            new AgentId(id),
            "account",
            "public",
            name,
            Permission.ADMINISTRATOR,
            "Support Hero",
            "https://example.com/avatar.jpg",
            6,
            GROUPS,
            bot,
            new Standing(true, false),
            new Preferences(
                "+48 123",
                Set.of(Preferences.Notification.NEW_VISITOR),
                Set.of(EmailSubscription.DAILY_SUMMARY, EmailSubscription.WEEKLY_SUMMARY),
                new WorkSchedule(
                    null,
                    List.of(
                        new WorkSchedule.Hours(
                            DayOfWeek.MONDAY, LocalTime.of(8, 30), LocalTime.of(12, 30)))))),
        RoutingStatus.ACCEPTING_CHATS);
  }

  private static void assertAnswer(
      ApiVersion version, Result.OfConfiguration result, String expected) {
    Acme.assertJson(ConfigurationPayloads.of(version, result), expected);
  }

  @Test
  void shouldDescribeBots() {
    var bot = described("5c98", "John Doe", new Agent.Bot("asXd"));
    String brief =
        """
        "id": "5c98", "name": "John Doe", "avatar": "https://example.com/avatar.jpg",
        "status": "accepting chats"
        """;
    assertAnswer(
        ApiVersion.V3_1,
        new Result.OfConfiguration.Bots(List.of(bot)),
        "{\"bot_agents\": [{" + brief + "}]}");
    assertAnswer(
        ApiVersion.V3_1,
        new Result.OfConfiguration.OneBot(bot, List.of()),
        """
        {"bot_agent": {%s,
          "application": {"client_id": "asXd"}, "max_chats_count": 6, "job_title": "Support Hero",
          "default_group_priority": "normal",
          "groups": [{"id": 0, "priority": "normal"}, {"id": 1, "priority": "normal"},
                     {"id": 2, "priority": "first"}]}}
        """
            .formatted(brief));
    assertAnswer(
        ApiVersion.V3_1,
        new Result.OfConfiguration.BotCreated(new AgentId("5c98")),
        "{\"bot_agent_id\": \"5c98\"}");
  }

  @Test
  void shouldDescribeAgentsWithTheFieldsThatWereAskedFor() {
    var agent = described("smith@example.com", "Agent Smith", null);
    String usual =
        """
        "id": "smith@example.com", "name": "Agent Smith", "role": "administrator",
        "avatar_path": "https://example.com/avatar.jpg", "login_status": "accepting chats"
        """;
    assertAnswer(
        ApiVersion.V3_2, new Result.OfConfiguration.OneAgent(agent, Set.of()), "{" + usual + "}");
    assertAnswer(
        ApiVersion.V3_2,
        new Result.OfConfiguration.Agents(List.of(agent), Set.of(AgentField.values())),
        """
        [{%s, "job_title": "Support Hero", "max_chats_count": 6, "mobile": "+48 123",
          "summaries": ["daily_summary", "weekly_summary"],
          "email_subscriptions": ["daily_summary", "weekly_summary"],
          "notifications": ["new_visitor"], "suspended": true, "awaiting_approval": false,
          "work_scheduler": {"monday": {"start": "08:30", "end": "12:30"}},
          "groups": [{"id": 0, "priority": "normal"}, {"id": 1, "priority": "normal"},
                     {"id": 2, "priority": "first"}]}]
        """
            .formatted(usual));
  }

  @Test
  void shouldDescribeGroupsWithTheFieldsThatWereAskedFor() {
    var group =
        new DescribedGroup(
            new Group(new GroupId(19), "Sports shoes"),
            Map.of(new AgentId("agent1@example.com"), Priority.NORMAL),
            GroupStatus.OFFLINE);
    assertAnswer(
        ApiVersion.V3_2,
        new Result.OfConfiguration.Groups(List.of(group), Set.of()),
        "[{\"id\": 19, \"name\": \"Sports shoes\", \"language_code\": \"en\"}]");
    assertAnswer(
        ApiVersion.V3_2,
        new Result.OfConfiguration.OneGroup(group, Set.of(GroupField.values())),
        """
        {"id": 19, "name": "Sports shoes", "language_code": "en",
         "agent_priorities": {"agent1@example.com": "normal"}, "routing_status": "offline"}
        """);
  }

  @Test
  void shouldWriteDefinitionsWithTheLocationsOfTheVersion() {
    var definitions =
        new PropertyDefinitions(Map.of())
            .with(
                List.of(
                    new PropertyDefinition(
                        "5873",
                        "scoring",
                        PropertyType.INT,
                        Map.of(
                            PropertyLocation.EVENT,
                            new Rights(true, true, false, false),
                            PropertyLocation.GROUP,
                            new Rights(true, false, true, false)),
                        List.of(),
                        new Range(0, 10),
                        null),
                    new PropertyDefinition(
                        "5873",
                        "only_on_licenses",
                        PropertyType.STRING,
                        Map.of(PropertyLocation.LICENSE, new Rights(true, true, true, true)),
                        List.of(new PropertyValue.Text("hi")),
                        null,
                        "What we say")));
    assertAnswer(
        ApiVersion.V3_1,
        new Result.OfConfiguration.Definitions(definitions),
        """
        {"5873": {"scoring": {"type": "int",
           "locations": {"event": {"access": {"agent": {"read": true, "write": true}}}},
           "range": {"from": 0, "to": 10}}}}
        """);
    assertAnswer(
        ApiVersion.V3_2,
        new Result.OfConfiguration.Definitions(definitions.in("5873")),
        """
        {"5873": {
          "only_on_licenses": {"type": "string", "description": "What we say", "domain": ["hi"],
             "locations": {"license": {"access": {"agent": {"read": true, "write": true},
                                                  "customer": {"read": true, "write": true}}}}},
          "scoring": {"type": "int",
             "locations": {"event": {"access": {"agent": {"read": true, "write": true}}},
                           "group": {"access": {"agent": {"read": true, "write": false},
                                                "customer": {"read": true, "write": false}}}},
             "range": {"from": 0, "to": 10}}}}
        """);
  }

  @Test
  void shouldWriteBareValuesOfWhatTheLicenseHolds() {
    assertAnswer(
        ApiVersion.V3_2,
        new Result.OfConfiguration.Held(
            Properties.of("0805", "string_property", new PropertyValue.Text("string value"))),
        "{\"0805\": {\"string_property\": \"string value\"}}");
  }
}
