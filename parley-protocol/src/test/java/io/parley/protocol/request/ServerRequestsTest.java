package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.customer.Customer;
import io.parley.core.group.GroupId;
import io.parley.core.routing.GetGroupStatuses;
import io.parley.core.routing.PredictAgent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What customers ask of groups, and of the server itself.
class ServerRequestsTest {
  @Test
  void shouldReadWhichGroupsAreMeant() {
    assertThat(byCustomer("get_groups_status", "{all: true}"))
        .isEqualTo(new GetGroupStatuses(null));
    assertThat(byCustomer("get_groups_status", "{all: true, groups: [1]}"))
        .isEqualTo(new GetGroupStatuses(null));
    assertThat(byCustomer("get_groups_status", "{groups: [2, '1', 2]}"))
        .isEqualTo(new GetGroupStatuses(List.of(new GroupId(2), new GroupId(1))));
    assertThat(byCustomer("get_groups_status", "{all: false, group_ids: [7]}"))
        .isEqualTo(new GetGroupStatuses(List.of(new GroupId(7))));
  }

  @Test
  void shouldPredictForAnyGroupUnlessOneIsNamed() {
    assertThat(byCustomer("get_predicted_agent", "{}")).isEqualTo(new PredictAgent(GroupId.ALL));
    assertThat(byCustomer("get_predicted_agent", "{group_id: 3}"))
        .isEqualTo(new PredictAgent(new GroupId(3)));
  }

  @Test
  void shouldReadWhichFormIsWanted() {
    assertThat(byCustomer("get_form", "{group_id: 0, type: 'prechat'}"))
        .isEqualTo(new FormRequest(GroupId.ALL, FormRequest.Survey.PRECHAT));
    assertThat(byCustomer("get_form", "{group_id: 5, type: 'postchat'}"))
        .isEqualTo(new FormRequest(new GroupId(5), FormRequest.Survey.POSTCHAT));
  }

  @Test
  void shouldReadAnAddressAndGoals() {
    assertThat(byCustomer("get_url_details", "{url: 'https://example.com'}"))
        .isEqualTo(new UrlDetailsRequest("https://example.com"));
    assertThat(
            byCustomer(
                "check_goals",
                "{page_url: 'https://mypage.com', customer_fields: {a: 'b'}, group_id: 0}"))
        .isEqualTo(
            new GoalsRequest(
                GroupId.ALL, "https://mypage.com", List.of(new Customer.Field("a", "b"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get_groups_status | {} | `payload`: must have one of all, groups
          get_groups_status | {all: false} | `payload`: must have one of all, groups
          get_groups_status | {groups: 1} | `groups`: must be an array
          get_predicted_agent | {group_id: "x"} | `group_id`: must be the number of a group
          get_form | {type: "prechat"} | `group_id`: is required
          get_form | {group_id: 0} | `type`: is required
          get_form | {group_id: 0, type: "survey"} | `type`: must be one of postchat, prechat
          get_url_details | {} | `url`: is required
          get_url_details | {url: "ftp://example.com"} | `url`: must be an address that begins with http:// or https://
          check_goals | {page_url: "https://a", group_id: 0} | `customer_fields`: is required
          check_goals | {customer_fields: {}, page_url: "https://a"} | `group_id`: is required
          check_goals | {customer_fields: {}, group_id: 0} | `page_url`: is required
          """)
  void shouldRefuseWhatIsNotAsDocumented(String method, String payload, String problem) {
    assertThat(problemOfCustomer(method, payload)).isEqualTo(problem);
  }
}
