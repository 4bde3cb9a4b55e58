package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.CustomerAccess;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Customers: their data, their visits, lists of them by every filter, and bans.
@ExtendWith(NoErrorsLogged.class)
class CustomersOverTheWireTest {
  private static final String TOKEN = TestLicense.tokenOf("anna@example.com");
  private static final ParleyServer server = ParleyServer.start(TestLicense.usual());
  private static String zoe;
  private static String yan;

  @AfterAll
  static void stop() {
    server.close();
  }

  /// Two customers who are told apart by everything that can be asked for.
  @BeforeAll
  static void create() {
    zoe = create("Zoe", "zoe@example.com");
    yan = create("Yan", "yan@example.com");
    CustomerAccess access = server.access();
    try (var talking = server.customer(access);
        var anna = server.agent("anna@example.com")) {
      talking.does("update_customer", "{name: 'Talker'}");
      TestChat chat = talking.startsChat("Hello");
      anna.says(chat, "Hello!");
      anna.does("close_thread", "{chat_id: '%s'}", chat.id());
    }
  }

  private static String create(String name, String email) {
    return server
        .web()
        .agent(TOKEN, "create_customer", "{name: '%s', email: '%s'}", name, email)
        .body()
        .path("customer_id")
        .asText();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  private static JsonNode list(String payload, Object... values) {
    var answer = server.web().agent(TOKEN, "get_customers", payload, values);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> names(JsonNode answer) {
    return answer
        .path("customers")
        .valueStream()
        .map(customer -> customer.path("name").asText("?"))
        .filter(name -> List.of("Zoe", "Yan", "Talker").contains(name))
        .toList();
  }

  @Test
  void shouldFindCustomersByEachFilter() {
    assertThat(names(list("{filters: {name: {values: ['Zoe']}}}"))).containsExactly("Zoe");
    assertThat(names(list("{limit: 100, filters: {name: {exclude_values: ['Zoe']}}}")))
        .containsExactlyInAnyOrder("Yan", "Talker");
    assertThat(names(list("{filters: {email: {values: ['yan@example.com']}}}")))
        .containsExactly("Yan");
    assertThat(names(list("{filters: {customer_id: {values: ['%s', '%s']}}}", zoe, yan)))
        .containsExactly("Yan", "Zoe");
    assertThat(names(list("{limit: 100, filters: {customer_id: {exclude_values: ['%s']}}}", zoe)))
        .doesNotContain("Zoe")
        .contains("Yan");
    assertThat(names(list("{filters: {country: {values: ['Atlantis']}}}"))).isEmpty();
    assertThat(names(list("{filters: {chats_count: {gte: 1}}}"))).containsExactly("Talker");
    assertThat(names(list("{limit: 100, filters: {chats_count: {lt: 1}}}")))
        .containsExactly("Yan", "Zoe");
    assertThat(names(list("{filters: {threads_count: {eq: 1}}}"))).containsExactly("Talker");
    assertThat(names(list("{limit: 100, filters: {visits_count: {lte: 0}}}")))
        .containsExactly("Yan", "Zoe");
    assertThat(names(list("{limit: 100, filters: {visits_count: {gt: 0}}}"))).contains("Talker");
    assertThat(names(list("{filters: {created_at: {gt: '2036-01-01T00:00:00.000000Z'}}}")))
        .isEmpty();
    assertThat(
            names(
                list(
                    "{limit: 100, filters: {name: {values: ['Zoe']}, created_at: {gte: '2016-01-01T00:00:00+01:00'}}}")))
        .containsExactly("Zoe");
  }

  @Test
  void shouldFindCustomersByTheirLastEvents() {
    String filter = "{filters: {%s: {gte: '2016-01-01T00:00:00Z'}}}";
    assertThat(names(list(filter.replace("%s", "customer_last_event_created_at"))))
        .containsExactly("Talker");
    assertThat(names(list(filter.replace("%s", "agent_last_event_created_at"))))
        .containsExactly("Talker");
    JsonNode talker = list("{filters: {name: {values: ['Talker']}}}").at("/customers/0");
    assertThat(talker.path("customer_last_event_created_at").asText()).isNotEmpty();
    assertThat(talker.path("agent_last_event_created_at").asText()).isNotEmpty();
    assertThat(talker.at("/statistics/chats_count").asInt()).isEqualTo(1);
    assertThat(talker.at("/statistics/threads_count").asInt()).isEqualTo(1);
    assertThat(talker.at("/statistics/visits_count").asInt()).isEqualTo(1);
    assertThat(talker.path("type").asText()).isEqualTo("customer");
  }

  @Test
  void shouldTurnPagesInBothOrders() {
    String both = "filters: {customer_id: {values: ['" + zoe + "', '" + yan + "']}}";
    JsonNode first = list("{limit: 1, " + both + "}");
    JsonNode second =
        list("{limit: 1, page_id: '%s', " + both + "}", first.path("next_page_id").asText());

    assertThat(names(first)).containsExactly("Yan");
    assertThat(names(second)).containsExactly("Zoe");
    assertThat(first.path("total_customers").asInt()).isEqualTo(2);
    assertThat(second.has("next_page_id")).isFalse();
    assertThat(
            names(
                list(
                    "{limit: 1, page_id: '%s', " + both + "}",
                    second.path("previous_page_id").asText())))
        .containsExactly("Yan");
    assertThat(names(list("{order: 'asc', " + both + "}"))).containsExactly("Zoe", "Yan");
    assertThat(
            server
                .web()
                .agent(
                    TOKEN, "get_customers", "{page_id: '%s'}", first.path("next_page_id").asText())
                .errorType())
        .isEqualTo("validation");
  }

  @Test
  void shouldCreateAndUpdateCustomers() {
    var anna = server.agent("anna@example.com");
    String id =
        anna.does("create_customer", "{name: 'Will', fields: {plan: 'gold'}}")
            .path("customer_id")
            .asText();
    JsonNode created =
        anna.sees("customer_created", push -> push.at("/customer/id").asText().equals(id));
    assertThat(created.at("/customer/fields/plan").asText()).isEqualTo("gold");

    JsonNode answer =
        anna.does(
            "update_customer",
            "{customer_id: '%s', email: 'will@example.com', fields: {a: 'b'}}",
            id);
    assertThat(answer.path("email").asText()).isEqualTo("will@example.com");
    assertThat(answer.at("/customer/name").asText()).isEqualTo("Will");
    JsonNode updated =
        anna.sees("customer_updated", push -> push.at("/customer/id").asText().equals(id));
    assertThat(updated.at("/customer/fields").toString())
        .isEqualTo("{\"plan\":\"gold\",\"a\":\"b\"}");
    assertThat(anna.fails("update_customer", "{customer_id: '%s'}", id)).isEqualTo("validation");
    assertThat(
            anna.fails(
                "update_customer",
                "{customer_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c', name: 'x'}"))
        .isEqualTo("validation");
  }

  @Test
  void shouldLetCustomersChangeThemselves() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();
    String id = carl.access().customerId();

    assertThat(
            carl.does("update_customer", "{name: 'Carl', avatar: 'https://a.example/c.png'}")
                .path("name")
                .asText())
        .isEqualTo("Carl");
    assertThat(carl.does("set_customer_fields", "{fields: {size: '10-100'}}")).isEmpty();

    anna.sees(
        "customer_updated", push -> push.at("/customer/fields/size").asText().equals("10-100"));
    carl.sees(
        "customer_updated", push -> push.at("/customer/fields/size").asText().equals("10-100"));
    JsonNode oneself = carl.does("get_customer", "{}");
    assertThat(oneself.path("id").asText()).isEqualTo(id);
    assertThat(oneself.path("name").asText()).isEqualTo("Carl");
    assertThat(carl.fails("update_customer", "{}")).isEqualTo("validation");
    assertThat(carl.fails("update_customer", "{email: 'no address'}")).isEqualTo("validation");
  }

  @Test
  void shouldTellAgentsOfVisitsAndPages() {
    var anna = server.agent("anna@example.com");
    CustomerAccess access = server.access();
    var carl =
        server.customer(
            access,
            "{customer_page: {url: 'https://a.example/1', title: 'One'}, referrer: 'https://search.example/'}");
    JsonNode started = anna.sees("customer_visit_started", push -> isAbout(push, access));
    assertThat(started.path("visit_id").asInt()).isEqualTo(1);
    assertThat(started.path("ip").asText()).isEqualTo("127.0.0.1");
    assertThat(started.path("started_at").asText()).isNotEmpty();
    assertThat(carl.sees("customer_side_storage_updated", _ -> true).toString())
        .isEqualTo("{\"customer_side_storage\":{\"customer_visits\":\"1\"}}");

    assertThat(carl.does("update_customer_page", "{url: 'https://a.example/2', title: 'Two'}"))
        .isEmpty();
    JsonNode page = anna.sees("customer_page_updated", push -> isAbout(push, access));
    assertThat(page.path("url").asText()).isEqualTo("https://a.example/2");
    assertThat(page.path("title").asText()).isEqualTo("Two");
    assertThat(page.path("visit_id").asInt()).isEqualTo(1);
    JsonNode own = carl.sees("customer_page_updated", _ -> true);
    assertThat(own.path("timestamp").asLong()).isPositive();
    assertThat(own.has("customer_id")).isFalse();

    JsonNode kept =
        list("{filters: {customer_id: {values: ['%s']}}}", access.customerId())
            .at("/customers/0/last_visit");
    assertThat(kept.path("referrer").asText()).isEqualTo("https://search.example/");
    assertThat(kept.path("user_agent").asText()).isNotEmpty();
    assertThat(kept.path("last_pages").findValuesAsText("url"))
        .containsExactly("https://a.example/1", "https://a.example/2");

    carl.close();
    await().until(() -> leftBehind(anna, access));
  }

  /// The visit is over a while after the last connection was lost.
  private static boolean leftBehind(TestAgent anna, CustomerAccess access) {
    server.passTime(Duration.ofSeconds(20));
    return anna.connection().waitingPushes("customer_visit_ended").stream()
        .anyMatch(push -> isAbout(push.path("payload"), access));
  }

  private static boolean isAbout(JsonNode push, CustomerAccess access) {
    return push.path("customer_id").asText().equals(access.customerId());
  }

  @Test
  void shouldCountTheConnectionsOfACustomerAsOneVisit() {
    var anna = server.agent("anna@example.com");
    CustomerAccess access = server.access();
    server.customer(access);
    server.customer(access);
    anna.catchUp();

    assertThat(
            anna.connection().waitingPushes("customer_visit_started").stream()
                .filter(push -> isAbout(push.path("payload"), access)))
        .hasSize(1);
  }

  @Test
  void shouldBanACustomerUntilTheBanIsOver() {
    var anna = server.agent("anna@example.com");
    CustomerAccess access = server.access();
    var carl = server.customer(access);
    var alsoCarl = server.customer(access);
    TestChat chat = carl.startsChat("Hello");

    assertThat(
            anna.does("ban_customer", "{customer_id: '%s', ban: {days: 2}}", access.customerId()))
        .isEmpty();

    assertThat(anna.sees("customer_banned", push -> isAbout(push, access)).at("/ban/days").asInt())
        .isEqualTo(2);
    JsonNode message =
        anna.sees(
            "incoming_event",
            push ->
                push.path("chat_id").asText().equals(chat.id())
                    && push.at("/event/system_message_type").asText().contains("ban"));
    assertThat(message.at("/event/text_vars/agent").asText()).isNotEmpty();
    anna.sees("thread_closed", chat);
    assertThat(carl.sees("customer_disconnected", _ -> true).path("reason").asText())
        .isEqualTo("customer_banned");
    carl.connection().awaitClose();
    alsoCarl.connection().awaitClose();

    assertThat(login(access)).isEqualTo("customer_banned");
    var answer = server.web().customer(access, "start_chat", "{}");
    assertThat(answer.errorType()).isEqualTo("customer_banned");
    assertThat(answer.status()).isEqualTo(403);
    server.passTime(Duration.ofDays(2).plusMinutes(1));
    assertThat(login(access)).isNotEqualTo("customer_banned");
  }

  private static String login(CustomerAccess access) {
    return server
        .connection("/v3.1/customer/rtm/ws?license_id=100")
        .request("login", "{token: 'Bearer %s'}", access.token())
        .errorType();
  }
}
