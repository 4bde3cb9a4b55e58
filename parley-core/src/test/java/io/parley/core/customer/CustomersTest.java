package io.parley.core.customer;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.Result;
import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.EventAdded;
import io.parley.core.chat.SendEvent;
import io.parley.core.chat.StartChat;
import io.parley.core.customer.Customer.Field;
import io.parley.core.event.EventBody;
import io.parley.core.group.GroupId;
import io.parley.core.license.Tick;
import io.parley.core.routing.GetGroupStatuses;
import io.parley.core.routing.GroupStatus;
import io.parley.core.routing.PredictAgent;
import io.parley.core.user.CustomerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomersTest {
  private final LicenseRun run = LicenseRun.ofAcme().loggedIn(ANNA);

  private static LogInCustomer login(String connection) {
    return new LogInCustomer(
        CARL,
        connection,
        CustomerDetails.NONE,
        new VisitDetails(
            "192.0.2.1", "Browser/1", "https://search.example", null, "https://a.example/1", null),
        Map.of(),
        null,
        List.of());
  }

  @Test
  void shouldCountOneVisitForAllConnectionsAndPages() {
    run.result(login("one"));
    run.result(login("two"));
    run.result(new UpdateCustomerPage(as(CARL), "https://a.example/2", "Two"));

    Customer customer = run.license.customerOrNull(CARL);
    assertThat(customer.statistics().visits()).isEqualTo(1);
    assertThat(customer.lastVisit().lastPages())
        .extracting(Customer.Page::url)
        .containsExactly("https://a.example/1", "https://a.example/1", "https://a.example/2");
  }

  @Test
  void shouldEndAVisitAMomentAfterTheLastConnection() {
    run.result(login("one"));
    run.result(new CustomerConnectionLost(CARL, "one"));
    run.result(new Tick());
    assertThat(run.license.customerOrNull(CARL).lastVisit().endedAt()).isNull();

    run.pass(Duration.ofSeconds(15));
    run.result(new Tick());
    assertThat(run.license.customerOrNull(CARL).lastVisit().endedAt()).isNotNull();

    run.result(login("two"));
    assertThat(run.license.customerOrNull(CARL).statistics().visits()).isEqualTo(2);
  }

  @Test
  void shouldTellActiveChatsOfANewNameByAnAgent() {
    run.starts(CARL);

    var updated =
        (Result.CustomerUpdated)
            run.result(
                new UpdateCustomer(
                    as(ANNA), CARL, new CustomerDetails("Carl", null, null, List.of())));

    assertThat(updated.customer().name()).isEqualTo("Carl");
    assertThat(((EventBody.SystemMessage) run.last(EventAdded.class).event().body()).text())
        .isEqualTo("anna has changed customer's name to Carl");
  }

  @Test
  void shouldSetFieldsOneByOne() {
    run.result(fields(new Field("a", "1"), new Field("b", "2")));
    run.result(fields(new Field("b", "3"), new Field("c", "4")));

    assertThat(run.license.customerOrNull(CARL).fields())
        .containsExactly(new Field("a", "1"), new Field("b", "3"), new Field("c", "4"));
    assertThat(run.last(CustomerUpdated.class).changed())
        .containsExactly(CustomerUpdated.Part.FIELDS);
  }

  private static UpdateCustomer fields(Field... fields) {
    return new UpdateCustomer(
        as(CARL), CARL, new CustomerDetails(null, null, null, List.of(fields)));
  }

  @Test
  void shouldKeepABannedCustomerOutUntilTheBanEnds() {
    ChatId chatId = run.starts(CARL);

    run.result(new BanCustomer(as(ANNA), CARL, 3));

    assertThat(run.chat(chatId).active()).isFalse();
    assertThat(((EventBody.SystemMessage) run.last(EventAdded.class).event().body()).text())
        .isEqualTo("Chat archived because customer was banned by anna for 3 day(s)");
    assertThat(run.rejection(login("one")).type()).isEqualTo(ErrorType.CUSTOMER_BANNED);
    assertThat(run.rejection(new StartChat(as(CARL), ChatOpening.PLAIN)).type())
        .isEqualTo(ErrorType.CUSTOMER_BANNED);
    assertThat(run.rejection(new SendEvent(as(CARL), chatId, text("!"), true)).type())
        .isEqualTo(ErrorType.CUSTOMER_BANNED);

    run.pass(Duration.ofDays(3));
    run.result(login("one"));
  }

  @Test
  void shouldPredictWhoGetsTheChat() {
    assertThat(run.result(new PredictAgent(GroupId.ALL)))
        .isEqualTo(new Result.AgentPredicted(run.license.agentOrNull(ANNA)));
    ChatId chatId = run.starts(CARL);
    assertThat(run.chat(chatId).presentAgents()).containsExactly(ANNA);
    assertThat(run.rejection(new PredictAgent(new GroupId(99))).type())
        .isEqualTo(ErrorType.GROUP_NOT_FOUND);
    assertThat(LicenseRun.ofAcme().rejection(new PredictAgent(GroupId.ALL)).type())
        .isEqualTo(ErrorType.GROUP_OFFLINE);
  }

  @Test
  void shouldSayWhichGroupsAreOnline() {
    var statuses =
        (Result.GroupStatuses)
            LicenseRun.ofAcme().loggedIn(LicenseRun.BERT).result(new GetGroupStatuses(null));

    assertThat(statuses.statuses())
        .isEqualTo(
            new TreeMap<>(
                Map.of(GroupId.ALL, GroupStatus.ONLINE, LicenseRun.SALES, GroupStatus.OFFLINE)));
  }

  private void changeAccess(AccessOperation operation, GroupId... groups) {
    run.result(new ChangeCustomerAccess(as(ANNA), CARL, operation, Access.of(groups)));
  }

  @Test
  void shouldGrantRevokeAndSetAccess() {
    changeAccess(AccessOperation.SET, SALES);
    assertThat(run.license.customerOrNull(CARL).access()).isEqualTo(Access.of(SALES));

    changeAccess(AccessOperation.GRANT, GroupId.ALL);
    assertThat(run.last(CustomerAccessChanged.class))
        .isEqualTo(
            new CustomerAccessChanged(
                CARL,
                AccessOperation.GRANT,
                Access.of(GroupId.ALL),
                Access.of(GroupId.ALL, SALES)));

    changeAccess(AccessOperation.REVOKE, SALES);
    assertThat(run.license.customerOrNull(CARL).access()).isEqualTo(Access.ALL_AGENTS);
  }

  @Test
  void shouldKeepAccessWhateverElseHappens() {
    changeAccess(AccessOperation.SET, SALES);
    run.result(login("one"));
    run.result(new UpdateCustomerPage(as(CARL), "https://a.example/2", "Two"));
    run.result(new BanCustomer(as(ANNA), CARL, 2));
    run.result(
        new UpdateCustomer(as(ANNA), CARL, new CustomerDetails("Carl B.", null, null, List.of())));

    assertThat(run.license.customerOrNull(CARL).access()).isEqualTo(Access.of(SALES));
  }

  @Test
  void shouldRefuseAccessForAGroupThatDoesNotExist() {
    var command =
        new ChangeCustomerAccess(
            as(ANNA), CARL, AccessOperation.GRANT, Access.of(SALES, new GroupId(99)));

    assertThat(run.rejection(command).message()).isEqualTo("`access.id`: group 99 not found");
  }

  @Test
  void shouldRefuseAccessToACustomerWhoDoesNotExist() {
    var command =
        new ChangeCustomerAccess(
            as(ANNA), new CustomerId("nobody"), AccessOperation.GRANT, Access.of(SALES));

    assertThat(run.rejection(command).message()).startsWith("`id`: customer nobody");
  }
}
