package io.parley.core.content;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.customer.CheckGoals;
import io.parley.core.customer.CheckVisitorsGoals;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.customer.VisitDetails;
import io.parley.core.group.GroupId;
import io.parley.core.license.Tick;
import java.time.Duration;
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

  private void comes(String connection, String url) {
    run.result(
        new LogInCustomer(
            CARL,
            connection,
            CustomerDetails.NONE,
            new VisitDetails(null, null, null, null, url, null),
            Map.of(),
            null,
            List.of()));
  }

  private void leaves(String connection) {
    run.result(new CustomerConnectionLost(CARL, connection));
    run.pass(Duration.ofMinutes(1));
    run.result(new Tick());
  }

  private List<GoalReached> checked() {
    int before = run.all(GoalReached.class).size();
    run.result(new CheckVisitorsGoals(CARL, GOALS));
    return run.all(GoalReached.class).stream().skip(before).toList();
  }

  @Test
  void shouldLookAtCustomersWhoAreOfflineOnly() {
    comes("connection", "https://acme.example/");

    assertThat(reached("https://acme.example/thanks")).isEmpty();
  }

  @Test
  void shouldFindGoalsOfVisitorsOnceInAVisit() {
    assertThat(checked()).isEmpty();
    comes("1", "https://acme.example/checkout");
    assertThat(checked()).extracting(GoalReached::goalId).containsExactly(2);
    assertThat(checked()).isEmpty();
    run.result(new UpdateCustomerPage(as(CARL), "https://acme.example/thanks", null));
    assertThat(checked()).extracting(GoalReached::goalId).containsExactly(1);

    leaves("1");
    comes("2", "https://acme.example/thanks");

    assertThat(checked()).extracting(GoalReached::goalId).containsExactly(1);
  }

  @Test
  void shouldCountGoalsForTheConversationTheCustomerIsOrWasIn() {
    comes("1", "https://acme.example/checkout");
    assertThat(checked().getFirst().chatId()).isNull();
    ChatId chatId = run.starts(as(CARL), saying("Hello"));
    run.result(new UpdateCustomerPage(as(CARL), "https://acme.example/thanks", null));
    assertThat(checked().getFirst().chatId()).isEqualTo(chatId);

    run.result(new CloseThread(as(CARL), chatId));
    leaves("1");
    run.result(new CheckGoals(as(CARL), GroupId.ALL, "/checkout", List.of(), GOALS));

    assertThat(run.all(GoalReached.class).getLast().chatId()).isEqualTo(chatId);
    assertThat(run.all(GoalReached.class).getLast().at()).isEqualTo(run.context.now());
  }

  @Test
  void shouldRefuseAGroupThatDoesNotExist() {
    assertThat(
            run.rejection(new CheckGoals(as(CARL), new GroupId(77), "/checkout", List.of(), GOALS))
                .type())
        .isEqualTo(ErrorType.GROUP_NOT_FOUND);
  }
}
