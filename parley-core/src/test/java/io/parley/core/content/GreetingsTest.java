package io.parley.core.content;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.Result;
import io.parley.core.content.GreetingRule.Address;
import io.parley.core.content.GreetingRule.Count;
import io.parley.core.content.GreetingRule.NumberOperator;
import io.parley.core.content.GreetingRule.OfAddress;
import io.parley.core.content.GreetingRule.OfField;
import io.parley.core.content.GreetingRule.OfNumber;
import io.parley.core.content.GreetingRule.TextOperator;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitDetails;
import io.parley.core.group.GroupId;
import io.parley.core.license.Tick;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is greeted with what at a login.
class GreetingsTest {
  private static final String SHOES = "https://acme.example/shoes";
  private static final Greeting PLAIN = greeting(1, GroupId.ALL);

  private final LicenseRun run = LicenseRun.ofAcme();
  private int connections;

  private static Greeting greeting(int id, GroupId group, GreetingRule... rules) {
    return new Greeting(id, null, "Hello from " + id, null, group, List.of(rules));
  }

  private static OfAddress current(TextOperator operator, String value) {
    return new OfAddress(Address.CURRENT, operator, value);
  }

  private Optional<ShownGreeting> login(
      @Nullable GroupId group, Map<String, String> storage, Greeting... greetings) {
    var login =
        new LogInCustomer(
            CARL,
            "connection " + ++connections,
            new CustomerDetails(null, null, null, List.of(new Customer.Field("cart", "Full"))),
            new VisitDetails(null, null, "https://search.example/?q=lamp", null, SHOES, null),
            storage,
            group,
            List.of(greetings));
    return ((Result.CustomerLoggedIn) run.result(login)).greeting();
  }

  private List<Integer> greeted(Greeting... greetings) {
    return login(null, Map.of(), greetings).map(ShownGreeting::id).stream().toList();
  }

  private void leaves() {
    run.result(new CustomerConnectionLost(CARL, "connection " + connections));
    run.pass(Duration.ofMinutes(1));
    run.result(new Tick());
  }

  @Test
  void shouldGreetWithTheFirstGreetingWhoseRulesHold() {
    Greeting elsewhere = greeting(1, GroupId.ALL, current(TextOperator.CONTAINS, "lamps"));
    Greeting here = greeting(2, GroupId.ALL, current(TextOperator.CONTAINS, "SHOES"));

    assertThat(greeted(elsewhere, here, PLAIN)).containsExactly(2);
    assertThat(greeted(elsewhere)).isEmpty();
    assertThat(greeted()).isEmpty();
  }

  @Test
  void shouldCompareAddressesAndFieldsAsTheOperatorSays() {
    assertThat(greeted(greeting(1, GroupId.ALL, current(TextOperator.EQUALS, SHOES))))
        .containsExactly(1);
    assertThat(greeted(greeting(1, GroupId.ALL, current(TextOperator.DOESNT_EQUAL, SHOES))))
        .isEmpty();
    assertThat(greeted(greeting(1, GroupId.ALL, current(TextOperator.DOESNT_CONTAIN, "lamp"))))
        .containsExactly(1);
    assertThat(
            greeted(
                greeting(
                    1,
                    GroupId.ALL,
                    new OfAddress(Address.REFERRER, TextOperator.CONTAINS, "search.example"),
                    new OfField("cart", TextOperator.EQUALS, "full"))))
        .containsExactly(1);
    assertThat(greeted(greeting(1, GroupId.ALL, new OfField("plan", TextOperator.EQUALS, "gold"))))
        .isEmpty();
  }

  @Test
  void shouldCountVisitsAndPages() {
    Greeting returning =
        greeting(1, GroupId.ALL, new OfNumber(Count.VISITS, NumberOperator.GREATER_OR_EQUAL, 2));
    Greeting browsing =
        greeting(2, GroupId.ALL, new OfNumber(Count.PAGES, NumberOperator.GREATER_THAN, 1));

    assertThat(greeted(returning, browsing)).isEmpty();
    assertThat(greeted(returning, browsing)).containsExactly(2);
    run.result(new CustomerConnectionLost(CARL, "connection 1"));
    leaves();
    assertThat(greeted(returning, browsing)).containsExactly(1);
  }

  @Test
  void shouldGreetForTheGroupThatTheVisitorGoesTo() {
    Greeting ofSales = greeting(1, SALES);

    assertThat(login(null, Map.of(), ofSales)).isEmpty();
    assertThat(login(SALES, Map.of(), ofSales)).isPresent();
    assertThat(login(SALES, Map.of(), PLAIN)).isPresent();
  }

  @Test
  void shouldGreetInTheNameOfTheAgentWhoWouldGetTheChat() {
    var named = new Greeting(1, "same", "Hello", BERT, GroupId.ALL, List.of());
    var unknown =
        new Greeting(1, null, "Hello", new AgentId("gone@example.com"), GroupId.ALL, List.of());

    assertThat(login(null, Map.of(), named).orElseThrow())
        .isEqualTo(new ShownGreeting(1, "same", "Hello", BERT, true));
    assertThat(login(null, Map.of(), unknown).orElseThrow().agentId()).isEqualTo(ANNA);
    run.loggedIn(BERT);
    assertThat(login(null, Map.of(), unknown).orElseThrow().agentId()).isEqualTo(BERT);
    assertThat(login(null, Map.of(), PLAIN).orElseThrow().uniqueId()).hasSize(32);
  }

  @Test
  void shouldHaveTheVisitorsSideRememberWhatItWasShown() {
    assertThat(login(null, Map.of("greetings_shown", "9"), PLAIN).orElseThrow())
        .extracting(ShownGreeting::displayedFirstTime)
        .isEqualTo(true);
    Map<String, String> kept = run.last(SideStorageUpdated.class).storage();
    assertThat(kept).containsEntry("greetings_shown", "9,1").containsEntry("customer_visits", "1");

    int changes = run.all(SideStorageUpdated.class).size();
    assertThat(login(null, kept, PLAIN).orElseThrow().displayedFirstTime()).isFalse();
    assertThat(run.all(SideStorageUpdated.class)).hasSize(changes);
  }

  @Test
  void shouldNotGreetWhoeverIsInAConversation() {
    run.loggedIn(ANNA);
    run.starts(CARL);

    assertThat(login(null, Map.of(), PLAIN)).isEmpty();
  }
}
