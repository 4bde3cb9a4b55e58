package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerDetails;
import io.parley.core.group.GroupId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

  @Test
  void shouldReadAnAgentsLogin() {
    assertThat(byAgent("login", "{token: 'Bearer dal:test_1fgTbfXmgthj4cZSA'}"))
        .isEqualTo(new AgentLogin("Bearer dal:test_1fgTbfXmgthj4cZSA", null, false, null, null));
    assertThat(
            byAgent(
                "login",
                """
                {token: 'Bearer x', timezone: 'America/Phoenix', reconnect: true,
                 push_notifications: {firebase_token: 'JDa8813Ka92mmKda00dsdkAKDA0', platform: 'ios'},
                 application: {name: 'SmartClient - Chrome', version: '4.1.2.1231 (57.0.2987.133)'}}
                """))
        .isEqualTo(
            new AgentLogin(
                "Bearer x",
                "America/Phoenix",
                true,
                new AgentLogin.PushNotifications("JDa8813Ka92mmKda00dsdkAKDA0", "ios"),
                new AgentLogin.Application("SmartClient - Chrome", "4.1.2.1231 (57.0.2987.133)")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `token`: is required
          {token: ''} | `token`: must not be empty
          {token: 5} | `token`: must be a string
          {token: 'x', reconnect: 1} | `reconnect`: must be true or false
          {token: 'x', push_notifications: {}} | `push_notifications.platform`: is required
          {token: 'x', push_notifications: {platform: 'symbian'}} | `push_notifications.platform`: must be one of android, ios
          {token: 'x', application: 'mine'} | `application`: must be an object
          {token: 'x', application: {name: 5}} | `application.name`: must be a string
          """)
  void shouldSayWhatIsWrongWithAnAgentsLogin(String payload, String problem) {
    assertThat(problemOfAgent("login", payload)).isEqualTo(problem);
  }

  @Test
  void shouldReadACustomersLogin() {
    assertThat(byCustomer("login", "{token: 'dal:abc'}"))
        .isEqualTo(
            new CustomerLogin(
                "dal:abc", CustomerDetails.NONE, null, null, Map.of(), false, null, null));
    assertThat(
            byCustomer(
                "login",
                """
                {token: 'Bearer dal:abc',
                 customer: {name: 'John Smith', email: 'customer1@example.com',
                            avatar: 'https://example.com/avatars/1.png',
                            fields: {'custom field name': 'custom field value', b: '', c: null}},
                 customer_page: {url: 'https://www.example.com/', title: 'Example'},
                 customer_side_storage: {a: '1'}, is_mobile: true, group_id: 1,
                 referrer: 'http://www.google.com/', application: {name: 'x'}}
                """))
        .isEqualTo(
            new CustomerLogin(
                "Bearer dal:abc",
                new CustomerDetails(
                    "John Smith",
                    "customer1@example.com",
                    "https://example.com/avatars/1.png",
                    List.of(
                        new Customer.Field("custom field name", "custom field value"),
                        new Customer.Field("b", ""))),
                "https://www.example.com/",
                "Example",
                Map.of("a", "1"),
                true,
                new GroupId(1),
                "http://www.google.com/"));
  }

  @Test
  void shouldTakeEmptyValuesForNone() {
    assertThat(
            byCustomer(
                "login",
                """
                {token: 'x', customer: {name: '', email: '', avatar: '', fields: {}},
                 customer_page: {url: '', title: ''}, customer_side_storage: {}, referrer: ''}
                """))
        .isEqualTo(
            new CustomerLogin("x", CustomerDetails.NONE, null, null, Map.of(), false, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `token`: is required
          {token: 'x', customer: []} | `customer`: must be an object
          {token: 'x', customer: {name: 5}} | `customer.name`: must be a string
          {token: 'x', customer: {email: 'nobody'}} | `customer.email`: must be an e-mail address
          {token: 'x', customer: {email: '@example.com'}} | `customer.email`: must be an e-mail address
          {token: 'x', customer: {email: 'a b@example.com'}} | `customer.email`: must be an e-mail address
          {token: 'x', customer: {email: 'a@b@example.com'}} | `customer.email`: must be an e-mail address
          {token: 'x', customer: {avatar: 'javascript:alert(1)'}} | `customer.avatar`: must be an address that begins with http:// or https://
          {token: 'x', customer: {fields: []}} | `customer.fields`: must be an object
          {token: 'x', customer: {fields: {a: 5}}} | `customer.fields.a`: must be a string
          {token: 'x', customer: {fields: {'': 'v'}}} | `customer.fields`: a key must not be empty
          {token: 'x', customer_page: {url: 5}} | `customer_page.url`: must be a string
          {token: 'x', customer_side_storage: {a: {}}} | `customer_side_storage.a`: must be a string
          {token: 'x', is_mobile: 'no'} | `is_mobile`: must be true or false
          {token: 'x', group_id: -1} | `group_id`: must be the number of a group
          {token: 'x', group_id: 'one'} | `group_id`: must be the number of a group
          """)
  void shouldSayWhatIsWrongWithACustomersLogin(String payload, String problem) {
    assertThat(problemOfCustomer("login", payload)).isEqualTo(problem);
  }

  @Test
  void shouldBoundWhatACustomerSaysOfHimself() {
    String fields =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> "f" + i + ": 'v'")
            .collect(Collectors.joining(","));

    assertThat(problemOfCustomer("login", "{token: 'x', customer: {fields: {" + fields + "}}}"))
        .isEqualTo("`customer.fields`: must have at most 100 entries");
    assertThat(
            problemOfCustomer(
                "login", "{token: 'x', customer: {fields: {" + "k".repeat(129) + ": 'v'}}}"))
        .isEqualTo("`customer.fields`: a key must be at most 128 characters long");
    assertThat(
            problemOfCustomer("login", "{token: 'x', customer: {name: '" + "n".repeat(256) + "'}}"))
        .isEqualTo("`customer.name`: must be at most 255 characters long");
  }

  @Test
  void shouldKeepTokensOutOfLogs() {
    assertThat(byAgent("login", "{token: 'Bearer secret'}").toString()).doesNotContain("secret");
    assertThat(byCustomer("login", "{token: 'Bearer secret'}").toString()).doesNotContain("secret");
  }
}
