package io.parley.core.routing;

import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Decision;
import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.agent.Agent;
import io.parley.core.agent.LogOutAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.StartChat;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What customers are told beforehand is what happens.
class CustomersViewOfRoutingTest {
  private static final int GROUPS = 3;
  private static final int AGENTS = 6;
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private static AgentId id(int number) {
    return new AgentId("agent" + number + "@example.com");
  }

  private static LicenseRun license(boolean queue) {
    var groups = new ArrayList<Group>();
    for (int group = 1; group <= GROUPS; group++) {
      groups.add(new Group(new GroupId(group), "Group " + group));
    }
    var agents = new ArrayList<Agent>();
    for (int i = 0; i < AGENTS; i++) {
      Priority priority = PRIORITIES.get(i % PRIORITIES.size());
      agents.add(agent(id(i), 1 + i % 2, new GroupId(1 + i % GROUPS), priority));
    }
    var settings = settings().customerChats(1000).queueLimit(2);
    return LicenseRun.with(
        queue ? settings.build() : settings.withoutQueue().build(), groups, agents);
  }

  @Property(tries = 200)
  void shouldPredictWhatHappens(
      @ForAll boolean queue,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1 << 16) Integer> choices,
      @ForAll @IntRange(min = 0, max = GROUPS) int group) {
    LicenseRun run = license(queue);
    choices.forEach(choice -> step(run, choice));
    GroupId groupId = new GroupId(group);
    GroupStatus status =
        ((Result.GroupStatuses) run.result(new GetGroupStatuses(null))).statuses().get(groupId);
    Decision predicted = run.does(new PredictAgent(groupId));

    Decision started = run.does(new StartChat(as(CARL), in(groupId)));

    switch (started) {
      case Decision.Accepted(_, Result.ChatStarted chat) -> {
        var agents = run.chat(chat.chatId()).presentAgents();
        if (agents.isEmpty()) {
          assertThat(status).isEqualTo(GroupStatus.ONLINE_FOR_QUEUE);
          assertThat(typeOf(predicted)).isEqualTo(ErrorType.GROUP_UNAVAILABLE);
        } else {
          assertThat(status).isEqualTo(GroupStatus.ONLINE);
          assertThat(((Decision.Accepted) predicted).result())
              .isEqualTo(new Result.AgentPredicted(run.license.agentOrNull(agents.getFirst())));
        }
      }
      case Decision.Rejected(Rejection rejection) -> {
        assertThat(status).isEqualTo(GroupStatus.OFFLINE);
        assertThat(typeOf(predicted))
            .isEqualTo(
                rejection.type() == ErrorType.GROUPS_OFFLINE
                    ? ErrorType.GROUP_OFFLINE
                    : ErrorType.GROUP_UNAVAILABLE);
      }
      case Decision.Accepted other -> throw new AssertionError(other);
    }
    explains(run);
  }

  private static void explains(LicenseRun run) {
    for (Group group : run.license.groups()) {
      Access access = Access.of(group.id());
      Candidate first = Router.explain(run.license, access).getFirst();
      boolean assigned = Router.route(run.license, access) instanceof Routing.Assigned;
      assertThat(first.verdict() == Candidate.Verdict.NEXT).isEqualTo(assigned);
      if (assigned) {
        assertThat(Router.route(run.license, access))
            .isEqualTo(new Routing.Assigned(first.agent().id()));
      }
    }
  }

  private static ErrorType typeOf(Decision decision) {
    return ((Decision.Rejected) decision).rejection().type();
  }

  private static void step(LicenseRun run, int choice) {
    AgentId agent = id(choice / 8 % AGENTS);
    switch (choice % 8) {
      case 0, 1 -> run.loggedIn(agent);
      case 2 -> run.does(new LogOutAgent(agent, "connection-of-" + agent));
      case 3 ->
          run.does(
              new SetRoutingStatus(
                  agent,
                  agent,
                  choice / 64 % 2 == 0
                      ? RoutingStatus.NOT_ACCEPTING_CHATS
                      : RoutingStatus.ACCEPTING_CHATS));
      case 4 -> {
        if (!run.chats().isEmpty()) {
          run.does(new CloseThread(as(agent), run.chats().get(choice / 8 % run.chats().size())));
        }
      }
      default -> run.does(new StartChat(as(CARL), in(new GroupId(choice / 8 % (GROUPS + 1)))));
    }
  }
}
