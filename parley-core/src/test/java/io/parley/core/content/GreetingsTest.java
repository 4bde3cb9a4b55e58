package io.parley.core.content;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.LicenseRun;
import io.parley.core.Result;
import io.parley.core.content.GreetingRule.Address;
import io.parley.core.content.GreetingRule.Count;
import io.parley.core.content.GreetingRule.NumberOperator;
import io.parley.core.content.GreetingRule.OfAddress;
import io.parley.core.content.GreetingRule.OfField;
import io.parley.core.content.GreetingRule.OfFunnel;
import io.parley.core.content.GreetingRule.OfNumber;
import io.parley.core.content.GreetingRule.OfPlace;
import io.parley.core.content.GreetingRule.OfTime;
import io.parley.core.content.GreetingRule.Stay;
import io.parley.core.content.GreetingRule.TextOperator;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerConnectionLost;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.Geolocation;
import io.parley.core.customer.GreetingShown;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.customer.VisitDetails;
import io.parley.core.group.GroupId;
import io.parley.core.license.Tick;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

  private static final Geolocation WARSAW =
      new Geolocation("52.2", "21.0", "Poland", "PL", "Mazovia", "Warsaw", "Europe/Warsaw");

  private Optional<ShownGreeting> comesFrom(@Nullable Geolocation place, GreetingRule... rules) {
    var login =
        new LogInCustomer(
            CARL,
            "connection " + ++connections,
            CustomerDetails.NONE,
            new VisitDetails(null, null, null, place, SHOES, null),
            Map.of(),
            null,
            List.of(greeting(1, GroupId.ALL, rules)));
    return ((Result.CustomerLoggedIn) run.result(login)).greeting();
  }

  private static OfPlace in(@Nullable String code, @Nullable String city) {
    return new OfPlace(List.of(new OfPlace.Place(null, code, null, city)));
  }

  @Test
  void shouldGreetVisitorsFromCertainPlaces() {
    assertThat(comesFrom(WARSAW, in("pl", null))).isPresent();
    leaves();
    assertThat(comesFrom(WARSAW, in("PL", "Warsaw"))).isPresent();
    leaves();
    assertThat(comesFrom(WARSAW, in("PL", "Cracow"))).isEmpty();
    leaves();
    assertThat(
            comesFrom(
                WARSAW,
                new OfPlace(
                    List.of(
                        new OfPlace.Place("Germany", null, null, null),
                        new OfPlace.Place(null, null, "Mazovia", null)))))
        .isPresent();
    leaves();
    assertThat(comesFrom(null, in("PL", null))).isEmpty();
  }

  private void views(String url) {
    run.result(new UpdateCustomerPage(as(CARL), url, null));
    run.result(new Tick());
  }

  private List<Integer> shownLater() {
    return run.all(GreetingShown.class).stream().map(shown -> shown.greeting().id()).toList();
  }

  private static OfFunnel funnel(String... parts) {
    return new OfFunnel(
        Arrays.stream(parts).map(part -> new OfFunnel.Step(TextOperator.CONTAINS, part)).toList());
  }

  @Test
  void shouldGreetAtTheEndOfAFunnel() {
    assertThat(greeted(greeting(1, GroupId.ALL, funnel("shoes", "cart", "pay")))).isEmpty();
    views("https://acme.example/pay");
    views("https://acme.example/cart");
    views("https://acme.example/help");
    assertThat(shownLater()).isEmpty();

    views("https://acme.example/pay");
    assertThat(shownLater()).containsExactly(1);
    assertThat(run.all(SideStorageUpdated.class).getLast().storage())
        .containsEntry("greetings_shown", "1")
        .containsEntry("customer_visits", "1");

    views("https://acme.example/pay");
    assertThat(shownLater()).containsExactly(1);
  }

  private static OfTime after(Stay stay, NumberOperator operator, int seconds) {
    return new OfTime(stay, operator, seconds);
  }

  private void tickWhenDue() {
    Instant due = run.license.nextDeadline().orElseThrow();
    if (!due.isAfter(run.context.now())) {
      run.result(new Tick());
    }
  }

  @Test
  void shouldGreetAfterSomeTimeOnThePage() {
    assertThat(
            greeted(
                greeting(1, GroupId.ALL, after(Stay.PAGE, NumberOperator.GREATER_THAN, 15)),
                greeting(2, GroupId.ALL, after(Stay.SITE, NumberOperator.EQUALS, 60))))
        .isEmpty();
    run.pass(Duration.ofSeconds(10));
    tickWhenDue();
    views("https://acme.example/lamps");
    run.pass(Duration.ofSeconds(15));
    tickWhenDue();
    assertThat(shownLater()).isEmpty();

    run.pass(Duration.ofSeconds(1));
    tickWhenDue();

    assertThat(shownLater()).containsExactly(1);
    assertThat(run.audienceOf(run.all(GreetingShown.class).getFirst()).customers())
        .containsExactly(CARL);
  }

  @Test
  void shouldGreetAfterSomeTimeOnTheWebsiteOnlyWhereTheOtherRulesHold() {
    var rules =
        new GreetingRule[] {
          after(Stay.SITE, NumberOperator.GREATER_OR_EQUAL, 20),
          current(TextOperator.CONTAINS, "lamps")
        };
    assertThat(greeted(greeting(1, GroupId.ALL, rules))).isEmpty();
    run.pass(Duration.ofSeconds(30));
    run.result(new Tick());
    assertThat(shownLater()).isEmpty();

    views("https://acme.example/lamps");

    assertThat(shownLater()).containsExactly(1);
  }

  @Test
  void shouldNotGreetWhoIsInAConversationOrGone() {
    Greeting later = greeting(1, GroupId.ALL, after(Stay.SITE, NumberOperator.EQUALS, 20));
    assertThat(greeted(later)).isEmpty();
    run.loggedIn(ANNA);
    run.starts(as(CARL), LicenseRun.saying("Hello"));
    run.pass(Duration.ofSeconds(20));
    run.result(new Tick());
    assertThat(shownLater()).isEmpty();
    assertThat(run.license.awaitedGreetingOrNull(CARL)).isNull();

    run.result(new CustomerConnectionLost(CARL, "connection " + connections));
    run.pass(Duration.ofMinutes(1));
    run.result(new Tick());
    assertThat(shownLater()).isEmpty();
  }

  @Test
  void shouldNotGreetLaterWithWhatTheVisitorHasSeen() {
    Greeting lamps = greeting(1, GroupId.ALL, current(TextOperator.CONTAINS, "lamps"));
    assertThat(login(null, Map.of("greetings_shown", "1"), lamps)).isEmpty();

    views("https://acme.example/lamps");

    assertThat(shownLater()).isEmpty();
  }
}
