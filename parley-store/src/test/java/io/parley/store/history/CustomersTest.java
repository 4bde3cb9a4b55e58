package io.parley.store.history;

import static io.parley.store.history.Acme.ANNA;
import static io.parley.store.history.Acme.BERT;
import static io.parley.store.history.Acme.BILLING;
import static io.parley.store.history.Acme.CARL;
import static io.parley.store.history.Acme.DORA;
import static io.parley.store.history.Acme.SALES;
import static io.parley.store.history.Acme.as;
import static io.parley.store.history.Acme.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ChatId;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.Geolocation;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.VisitDetails;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.CustomerActivity;
import io.parley.core.query.CustomerCondition;
import io.parley.core.query.CustomerCondition.CountField;
import io.parley.core.query.CustomerCondition.TextField;
import io.parley.core.query.CustomerCondition.TimeField;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private static final Caller.ByAgent OWNER = as(ANNA, Reach.ALL);

  private final Acme acme = new Acme();

  @AfterEach
  void close() {
    acme.close();
  }

  private CustomerId create(String name, String email) {
    var details = new CustomerDetails(name, email, null, List.of());
    var created = acme.conversation.does(new CreateCustomer(OWNER, details));
    return ((Result.CustomerRegistered) created).customer().id();
  }

  private void visit(CustomerId customerId, String country) {
    var place = new Geolocation(null, null, country, null, null, null, null);
    acme.conversation.does(
        new LogInCustomer(
            customerId,
            "connection",
            CustomerDetails.NONE,
            new VisitDetails(null, null, null, place, null, null),
            Map.of(),
            null,
            List.of()));
  }

  @Test
  void shouldGiveCustomersAsTheyAreLive() {
    visit(CARL, "Poland");
    ChatId chatId = acme.chat(CARL);
    acme.send(as(CARL), chatId, text("hello"));

    for (Order order : Order.values()) {
      var answer = acme.customers(OWNER, order, new Page.ById(null, 10));
      var expected = order == Order.ASCENDING ? List.of(CARL, DORA) : List.of(DORA, CARL);
      assertThat(Acme.ids(answer)).isEqualTo(expected);
      assertThat(answer.customers())
          .extracting(CustomerActivity::customer)
          .containsExactlyElementsOf(
              expected.stream().map(acme.conversation.live()::customerOrNull).toList());
      assertThat(answer.total()).isEqualTo(2);
    }
  }

  @Test
  void shouldFilterByTexts() {
    visit(CARL, "Poland");
    CustomerId eve = create("Eve", "eve@example.com");
    CustomerId fay = create("Fay", "fay@example.com");

    assertThat(ids(oneOf(TextField.NAME, "Eve", "Nobody", "\0"))).containsExactly(eve);
    assertThat(ids(oneOf(TextField.NAME, "eve"))).isEmpty();
    assertThat(ids(noneOf(TextField.NAME, "Eve"))).containsExactly(fay, DORA, CARL);
    assertThat(ids(oneOf(TextField.EMAIL, "fay@example.com"))).containsExactly(fay);
    assertThat(ids(noneOf(TextField.EMAIL, "fay@example.com"))).containsExactly(eve, DORA, CARL);
    assertThat(ids(oneOf(TextField.COUNTRY, "Poland"))).containsExactly(CARL);
    assertThat(ids(noneOf(TextField.COUNTRY, "Poland"))).containsExactly(fay, eve, DORA);
    assertThat(ids(oneOf(TextField.CUSTOMER_ID, CARL.value()))).containsExactly(CARL);
    assertThat(ids(oneOf(TextField.NAME, "Eve", "Fay"), noneOf(TextField.EMAIL, "eve@example.com")))
        .containsExactly(fay);
  }

  private static CustomerCondition oneOf(TextField field, String... values) {
    return new CustomerCondition.OneOf(field, List.of(values));
  }

  private static CustomerCondition noneOf(TextField field, String... values) {
    return new CustomerCondition.NoneOf(field, List.of(values));
  }

  private List<CustomerId> ids(CustomerCondition... conditions) {
    return Acme.ids(acme.customers(OWNER, conditions));
  }

  @Test
  void shouldFilterByNumbers() {
    ChatId chatId = acme.chat(CARL);
    acme.close(chatId);
    acme.activate(as(CARL), chatId);
    visit(DORA, "Poland");

    assertThat(ids(count(CountField.THREADS_COUNT, null, null, null, null, 2)))
        .containsExactly(CARL);
    assertThat(ids(count(CountField.THREADS_COUNT, null, 2, null, null, null)))
        .containsExactly(DORA);
    assertThat(ids(count(CountField.THREADS_COUNT, 2, null, 1, null, null))).containsExactly(CARL);
    assertThat(ids(count(CountField.CHATS_COUNT, null, null, null, 0, null))).containsExactly(CARL);
    assertThat(ids(count(CountField.VISITS_COUNT, null, null, 1, null, null)))
        .containsExactly(DORA);
    assertThat(ids(count(CountField.VISITS_COUNT, 0, null, null, null, null)))
        .containsExactly(CARL);
  }

  private static CustomerCondition count(
      CountField field, Integer lte, Integer lt, Integer gte, Integer gt, Integer eq) {
    return new CustomerCondition.Count(field, lte, lt, gte, gt, eq);
  }

  @Test
  void shouldFilterByTheTimeOfCreation() {
    acme.conversation.pass(Duration.ofHours(1));
    CustomerId eve = create("Eve", null);
    Instant created = acme.conversation.live().customerOrNull(eve).createdAt();

    assertThat(ids(time(TimeField.CREATED_AT, created, null, null))).containsExactly(eve);
    assertThat(ids(time(TimeField.CREATED_AT, null, created, null))).containsExactly(DORA, CARL);
    assertThat(ids(time(TimeField.CREATED_AT, null, null, created))).containsExactly(eve);
    assertThat(ids(time(TimeField.CREATED_AT, Instant.MAX, null, null))).isEmpty();
  }

  private static CustomerCondition time(TimeField field, Instant gte, Instant lt, Instant eq) {
    return new CustomerCondition.Time(field, null, lt, gte, null, eq);
  }

  @Test
  void shouldSayWhenSomebodyLastWrote() {
    ChatId chatId = acme.chat(CARL);
    assertWrote(null, null);

    acme.send(as(CARL), chatId, text("hello"));
    Instant byCarl = lastEventOf(chatId);
    assertWrote(null, byCarl);

    acme.send(OWNER, chatId, text("hello"));
    Instant byAnna = lastEventOf(chatId);
    assertWrote(byAnna, byCarl);

    acme.close(chatId);
    assertWrote(byAnna, byCarl);

    acme.activate(as(CARL), chatId);
    assertWrote(byAnna, byCarl);

    acme.send(as(CARL), chatId, text("again"));
    Instant again = lastEventOf(chatId);
    assertWrote(byAnna, again);

    ChatId other = acme.chat(CARL);
    acme.send(as(BERT, Reach.ALL), other, text("elsewhere"));
    assertWrote(lastEventOf(other), again);
  }

  private Instant lastEventOf(ChatId chatId) {
    return acme.conversation.live().chatOrNull(chatId).lastThread().lastEventAt();
  }

  /// Whatever of it is kept already.
  private void assertWrote(Instant byAgent, Instant byCustomer) {
    for (int i = 0; i < 2; i++) {
      var carl = acme.conversation.live().customerOrNull(CARL);
      var expected = new CustomerActivity(carl, byAgent, byCustomer);
      assertThat(acme.customers(OWNER).customers().getLast()).isEqualTo(expected);
      assertThat(acme.ask(new Query.OneCustomer(OWNER, CARL)))
          .isEqualTo(new Answer.OneCustomer(expected));
      assertThat(wroteSince(TimeField.AGENT_LAST_EVENT_CREATED_AT, byAgent))
          .isEqualTo(byAgent == null ? List.of() : List.of(CARL));
      assertThat(wroteSince(TimeField.CUSTOMER_LAST_EVENT_CREATED_AT, byCustomer))
          .isEqualTo(byCustomer == null ? List.of() : List.of(CARL));
      acme.index();
    }
  }

  private List<CustomerId> wroteSince(TimeField field, Instant time) {
    if (time == null) {
      return ids(time(field, Instant.EPOCH, null, null));
    }
    assertThat(ids(time(field, time.plusNanos(1_000), null, null))).isEmpty();
    assertThat(ids(time(field, null, time, null))).isEmpty();
    assertThat(ids(time(field, null, null, time))).containsExactly(CARL);
    return ids(time(field, time, null, null));
  }

  @Test
  void shouldShowAgentsTheCustomersThatTheirGroupsHaveAccessTo() {
    acme.conversation.does(
        new ChangeCustomerAccess(OWNER, CARL, AccessOperation.SET, Access.of(SALES)));
    acme.conversation.does(
        new ChangeCustomerAccess(OWNER, DORA, AccessOperation.SET, Access.of(BILLING)));

    assertThat(Acme.ids(acme.customers(as(ANNA, Reach.ACCESS)))).containsExactly(CARL);
    assertThat(Acme.ids(acme.customers(as(ANNA, Reach.ALL)))).containsExactly(CARL);
    assertThat(acme.customers(as(BERT, Reach.ALL)).total()).isZero();
    assertThat(acme.ask(new Query.OneCustomer(OWNER, CARL))).isInstanceOf(Answer.OneCustomer.class);
    assertThat(acme.ask(new Query.OneCustomer(OWNER, DORA)))
        .isEqualTo(new Answer.Refused(new Rejection.Forbidden("No access to customer " + DORA)));
    assertThat(acme.ask(new Query.OneCustomer(new Caller.BySystem(), DORA)))
        .isInstanceOf(Answer.OneCustomer.class);
  }

  @Test
  void shouldLetCustomersAskForThemselvesOnly() {
    var nobody = new CustomerId("99999999-9999-4999-8999-999999999999");

    assertThat(acme.ask(new Query.OneCustomer(as(CARL), CARL)))
        .isEqualTo(
            new Answer.OneCustomer(
                new CustomerActivity(acme.conversation.live().customerOrNull(CARL), null, null)));
    var refused =
        new Answer.Refused(new Rejection.Forbidden("Customers may ask for themselves only"));
    assertThat(acme.ask(new Query.OneCustomer(as(CARL), DORA))).isEqualTo(refused);
    assertThat(acme.ask(new Query.OneCustomer(as(CARL), nobody))).isEqualTo(refused);
    assertThat(acme.ask(new Query.OneCustomer(as(nobody), nobody)))
        .isEqualTo(new Answer.Refused(new Rejection.CustomerNotFound("customer_id", nobody)));
  }

  @Test
  void shouldPageWithoutGapsAndRepetitionsWhileCustomersAreCreated() {
    var all = new ArrayList<>(List.of(CARL, DORA));
    for (int i = 0; i < 5; i++) {
      all.add(create("Name", null));
    }

    var first = page(null);
    create("Name", null);
    var second = page(first.nextPageId());
    var third = page(second.nextPageId());

    assertThat(Acme.ids(first)).containsExactly(all.get(6), all.get(5), all.get(4));
    assertThat(Acme.ids(second)).containsExactly(all.get(3), all.get(2), all.get(1));
    assertThat(Acme.ids(third)).containsExactly(all.get(0));
    assertThat(first.previousPageId()).isNull();
    assertThat(third.nextPageId()).isNull();
    assertThat(first.total()).isEqualTo(7);
    assertThat(page(third.previousPageId())).isEqualTo(second);
    assertThat(
            acme.ask(
                new Query.Customers(
                    OWNER, List.of(), Order.ASCENDING, new Page.ById(first.nextPageId(), 3))))
        .isEqualTo(
            new Answer.Refused(new Rejection.InvalidField("page_id", "is no page of this list")));
  }

  private Answer.Customers page(String pageId) {
    return acme.customers(OWNER, Order.DESCENDING, new Page.ById(pageId, 3));
  }
}
