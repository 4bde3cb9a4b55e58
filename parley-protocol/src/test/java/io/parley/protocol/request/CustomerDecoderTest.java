package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.customer.BanCustomer;
import io.parley.core.customer.CreateCustomer;
import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.customer.UpdateCustomer;
import io.parley.core.customer.UpdateCustomerPage;
import io.parley.core.query.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDecoderTest {
  private static final String ID = "customer_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c'";
  private static final String DETAILS =
      "name: 'Carl', email: 'carl@example.com', avatar: 'https://example.com/c.png',"
          + " fields: {plan: 'gold', age: '42'}";
  private static final List<Customer.Field> FIELDS =
      List.of(new Customer.Field("plan", "gold"), new Customer.Field("age", "42"));
  private static final CustomerDetails ALL =
      new CustomerDetails("Carl", "carl@example.com", "https://example.com/c.png", FIELDS);

  @Test
  void shouldReadACustomerToCreate() {
    assertThat(byAgent("create_customer", "{" + DETAILS + "}"))
        .isEqualTo(new CreateCustomer(ANNA, ALL));
    assertThat(byAgent("create_customer", "{}"))
        .isEqualTo(new CreateCustomer(ANNA, CustomerDetails.NONE));
  }

  @Test
  void shouldReadWhatIsNewOfACustomer() {
    assertThat(byAgent("update_customer", "{" + ID + ", " + DETAILS + "}"))
        .isEqualTo(new UpdateCustomer(ANNA, CARL.id(), ALL));
    assertThat(byCustomer("update_customer", "{" + DETAILS + "}"))
        .isEqualTo(new UpdateCustomer(CARL, CARL.id(), ALL));
  }

  @Test
  void shouldLetACustomerSpeakOfNobodyElse() {
    assertThat(
            byCustomer(
                "update_customer",
                "{customer_id: '00000000-0000-4000-8000-000000000001', name: 'C'}"))
        .isEqualTo(
            new UpdateCustomer(CARL, CARL.id(), new CustomerDetails("C", null, null, List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: ''", "email: ''", "avatar: ''", "fields: {}"})
  void shouldTakeOneOptionalValueForEnoughAndAnEmptyOneForNothingNew(String value) {
    assertThat(byCustomer("update_customer", "{" + value + "}"))
        .isEqualTo(new UpdateCustomer(CARL, CARL.id(), CustomerDetails.NONE));
  }

  @Test
  void shouldRefuseAnUpdateThatSaysNothing() {
    String nothing = "`payload`: must have one of name, email, avatar, fields";

    assertThat(problemOfCustomer("update_customer", "{}")).isEqualTo(nothing);
    assertThat(problemOfCustomer("update_customer", "{name: null}")).isEqualTo(nothing);
    assertThat(problemOfAgent("update_customer", "{" + ID + "}")).isEqualTo(nothing);
  }

  @Test
  void shouldRefuseValuesThatCannotBe() {
    assertThat(problemOfAgent("update_customer", "{name: 'x'}"))
        .isEqualTo("`customer_id`: is required");
    assertThat(problemOfAgent("update_customer", "{customer_id: 'mister', name: 'x'}"))
        .isEqualTo("`customer_id`: must be a UUID");
    assertThat(problemOfCustomer("update_customer", "{email: 'carl'}"))
        .isEqualTo("`email`: must be an e-mail address");
    assertThat(problemOfCustomer("update_customer", "{avatar: 'carl.png'}"))
        .isEqualTo("`avatar`: must be an address that begins with http:// or https://");
    assertThat(problemOfAgent("create_customer", "{fields: {plan: 1}}"))
        .isEqualTo("`fields.plan`: must be a string");
  }

  @Test
  void shouldReadFieldsInTheirOrderAndWithinLimits() {
    assertThat(byCustomer("set_customer_fields", "{fields: {plan: 'gold', age: '42'}}"))
        .isEqualTo(
            new UpdateCustomer(CARL, CARL.id(), new CustomerDetails(null, null, null, FIELDS)));
    assertThat(problemOfCustomer("set_customer_fields", "{}")).isEqualTo("`fields`: is required");
    assertThat(problemOfCustomer("set_customer_fields", "{fields: ['a']}"))
        .isEqualTo("`fields`: must be an object");
    assertThat(problemOfCustomer("set_customer_fields", "{fields: {" + many(101) + "}}"))
        .isEqualTo("`fields`: must have at most 100 entries");
    assertThat(
            problemOfCustomer("set_customer_fields", "{fields: {a: '" + "x".repeat(1025) + "'}}"))
        .isEqualTo("`fields.a`: must be at most 1024 characters long");
    assertThat(problemOfCustomer("set_customer_fields", "{fields: {" + "k".repeat(129) + ": 'x'}}"))
        .isEqualTo("`fields`: a key must be at most 128 characters long");
  }

  private static String many(int fields) {
    return IntStream.range(0, fields)
        .mapToObj(i -> "f" + i + ": 'x'")
        .collect(Collectors.joining(", "));
  }

  @Test
  void shouldReadTheLongestBanAndTheShortest() {
    assertThat(byAgent("ban_customer", "{" + ID + ", ban: {days: 1}}"))
        .isEqualTo(new BanCustomer(ANNA, CARL.id(), 1));
    assertThat(byAgent("ban_customer", "{" + ID + ", ban: {days: 36500}}"))
        .isEqualTo(new BanCustomer(ANNA, CARL.id(), 36_500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ban: {days: 1}} | `customer_id`: is required
          {customer_id: "b7eff798-f8df-4364-8059-649c35c9ed0c"} | `ban`: is required
          {customer_id: "b7eff798-f8df-4364-8059-649c35c9ed0c", ban: {}} | `ban.days`: is required
          {customer_id: "b7eff798-f8df-4364-8059-649c35c9ed0c", ban: {days: 0}} | `ban.days`: must be an integer from 1 to 36500
          {customer_id: "b7eff798-f8df-4364-8059-649c35c9ed0c", ban: {days: 1.5}} | `ban.days`: must be an integer from 1 to 36500
          """)
  void shouldRefuseABanThatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("ban_customer", payload)).isEqualTo(problem);
  }

  @Test
  void shouldReadWhereTheCustomerIs() {
    assertThat(
            byCustomer("update_customer_page", "{url: 'https://example.com/', title: 'Example'}"))
        .isEqualTo(new UpdateCustomerPage(CARL, "https://example.com/", "Example"));
    assertThat(byCustomer("update_customer_page", "{url: 'https://example.com/'}"))
        .isEqualTo(new UpdateCustomerPage(CARL, "https://example.com/", null));
    assertThat(problemOfCustomer("update_customer_page", "{title: 'Example'}"))
        .isEqualTo("`url`: is required");
  }

  @Test
  void shouldLetACustomerAskForHimself() {
    assertThat(byCustomer("get_customer", "{}")).isEqualTo(new Query.OneCustomer(CARL, CARL.id()));
  }
}
