package io.parley.protocol.json;

import static io.parley.protocol.json.Acme.AGENTS;
import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.CARL;
import static io.parley.protocol.json.Acme.CARL_PROFILE;
import static io.parley.protocol.json.Acme.CUSTOMERS;
import static io.parley.protocol.json.Acme.GONE;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.ROBO;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.json.Acme.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.agent.Agent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.chat.Membership;
import io.parley.core.chat.Visibility;
import io.parley.core.customer.Customer;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseProfile;
import io.parley.core.license.LicenseView;
import io.parley.core.user.UserId;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Payload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserJsonTest {

  private static Payload member(Viewer viewer, Membership member) {
    return json -> UserJson.write(json, viewer, member, Map.of(CARL, CARL_PROFILE));
  }

  private static Membership seen(UserId userId) {
    return new Membership(userId, true, Visibility.ALL, at("2017-10-12T15:19:21.0102Z"));
  }

  @Test
  void shouldShowAgentsALoggedInAgentWithAddressAndStatus() {
    assertJson(
        member(AGENTS, seen(ANNA.id())),
        """
        {
          "id": "anna@acme.example",
          "type": "agent",
          "name": "Anna",
          "email": "anna@acme.example",
          "present": true,
          "events_seen_up_to": "2017-10-12T15:19:21.010200Z",
          "avatar": "https://acme.example/Anna.png",
          "job_title": "Support",
          "routing_status": "accepting_chats"
        }
        """);
  }

  @Test
  void shouldShowAgentsNoStatusOfAnAgentWhoIsNotLoggedIn() {
    assertJson(
        member(AGENTS, Membership.absent(BERT.id())),
        """
        {
          "id": "bert@acme.example",
          "type": "agent",
          "name": "Bert",
          "email": "bert@acme.example",
          "present": false,
          "avatar": "https://acme.example/Bert.png",
          "job_title": "Support"
        }
        """);
  }

  @Test
  void shouldShowAgentsABotWithoutAnAddress() {
    assertJson(
        member(AGENTS, Membership.joining(ROBO.id())),
        """
        {
          "id": "5c9871d5372c824cbf22d860a707a578",
          "type": "agent",
          "name": "Robo",
          "present": true
        }
        """);
  }

  @Test
  void shouldShowAgentsADeletedAgentUnderTheIdAlone() {
    assertJson(
        member(AGENTS, Membership.absent(GONE)),
        """
        {
          "id": "gone@acme.example",
          "type": "agent",
          "name": "gone@acme.example",
          "email": "gone@acme.example",
          "present": false
        }
        """);
  }

  @Test
  void shouldShowCustomersAnAgentUnderThePublicIdWithoutAddressOrStatus() {
    assertJson(
        member(CUSTOMERS, seen(ANNA.id())),
        """
        {
          "id": "a0aa0000000000000000000000000001",
          "type": "agent",
          "name": "Anna",
          "avatar": "https://acme.example/Anna.png",
          "job_title": "Support",
          "present": true,
          "events_seen_up_to": "2017-10-12T15:19:21.010200Z",
          "is_bot": false
        }
        """);
  }

  @Test
  void shouldTellCustomersThatABotIsOne() {
    assertJson(
        member(CUSTOMERS, Membership.joining(ROBO.id())),
        """
        {
          "id": "c0cc0000000000000000000000000003",
          "type": "agent",
          "name": "Robo",
          "present": true,
          "is_bot": true
        }
        """);
  }

  @Test
  void shouldShowCustomersADeletedAgentUnderAPlaceholder() {
    assertJson(
        member(CUSTOMERS, Membership.absent(GONE)),
        """
        {
          "id": "e110f2ebd0ac1e00252d6eda41148515",
          "type": "agent",
          "name": "Agent",
          "present": false,
          "is_bot": false
        }
        """);
  }

  @Test
  void shouldNotShowCustomersANameThatIsTheAddress() {
    var named =
        new Agent(
            ANNA.id(),
            ANNA.accountId(),
            ANNA.publicId(),
            "Anna@Acme.example",
            ANNA.permission(),
            null,
            null,
            6,
            ANNA.groups(),
            null);
    var license = new LicenseView(LICENSE.profile(), Map.of(), Map.of(named.id(), named), Map.of());

    assertJson(
        member(new Viewer(ApiVersion.V3_1, Api.CUSTOMER, license), Membership.joining(named.id())),
        """
        {
          "id": "a0aa0000000000000000000000000001",
          "type": "agent",
          "name": "Agent",
          "present": true,
          "is_bot": false
        }
        """);
  }

  @Test
  void shouldShowAgentsAllThatIsKnownOfACustomer() {
    assertJson(
        member(AGENTS, seen(CARL)),
        """
        {
          "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "type": "customer",
          "name": "Carl",
          "email": "carl@customers.example",
          "avatar": "https://customers.example/carl.png",
          "last_visit": {
            "started_at": "2020-05-01T09:00:00.000001Z",
            "referrer": "https://search.example/",
            "ip": "192.0.2.7",
            "user_agent": "Browser/1.0",
            "geolocation": {
              "country": "Poland",
              "country_code": "PL",
              "region": "Dolnoslaskie",
              "city": "Wroclaw",
              "timezone": "Europe/Warsaw"
            },
            "last_pages": [
              {
                "opened_at": "2020-05-01T09:00:00.000000Z",
                "url": "https://acme.example/",
                "title": "Home"
              },
              {
                "opened_at": "2020-05-01T09:00:05.000000Z",
                "url": "https://acme.example/tour"
              }
            ]
          },
          "fields": {"plan": "gold", "age": "42"},
          "statistics": {"chats_count": 1, "threads_count": 3, "visits_count": 5},
          "created_at": "2020-04-30T08:00:00.500000Z",
          "present": true,
          "events_seen_up_to": "2017-10-12T15:19:21.010200Z"
        }
        """);
  }

  @Test
  void shouldShowCustomersOnlyWhatTheirDocumentShows() {
    assertJson(
        member(CUSTOMERS, seen(CARL)),
        """
        {
          "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "type": "customer",
          "name": "Carl",
          "email": "carl@customers.example",
          "avatar": "https://customers.example/carl.png",
          "fields": {"plan": "gold", "age": "42"},
          "present": true,
          "events_seen_up_to": "2017-10-12T15:19:21.010200Z"
        }
        """);
  }

  @Test
  void shouldShowACustomerWithoutAProfileByTheIdAlone() {
    Payload unknown = json -> UserJson.write(json, CUSTOMERS, Membership.joining(CARL), Map.of());

    assertJson(
        unknown,
        """
        {"id": "b7eff798-f8df-4364-8059-649c35c9ed0c", "type": "customer", "present": true}
        """);
  }

  @Test
  void shouldLeaveOutWhatIsNotKnownOfACustomer() {
    Customer nobody = Customer.unknown(CARL, at("2020-04-30T08:00:00Z"));

    assertJson(
        json -> CustomerJson.write(json, Api.AGENT, nobody),
        """
        {
          "id": "b7eff798-f8df-4364-8059-649c35c9ed0c",
          "type": "customer",
          "statistics": {"chats_count": 0, "threads_count": 0, "visits_count": 0},
          "created_at": "2020-04-30T08:00:00.000000Z"
        }
        """);
  }

  @Test
  void shouldShowAgentsTheirOwnProfileWithThePermission() {
    assertJson(
        json -> AgentJson.writeMyProfile(json, ANNA, RoutingStatus.NOT_ACCEPTING_CHATS),
        """
        {
          "id": "anna@acme.example",
          "type": "agent",
          "name": "Anna",
          "email": "anna@acme.example",
          "present": true,
          "avatar": "https://acme.example/Anna.png",
          "job_title": "Support",
          "routing_status": "not_accepting_chats",
          "permission": "administrator"
        }
        """);
  }

  @Test
  void shouldNotListUsersWhomOnlyAgentsMayKnowOf() {
    var hidden = new Membership(BERT.id(), true, Visibility.AGENTS, null);
    Payload users =
        json -> {
          json.writeStartObject();
          UserJson.writeAll(json, CUSTOMERS, List.of(Membership.joining(CARL), hidden), Map.of());
          json.writeEndObject();
        };

    assertJson(
        users,
        """
        {
          "users": [
            {"id": "b7eff798-f8df-4364-8059-649c35c9ed0c", "type": "customer", "present": true}
          ]
        }
        """);
  }

  @Test
  void shouldGiveADeletedAgentAnotherPlaceholderInAnotherLicense() {
    var elsewhere =
        new LicenseView(
            new LicenseProfile(
                new LicenseId(1),
                LICENSE.profile().organizationId(),
                "Other",
                "enterprise",
                "dal",
                LICENSE.profile().createdAt(),
                LICENSE.profile().settings()),
            Map.of(),
            Map.of(),
            Map.of());

    assertThat(new Viewer(ApiVersion.V3_1, Api.CUSTOMER, elsewhere).idOf(GONE))
        .hasSize(32)
        .isNotEqualTo(CUSTOMERS.idOf(GONE));
  }
}
