package io.parley.core.routing;

import static io.parley.core.LicenseRun.ANNA;
import static io.parley.core.LicenseRun.BERT;
import static io.parley.core.LicenseRun.CARL;
import static io.parley.core.LicenseRun.CORA;
import static io.parley.core.LicenseRun.SALES;
import static io.parley.core.LicenseRun.agent;
import static io.parley.core.LicenseRun.as;
import static io.parley.core.LicenseRun.in;
import static io.parley.core.TestSettings.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.ErrorType;
import io.parley.core.LicenseRun;
import io.parley.core.agent.AgentConnectionLost;
import io.parley.core.agent.LogInAgent;
import io.parley.core.agent.RoutingStatus;
import io.parley.core.agent.SetRoutingStatus;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.CloseThread;
import io.parley.core.chat.StartChat;
import io.parley.core.group.Priority;
import io.parley.core.license.Tick;
import io.parley.core.user.AgentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The example of `docs/routing.md`.
class OperatorsExampleTest {
  private final LicenseRun run =
      LicenseRun.with(
              settings().customerChats(9).queueLimit(1).build(),
              agent(ANNA, 2, SALES, Priority.FIRST),
              agent(BERT, 2, SALES, Priority.NORMAL),
              agent(CORA, 2, SALES, Priority.SUPERVISOR))
          .loggedIn(ANNA, BERT, CORA);
  private final List<ChatId> chats = new ArrayList<>();

  private List<AgentId> agentsOf(int chat) {
    return run.chat(chats.get(chat)).presentAgents();
  }

  @BeforeEach
  void untilAnnaIsGone() {
    for (int i = 0; i < 5; i++) {
      chats.add(run.starts(as(CARL), in(SALES)));
    }
    assertThat(run.rejection(new StartChat(as(CARL), in(SALES))).type())
        .isEqualTo(ErrorType.GROUP_UNAVAILABLE);
    assertThat(agentsOf(0)).containsExactly(ANNA);
    assertThat(agentsOf(1)).containsExactly(ANNA);
    assertThat(agentsOf(2)).containsExactly(BERT);
    assertThat(agentsOf(3)).containsExactly(BERT);
    assertThat(agentsOf(4)).isEmpty();
    run.result(new CloseThread(as(BERT), chats.get(2)));
    assertThat(agentsOf(4)).containsExactly(BERT);
    run.result(new AgentConnectionLost(ANNA, "connection-of-" + ANNA));
    run.pass(Duration.ofSeconds(15));
    run.result(new Tick());
    assertThat(run.license.waitingChats()).containsExactly(chats.get(0), chats.get(1));
  }

  @Test
  void shouldGiveTheOlderChatToBertAndTheYoungerBackToAnna() {
    run.result(new CloseThread(as(BERT), chats.get(3)));
    assertThat(agentsOf(0)).containsExactly(BERT);

    run.result(new LogInAgent(ANNA, "awake", true));

    assertThat(agentsOf(1)).containsExactly(ANNA);
    assertThat(run.systemMessages(chats.get(1))).containsExactly("routing.unassigned_disconnected");
  }

  @Test
  void shouldCloseWhatWaitsWhenBertStopsToo() {
    run.result(new SetRoutingStatus(BERT, BERT, RoutingStatus.NOT_ACCEPTING_CHATS));

    assertThat(run.systemMessages(chats.get(0)))
        .containsExactly("routing.unassigned_disconnected", "routing.archived_offline");
    assertThat(run.license.waitingChats()).isEmpty();
    assertThat(agentsOf(4)).containsExactly(BERT);
  }
}
