package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_FOR_AGENTS;
import static io.parley.protocol.json.Acme.CARL_FOR_CUSTOMERS;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.at;
import static io.parley.protocol.push.Pushes.NOTHING;
import static io.parley.protocol.push.Pushes.assertPushes;

import io.parley.core.customer.Customer;
import io.parley.core.customer.CustomerBanned;
import io.parley.core.customer.CustomerRegistered;
import io.parley.core.customer.CustomerUpdated;
import io.parley.core.customer.GoalReached;
import io.parley.core.customer.PageViewed;
import io.parley.core.customer.SideStorageUpdated;
import io.parley.core.customer.VisitEnded;
import io.parley.core.customer.VisitStarted;
import io.parley.core.group.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerPushesTest {
  private static final Customer NOBODY = Customer.unknown(CARL, at("2020-04-30T08:00:00Z"));

  @Test
  void shouldTellAgentsAloneOfANewCustomer() {
    assertPushes(
        new CustomerRegistered(CARL_PROFILE),
        "customer_created",
        "{\"customer\": {" + CARL_FOR_AGENTS + "}}",
        NOTHING);
  }

  @Test
  void shouldTellHowACustomerIsKnownNow() {
    assertPushes(
        new CustomerUpdated(CARL_PROFILE, Set.of(CustomerUpdated.Part.NAME)),
        "customer_updated",
        "{\"customer\": {%1$s, \"banned\": false}, %1$s, \"banned\": false}"
            .formatted(CARL_FOR_AGENTS),
        "{\"customer\": {" + CARL_FOR_CUSTOMERS + "}}");
  }

  @Test
  void shouldTellAgentsAloneOfABan() {
    assertPushes(
        new CustomerBanned(CARL_PROFILE.bannedUntil(at("2020-05-06T10:00:00Z")), 5),
        "customer_banned",
        "{\"customer_id\": \"b7eff798-f8df-4364-8059-649c35c9ed0c\", \"ban\": {\"days\": 5}}",
        NOTHING);
  }

  @Test
  void shouldTellAgentsAloneOfAVisitThatBegins() {
    assertPushes(
        new VisitStarted(CARL_PROFILE),
        "customer_visit_started",
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "visit_id": 42,
          "started_at": "2020-05-01T09:00:00.000001Z",
          "ip": "192.0.2.7",
          "user_agent": "Browser/1.0",
          "geolocation": {
            "latitude": "51.0805",
            "longitude": "17.0211",
            "country": "Poland",
            "country_code": "PL",
            "region": "Dolnoslaskie",
            "city": "Wroclaw",
            "timezone": "Europe/Warsaw"
          }
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellOfAVisitOnlyWhatIsKnown() {
    var bare =
        new Customer.LastVisit(
            1, at("2020-05-01T09:00:00Z"), null, null, null, null, null, List.of());

    assertPushes(
        new VisitStarted(NOBODY.with(bare)),
        "customer_visit_started",
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "visit_id": 1,
          "started_at": "2020-05-01T09:00:00.000000Z"
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellAgentsAloneOfAVisitThatEnds() {
    Customer.LastVisit ended = CARL_PROFILE.lastVisit().ended(at("2020-05-01T09:30:00Z"));

    assertPushes(
        new VisitEnded(CARL_PROFILE.with(ended)),
        "customer_visit_ended",
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "visit_id": 42,
          "ended_at": "2020-05-01T09:30:00.000000Z"
        }
        """,
        NOTHING);
  }

  @Test
  void shouldTellEachSideInItsOwnWayOfAnotherPage() {
    var page =
        new Customer.Page(at("2020-05-01T09:01:00Z"), "https://acme.example/pricing", "Pricing");

    assertPushes(
        new PageViewed(CARL_PROFILE.with(CARL_PROFILE.lastVisit().with(page)), page),
        "customer_page_updated",
        """
        {
          "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "visit_id": 42,
          "opened_at": "2020-05-01T09:01:00.000000Z",
          "url": "https://acme.example/pricing",
          "title": "Pricing",
          "referrer": "https://search.example/"
        }
        """,
        """
        {"url": "https://acme.example/pricing", "title": "Pricing", "timestamp": 1588323660}
        """);
  }

  @Test
  void shouldTellCustomersAloneWhatToKeep() {
    assertPushes(
        new SideStorageUpdated(CARL, Map.of("customer_visits", "1", "a", "b")),
        "customer_side_storage_updated",
        NOTHING,
        "{\"customer_side_storage\": {\"a\": \"b\", \"customer_visits\": \"1\"}}");
  }

  @Test
  void shouldTellAgentsAloneThatAGoalWasReached() {
    assertPushes(
        new GoalReached(CARL, GroupId.ALL, 7, "Checkout", Instant.EPOCH, null),
        "incoming_multicast",
        """
        {
          "content": {
            "name": "goal_reached",
            "customer_id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
            "goal": {"id": 7, "name": "Checkout"}
          },
          "type": "goal_reached"
        }
        """,
        NOTHING);
  }
}
