package io.parley.core.content;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.customer.CheckGoals;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.VisitDetails;
import io.parley.core.group.GroupId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which goals are reached, and who is told.
class GoalsTest {
  private static final List<Goal> GOALS =
      List.of(
          new Goal.OnPage(1, "Thanks", "https://acme.example/thanks", true),
          new Goal.OnPage(2, "Checkout", "/checkout", false),
          new Goal.WithField(3, "Gold", new Customer.Field("plan", "gold")));

  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA, BERT);

  private List<Integer> reached(String url, Customer.Field... fields) {
    int before = run.all(GoalReached.class).size();
    run.result(new CheckGoals(as(CARL), GroupId.ALL, url, List.of(fields), GOALS));
    return run.all(GoalReached.class).stream().skip(before).map(GoalReached::goalId).toList();
  }

  @Test
  void shouldFindGoalsByThePageAndByFields() {
    assertThat(reached("https://acme.example/thanks")).containsExactly(1);
    assertThat(reached("https://acme.example/thanks?a=b")).isEmpty();
    assertThat(reached("https://acme.example/checkout/2", new Customer.Field("plan", "gold")))
        .containsExactly(2, 3);
    assertThat(reached("https://acme.example/", new Customer.Field("plan", "silver"))).isEmpty();
  }

  @Test
  void shouldTellTheAgentsOfTheGroup() {
    run.result(new CheckGoals(as(CARL), SALES, "/checkout", List.of(), GOALS));
    assertThat(run.audienceOf(run.lastChange()).members()).containsExactly(ANNA);

    run.result(new CheckGoals(as(CARL), GroupId.ALL, "/checkout", List.of(), GOALS));
    assertThat(run.audienceOf(run.lastChange()).allAgents()).isTrue();
  }

  @Test
  void shouldLookAtCustomersWhoAreOfflineOnly() {
    run.result(
        new LogInCustomer(
            CARL,
            "connection",
            CustomerDetails.NONE,
            VisitDetails.NONE,
            Map.of(),
            null,
            List.of()));

    assertThat(reached("https://acme.example/thanks")).isEmpty();
  }

  @Test
  void shouldRefuseAGroupThatDoesNotExist() {
    assertThat(
            run.rejection(new CheckGoals(as(CARL), new GroupId(77), "/checkout", List.of(), GOALS))
                .type())
        .isEqualTo(ErrorType.GROUP_NOT_FOUND);
  }
}
