package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tokens that end while connections that they opened are there.
@ExtendWith(NoErrorsLogged.class)
class RevocationTest {
  private final ParleyServer server = ParleyServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldEndTheConnectionsOfARevokedTokenAndNoOther() {
    TestAgent anna = server.agent("anna@example.com");
    TestAgent ben = server.agent("ben@example.com");
    String token = TestLicense.tokenOf("anna@example.com");

    assertThat(server.web().delete("/token?token=" + token).status()).isEqualTo(200);

    assertThat(reason(anna)).isEqualTo("access_token_revoked");
    assertThat(anna.connection().awaitClose()).isEqualTo(1000);
    assertThat(server.web().agent(token, "get_chats_summary", "{}").errorType())
        .isEqualTo("authentication");
    ben.does("get_chats_summary", "{}");
  }

  private static String reason(TestAgent agent) {
    return agent
        .connection()
        .push("agent_disconnected", _ -> true)
        .path("payload")
        .path("reason")
        .asText();
  }
}
