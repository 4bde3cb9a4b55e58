package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.query.CustomerCondition.Count;
import io.parley.core.query.CustomerCondition.CountField;
import io.parley.core.query.CustomerCondition.NoneOf;
import io.parley.core.query.CustomerCondition.OneOf;
import io.parley.core.query.CustomerCondition.TextField;
import io.parley.core.query.CustomerCondition.Time;
import io.parley.core.query.CustomerCondition.TimeField;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerListDecoderTest {
  private static final Instant NOON = Instant.parse("2017-10-12T14:19:21.010200Z");

  @Test
  void shouldAskForTheNewestTenByDefault() {
    assertThat(byAgent("get_customers", "{}"))
        .isEqualTo(new Query.Customers(ANNA, List.of(), Order.DESCENDING, new Page.ById(null, 10)));
  }

  @Test
  void shouldReadOrderAndPage() {
    assertThat(byAgent("get_customers", "{order: 'asc', limit: 100, page_id: 'MTUx'}"))
        .isEqualTo(
            new Query.Customers(ANNA, List.of(), Order.ASCENDING, new Page.ById("MTUx", 100)));
  }

  @Test
  void shouldReadEveryFilter() {
    String filters =
        """
        {
          country: {values: ['United States', 'Poland']},
          email: {exclude_values: ['a@example.com']},
          name: {values: ['Carl']},
          customer_id: {values: ['B7EFF798-f8df-4364-8059-649c35c9ed0c']},
          chats_count: {gte: 20},
          threads_count: {lt: 9, gt: 3},
          visits_count: {eq: 5, lte: 6},
          created_at: {gte: '2017-10-12T15:19:21.010200+01:00'},
          agent_last_event_created_at: {lt: '2017-10-12T14:19:21.010200Z'},
          customer_last_event_created_at: {
            eq: '2017-10-12T14:19:21.010200Z',
            lte: '2017-10-12T14:19:21.010200Z',
            gt: '2017-10-12T14:19:21.010200Z'
          }
        }
        """;

    assertThat(
            ((Query.Customers) byAgent("get_customers", "{filters: " + filters + "}")).conditions())
        .containsExactly(
            new OneOf(TextField.COUNTRY, List.of("United States", "Poland")),
            new NoneOf(TextField.EMAIL, List.of("a@example.com")),
            new OneOf(TextField.NAME, List.of("Carl")),
            new OneOf(TextField.CUSTOMER_ID, List.of("b7eff798-f8df-4364-8059-649c35c9ed0c")),
            new Count(CountField.CHATS_COUNT, null, null, 20, null, null),
            new Count(CountField.THREADS_COUNT, null, 9, null, 3, null),
            new Count(CountField.VISITS_COUNT, 6, null, null, null, 5),
            new Time(TimeField.CREATED_AT, null, null, NOON, null, null),
            new Time(TimeField.AGENT_LAST_EVENT_CREATED_AT, null, NOON, null, null, null),
            new Time(TimeField.CUSTOMER_LAST_EVENT_CREATED_AT, NOON, null, null, NOON, NOON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {limit: 0} | `limit`: must be an integer from 1 to 100
          {limit: 101} | `limit`: must be an integer from 1 to 100
          {order: "newest"} | `order`: must be one of asc, desc
          {filters: []} | `filters`: must be an object
          {filters: {name: "Carl"}} | `filters.name`: must be an object
          {filters: {name: {}}} | `filters.name`: must have exactly one of values, exclude_values
          {filters: {name: {values: ["a"], exclude_values: ["b"]}}} | `filters.name`: must have exactly one of values, exclude_values
          {filters: {name: {values: []}}} | `filters.name.values`: must not be empty
          {filters: {country: {values: [1]}}} | `filters.country.values[0]`: must be a string
          {filters: {chats_count: {}}} | `filters.chats_count`: must have one of lte, lt, gte, gt, eq
          {filters: {chats_count: {gt: "1"}}} | `filters.chats_count.gt`: must be an integer, at least -2147483648
          {filters: {created_at: {gt: "2017-10-12"}}} | `filters.created_at.gt`: must be a date and time of RFC 3339, like 2017-10-12T15:19:21.010200Z
          """)
  void shouldRefuseWhatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("get_customers", payload)).isEqualTo(problem);
  }
}
