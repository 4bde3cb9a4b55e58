package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.access.Access;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.group.Priority;
import io.parley.core.user.AgentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterExplanationTest {
  private static AgentId named(String name) {
    return new AgentId(name + "@example.com");
  }

  @Test
  void shouldSayOfEveryAgentWhyOrWhyNot() {
    var run =
        LicenseRun.with(
            settings().customerChats(9).build(),
            agent(ANNA, 1, SALES),
            agent(BERT, 2, SALES),
            agent(CORA, 6, SALES, Priority.LAST),
            agent(named("away"), 6, SALES),
            agent(named("chief"), 6, SALES, Priority.SUPERVISOR),
            agent(named("home"), 6, SALES),
            agent(named("other"), 6));
    run.loggedIn(ANNA, BERT, CORA, named("away"), named("chief"), named("other"));
    run.result(
        new SetRoutingStatus(named("away"), named("away"), RoutingStatus.NOT_ACCEPTING_CHATS));
    run.starts(as(CARL), in(SALES));

    List<Candidate> candidates = Router.explain(run.license, Access.of(SALES));

    assertThat(candidates.stream().map(each -> each.agent().name() + " " + each.reason()))
        .containsExactly(
            "bert gets the next chat: 0 of 2 chats, priority normal",
            "cora comes later: 0 of 6 chats, priority last",
            "anna has 1 of 1 chats",
            "away does not accept chats",
            "home is not logged in",
            "chief is a supervisor here",
            "other is in other groups");
    assertThat(Router.route(run.license, Access.of(SALES)))
        .isEqualTo(new Routing.Assigned(candidates.getFirst().agent().id()));
  }
}
