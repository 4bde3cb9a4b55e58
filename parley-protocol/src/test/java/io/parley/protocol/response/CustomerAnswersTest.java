package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_FOR_AGENTS;
import static io.parley.protocol.json.Acme.CARL_FOR_CUSTOMERS;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_CARL;

import io.parley.core.customer.Customer;
import io.parley.core.query.Answer;
import io.parley.core.query.Answer.CustomerActivity;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerAnswersTest {
  private static final CustomerActivity ACTIVE_CARL =
      new CustomerActivity(
          CARL_PROFILE, at("2020-05-01T10:00:00Z"), at("2020-05-01T10:00:05.000001Z"));

  private final ResponseRenderer renderer = new ResponseRenderer();

  @Test
  void shouldAnswerWithAPageOfCustomers() {
    var nobody =
        Customer.unknown(
            new CustomerId("00000000-0000-4000-8000-000000000001"), at("2020-01-01T00:00:00Z"));
    var query =
        new Query.Customers(
            (Caller.ByAgent) BY_ANNA.caller(), List.of(), Order.DESCENDING, new Page.ById(null, 2));

    assertJson(
        renderer.answer(
            BY_ANNA,
            query,
            new Answer.Customers(
                List.of(ACTIVE_CARL, new CustomerActivity(nobody, null, null)), 2340, "MTUx", null),
            LICENSE),
        """
        {
          "customers": [
            {
              %s,
              "agent_last_event_created_at": "2020-05-01T10:00:00.000000Z",
              "customer_last_event_created_at": "2020-05-01T10:00:05.000001Z"
            },
            {
              "id": "00000000-0000-4000-8000-000000000001",
              "type": "customer",
              "statistics": {"chats_count": 0, "threads_count": 0, "visits_count": 0},
              "created_at": "2020-01-01T00:00:00.000000Z"
            }
          ],
          "total_customers": 2340,
          "next_page_id": "MTUx"
        }
        """
            .formatted(CARL_FOR_AGENTS));
  }

  @Test
  void shouldAnswerACustomerWithWhatIsKnownOfHim() {
    assertJson(
        renderer.answer(
            BY_CARL,
            new Query.OneCustomer(BY_CARL.caller(), CARL),
            new Answer.OneCustomer(ACTIVE_CARL),
            LICENSE),
        "{" + CARL_FOR_CUSTOMERS + "}");
  }
}
