package io.parley.store.journal;

import io.parley.core.Command;
import io.parley.core.agent.Agent;
import io.parley.core.agent.AgentPatch;
import io.parley.core.agent.ChangeStanding;
import io.parley.core.agent.CreateAgent;
import io.parley.core.agent.DeleteAgent;
import io.parley.core.agent.Permission;
import io.parley.core.agent.Preferences.EmailSubscription;
import io.parley.core.agent.Preferences.Notification;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.UpdateAgent;
import io.parley.core.agent.WorkSchedule;
import io.parley.core.bot.BotPatch;
import io.parley.core.bot.CreateBot;
import io.parley.core.bot.RemoveBot;
import io.parley.core.bot.UpdateBot;
import io.parley.core.group.CreateGroup;
import io.parley.core.group.DeleteGroup;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.group.UpdateGroup;
import io.parley.core.license.LicenseView;
import io.parley.core.property.DefineProperties;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyHolder;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue.Whole;
import io.parley.core.property.SetHeldProperties;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Commands that configure a license in all ways, but never delete a group that chats are in.
record RandomConfiguration(SplittableRandom random, LicenseView license) {
  private static final AgentId DAN = new AgentId("dan@example.com");
  private static final GroupId OF_CHATS = new GroupId(1);
  private static final Comparator<AgentId> BY_ID = Comparator.comparing(AgentId::value);

  private int of(int bound) {
    return random.nextInt(bound);
  }

  private <T> T of(List<T> list) {
    return list.get(of(list.size()));
  }

  private <T> @Nullable T maybe(T value) {
    return of(2) == 0 ? value : null;
  }

  Command next(AgentId by) {
    var caller = new Caller.ByAgent(by, Reach.ALL, "client");
    return switch (of(12)) {
      case 0, 1 -> new CreateBot(caller, bot());
      case 2, 3 -> new UpdateBot(caller, someBot(), bot());
      case 4 -> new RemoveBot(caller, someBot());
      case 5 -> agent(caller);
      case 6 -> new ChangeStanding(caller, someAgent(), of(List.of(ChangeStanding.To.values())));
      case 7 -> new CreateGroup(caller, "Group " + of(9), "en", members());
      case 8 -> new UpdateGroup(caller, someGroup(), maybe("G" + of(9)), maybe("pl"), members());
      case 9 -> new DeleteGroup(caller, someGroup());
      case 10 -> new DefineProperties(caller, List.of(definition()));
      default ->
          new SetHeldProperties(
              caller, holder(), Properties.of("client", "p" + of(3), new Whole(of(9))));
    };
  }

  private Command agent(Caller.ByAgent caller) {
    return switch (of(3)) {
      case 0 -> new CreateAgent(caller, DAN, patch(), maybe(false), true);
      case 1 -> new UpdateAgent(caller, someAgent(), patch(), true);
      default -> new DeleteAgent(caller, someAgent());
    };
  }

  private AgentPatch patch() {
    var monday =
        new WorkSchedule.Hours(DayOfWeek.MONDAY, LocalTime.of(of(24), 30), LocalTime.of(23, 59));
    return new AgentPatch(
        "Name " + of(9),
        maybe(of(List.of(Permission.values()))),
        maybe(""),
        maybe("https://example.com/" + of(9)),
        maybe(1 + of(9)),
        null,
        maybe("+48 " + of(9)),
        maybe(Set.of(of(List.of(Notification.values())))),
        maybe(Set.of(EmailSubscription.WEEKLY_SUMMARY)),
        maybe(new WorkSchedule(maybe("Europe/Warsaw"), List.of(monday))));
  }

  private BotPatch bot() {
    return new BotPatch(
        "Bot " + of(9),
        maybe(of(List.of(RoutingStatus.values()))),
        maybe("https://example.com/" + of(9)),
        null,
        maybe(of(4)),
        maybe(of(List.of(Priority.values()))),
        maybe(new TreeMap<>(Map.of(GroupId.ALL, of(List.of(Priority.values()))))));
  }

  private AgentId someBot() {
    List<AgentId> bots =
        license.agents().values().stream()
            .filter(Agent::isBot)
            .map(Agent::id)
            .sorted(BY_ID)
            .toList();
    return bots.isEmpty() ? DAN : of(bots);
  }

  private AgentId someAgent() {
    return of(3) == 0 ? of(RandomCommands.AGENTS) : DAN;
  }

  private GroupId someGroup() {
    List<GroupId> groups =
        license.groups().values().stream()
            .map(Group::id)
            .filter(id -> !id.equals(OF_CHATS))
            .sorted()
            .toList();
    return of(groups);
  }

  private TreeMap<AgentId, Priority> members() {
    var members = new TreeMap<AgentId, Priority>(BY_ID);
    members.put(of(RandomCommands.AGENTS), Priority.NORMAL);
    return members;
  }

  private PropertyDefinition definition() {
    return new PropertyDefinition(
        "client",
        "p" + of(3),
        PropertyType.INT,
        Map.of(
            PropertyLocation.LICENSE,
            new Rights(true, true, true, false),
            PropertyLocation.GROUP,
            new Rights(true, false, false, false)),
        List.of(),
        maybe(new Range(0, maybe(100))),
        maybe("It is \"so\" " + of(9)));
  }

  private PropertyHolder holder() {
    return of(2) == 0 ? PropertyHolder.OfLicense.LICENSE : new PropertyHolder.OfGroup(someGroup());
  }
}
