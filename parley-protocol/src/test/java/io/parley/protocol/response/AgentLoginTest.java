package io.parley.protocol.response;

import static io.parley.protocol.json.Acme.ANNA;
import static io.parley.protocol.json.Acme.BERT;
import static io.parley.protocol.json.Acme.LICENSE;
import static io.parley.protocol.json.Acme.assertJson;
import static io.parley.protocol.response.SampleChats.BY_ANNA;
import static io.parley.protocol.response.SampleChats.BY_BERT;
import static io.parley.protocol.response.SampleChats.SUMMARY_FOR_AGENTS;
import static io.parley.protocol.response.SampleChats.chats;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Result;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.license.LicenseView;
import io.parley.protocol.frame.Frames;
import io.parley.protocol.json.Acme;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentLoginTest {
  private final ResponseRenderer renderer = new ResponseRenderer();

  @Test
  void shouldAnswerAnAgentsLoginWithTheLicenseTheProfileAndTheChats() {
    var login = new Result.AgentLoggedIn(BERT, RoutingStatus.NOT_ACCEPTING_CHATS, LICENSE);

    assertJson(
        renderer.agentLogin(BY_BERT, login, chats(null, null)),
        """
        {
          "license": {
            "id": "104130623",
            "organization_id": "390e44e6-f1e6-4368-96db-74a14508c2e0",
            "plan": "enterprise",
            "expiration_timestamp": 4102444800,
            "creation_timestamp": 1577836800,
            "in_trial": false
          },
          "my_profile": {
            "id": "bert@acme.example",
            "type": "agent",
            "name": "Bert",
            "email": "bert@acme.example",
            "present": true,
            "avatar": "https://acme.example/Bert.png",
            "job_title": "Support",
            "routing_status": "not_accepting_chats",
            "permission": "administrator"
          },
          "chats_summary": [%s]
        }
        """
            .formatted(SUMMARY_FOR_AGENTS.formatted(true)));
  }

  @Test
  void shouldShowTheAgentWhoLogsInAsLoggedIn() {
    var before = new LicenseView(LICENSE.profile(), LICENSE.groups(), LICENSE.agents(), Map.of());
    var login = new Result.AgentLoggedIn(ANNA, RoutingStatus.ACCEPTING_CHATS, before);

    var payload = Acme.json(Frames.body(renderer.agentLogin(BY_ANNA, login, chats(null, null))));

    assertThat(payload.at("/chats_summary/0/users/1/routing_status").asText())
        .isEqualTo("accepting_chats");
  }
}
