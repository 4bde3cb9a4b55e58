package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Surveys, goals and greetings, as they are provisioned.
@ExtendWith(NoErrorsLogged.class)
class ContentOverTheWireTest {
  private static final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com")
              .part(
                  "forms",
                  """
                  [
                    { type: prechat, group_id: 0, fields: [
                      { id: "1", type: header, label: "Welcome!" },
                      { id: "2", type: name, label: "Name:", required: false },
                      { id: "3", type: radio, label: "Why?", required: true, options: [
                        { id: "0", label: "Support" }, { id: "1", label: "Sales" } ] },
                      { id: "4", type: group_chooser, label: "Who?", required: true } ] },
                    { type: postchat, group_id: 0, enabled: false, fields: [
                      { id: "1", type: rating, label: "How was it?" } ] },
                    { type: postchat, group_id: 1, fields: [
                      { id: "1", type: textarea, label: "Anything else?" } ] }
                  ]""")
              .part(
                  "goals",
                  """
                  [ { id: 7, name: Checkout, type: url, url: "/checkout" },
                    { id: 8, name: Gold, type: custom_variable, custom_variable_name: plan,
                      custom_variable_value: gold },
                    { id: 9, name: "Never", type: url, url: "/", enabled: false } ]""")
              .part(
                  "greetings",
                  """
                  [ { id: 1, text: "Shoes?", rules: [ { type: url_current, operator: contains, value: shoes } ] },
                    { id: 2, text: "Back again!", agent: ben@example.com, rules: [
                      { type: visits_number, operator: greater_or_equal, value: 2 },
                      { type: custom_variable, variable_name: plan, variable_value: gold } ] },
                    { id: 3, text: "Never", enabled: false },
                    { id: 4, text: "Still there?", rules: [
                      { type: url_current, operator: contains, value: slow },
                      { type: visit_time_page, operator: greater_than, value: 30 } ] },
                    { id: 5, text: "Shall we?", rules: [
                      { type: url_funnel, urls: [
                        { url: cart, operator: contains }, { url: pay, operator: contains } ] } ] },
                    { id: 6, text: "Cześć", rules: [
                      { type: geolocation, values: [ { country_code: PL }, { city: Paris } ] } ] } ]"""));

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void dismiss() {
    server.dismiss();
  }

  @Test
  void shouldGiveTheSurveyOfAGroup() {
    var carl = server.customer();

    JsonNode answer = carl.does("get_form", "{group_id: 0, type: 'prechat'}");

    assertThat(answer.path("enabled").asBoolean()).isTrue();
    assertThat(answer.at("/form/id").asText()).isNotEmpty();
    assertThat(answer.at("/form/fields/0").properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "type", "label");
    assertThat(answer.at("/form/fields/1/required").asBoolean(true)).isFalse();
    assertThat(answer.at("/form/fields/2/options/1/label").asText()).isEqualTo("Sales");
    assertThat(answer.at("/form/fields/3/options").findValuesAsText("group_id"))
        .containsExactly("0", "1");
    assertThat(
            server
                .web()
                .customer(carl.access(), "get_form", "{group_id: 0, type: 'prechat'}")
                .body())
        .isEqualTo(answer);
  }

  @Test
  void shouldSayThatASurveyIsSwitchedOffWithoutShowingIt() {
    var carl = server.customer();

    assertThat(carl.does("get_form", "{group_id: 0, type: 'postchat'}").toString())
        .isEqualTo("{\"enabled\":false}");
    assertThat(carl.does("get_form", "{group_id: 1, type: 'prechat'}").toString())
        .isEqualTo("{\"enabled\":false}");
    assertThat(carl.does("get_form", "{group_id: 1, type: 'postchat'}").at("/form/fields"))
        .hasSize(1);
  }

  @Test
  void shouldRefuseTheSurveyOfAGroupThatDoesNotExist() {
    var answer =
        server.web().customer(server.access(), "get_form", "{group_id: 77, type: 'prechat'}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.errorType()).isEqualTo("group_not_found");
  }

  @Test
  void shouldTellAgentsThatACustomerWhoIsAwayHasReachedAGoal() {
    var anna = server.agent("anna@example.com");
    var carl = server.access();

    var answer =
        server
            .web()
            .customer(
                carl,
                "check_goals",
                "{page_url: 'https://acme.example/checkout', customer_fields: {plan: 'gold'}, group_id: 1}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString()).isEqualTo("{}");
    JsonNode first = anna.sees("incoming_multicast", _ -> true);
    JsonNode second = anna.sees("incoming_multicast", _ -> true);
    assertThat(first.has("author_id")).isFalse();
    assertThat(first.at("/content/customer_id").asText()).isEqualTo(carl.customerId());
    assertThat(List.of(first.at("/content/goal/name"), second.at("/content/goal/name")))
        .extracting(JsonNode::asText)
        .containsExactly("Checkout", "Gold");
  }

  @Test
  void shouldNoticeTheGoalsOfVisitorsByThemselvesAndFindTheirChatsInArchives() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer(server.access(), "{customer_page: {url: 'https://a.example/'}}");
    var chat = carl.startsChat("I want it");
    carl.does("update_customer_page", "{url: 'https://a.example/checkout'}");
    JsonNode told =
        anna.sees(
            "incoming_multicast",
            payload ->
                carl.access().customerId().equals(payload.at("/content/customer_id").asText()));
    assertThat(told.at("/content/goal/id").asInt()).isEqualTo(7);
    carl.does("set_customer_fields", "{fields: {plan: 'gold'}}");
    anna.sees(
        "incoming_multicast",
        payload ->
            carl.access().customerId().equals(payload.at("/content/customer_id").asText())
                && payload.at("/content/goal/id").asInt() == 8);

    for (String filter : List.of("{exists: true}", "{values: [8]}", "{values: [7, 99]}")) {
      JsonNode found = anna.does("get_archives", "{filters: {goals: %s}}", filter);
      assertThat(found.at("/chats/0/id").asText()).as(filter).isEqualTo(chat.id());
      assertThat(found.path("found_chats").asInt()).as(filter).isEqualTo(1);
    }
    assertThat(anna.does("get_archives", "{filters: {goals: {values: [99]}}}").path("chats"))
        .isEmpty();
    assertThat(anna.does("get_archives", "{filters: {goals: {exclude_values: [7]}}}").path("chats"))
        .isEmpty();
  }

  @Test
  void shouldCheckNoGoalsOfACustomerWhoIsThere() {
    var anna = server.agent("anna@example.com");
    var carl = server.customer();

    server
        .web()
        .customer(
            carl.access(),
            "check_goals",
            "{page_url: 'https://acme.example/checkout', customer_fields: {}, group_id: 0}");

    anna.sawNo("incoming_multicast");
  }

  @Test
  void shouldGreetACustomerOnTheRightPage() {
    var elsewhere =
        server.customer(server.access(), "{customer_page: {url: 'https://a.example/'}}");
    assertThat(elsewhere.login().at("/__priv_dynamic_config").has("greeting")).isFalse();

    var carl =
        server.customer(server.access(), "{customer_page: {url: 'https://a.example/shoes/1'}}");
    JsonNode greeting = carl.login().at("/__priv_dynamic_config/greeting");

    assertThat(greeting.path("id").asInt()).isEqualTo(1);
    assertThat(greeting.path("text").asText()).isEqualTo("Shoes?");
    assertThat(greeting.path("unique_id").asText()).hasSize(32);
    assertThat(greeting.path("displayed_first_time").asBoolean()).isTrue();
    assertThat(greeting.at("/agent/type").asText()).isEqualTo("agent");
    assertThat(greeting.at("/agent/is_bot").asBoolean(true)).isFalse();
    assertThat(greeting.at("/agent/id").asText()).isNotEmpty().doesNotContain("@");
  }

  @Test
  void shouldKnowByTheCustomersSideStorageWhatWasShown() {
    var access = server.access();
    var carl = server.customer(access, "{customer_page: {url: 'https://a.example/shoes/1'}}");
    JsonNode kept = carl.sees("customer_side_storage_updated", _ -> true);

    var again =
        server.customer(
            access,
            "{customer_page: {url: 'https://a.example/shoes/2'}, customer_side_storage: %s}",
            kept.path("customer_side_storage"));

    assertThat(
            again
                .login()
                .at("/__priv_dynamic_config/greeting/displayed_first_time")
                .asBoolean(true))
        .isFalse();
    again.sawNo("customer_side_storage_updated");
  }

  private static JsonNode greetingOf(TestCustomer customer) {
    JsonNode multicast =
        customer.sees(
            "incoming_multicast", payload -> "greeting".equals(payload.path("type").asText()));
    return multicast.at("/content/greeting");
  }

  @Test
  void shouldGreetLaterInAVisitByAMulticast() {
    var carl = server.customer(server.access(), "{customer_page: {url: 'https://a.example/cart'}}");
    assertThat(carl.login().at("/__priv_dynamic_config").has("greeting")).isFalse();

    carl.does("update_customer_page", "{url: 'https://a.example/pay'}");

    JsonNode greeting = greetingOf(carl);
    assertThat(greeting.path("id").asInt()).isEqualTo(5);
    assertThat(greeting.path("text").asText()).isEqualTo("Shall we?");
    assertThat(greeting.at("/agent/type").asText()).isEqualTo("agent");
    assertThat(
            carl.sees(
                    "customer_side_storage_updated",
                    payload -> payload.path("customer_side_storage").has("greetings_shown"))
                .at("/customer_side_storage/greetings_shown")
                .asText())
        .isEqualTo("5");
  }

  @Test
  void shouldGreetWhoStaysOnAPageForLong() {
    var carl = server.customer(server.access(), "{customer_page: {url: 'https://a.example/slow'}}");
    assertThat(carl.login().at("/__priv_dynamic_config").has("greeting")).isFalse();

    server.passTime(Duration.ofSeconds(31));

    assertThat(greetingOf(carl).path("id").asInt()).isEqualTo(4);
  }
}
