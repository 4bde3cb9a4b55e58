package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.server.config.ServerConfig;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Devices are told of their agents' chats where somebody takes the notifications.
@ExtendWith(NoErrorsLogged.class)
class NotificationsOverTheWireTest {
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private HttpServer relay;
  private ParleyServer server;

  @BeforeEach
  void start() throws IOException {
    relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    relay.createContext("/", this::take);
    relay.start();
    server =
        ParleyServer.start(
            ServerConfig.DEFAULTS.withNotifications(
                new ServerConfig.NotificationSettings(
                    "http://127.0.0.1:" + relay.getAddress().getPort() + "/notify")),
            TestLicense.usual());
  }

  @AfterEach
  void stop() {
    server.close();
    relay.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Test
  void shouldTellTheDevicesThatWantItWhatTheCustomerWrites() {
    var anna = server.agent("anna@example.com");
    anna.does(
        "change_push_notifications", "{firebase_token: 'phone', platform: 'ios', enabled: true}");
    anna.does(
        "change_push_notifications",
        "{firebase_token: 'tablet', platform: 'android', enabled: false}");
    var carl = server.customer();
    TestChat chat = carl.startsChat("Hello");
    anna.says(chat, "How can I help?");
    carl.says(chat, "I need a lamp");

    await().until(() -> posted.size() == 2);
    assertThat(posted.getFirst())
        .contains("\"kind\":\"incoming_chat_thread\"", "\"text\":\"Hello\"", chat.id());
    assertThat(posted.getLast())
        .contains(
            "\"kind\":\"incoming_event\"",
            "\"text\":\"I need a lamp\"",
            "\"agent_id\":\"anna@example.com\"",
            "\"firebase_token\":\"phone\"",
            "\"platform\":\"ios\"",
            "\"license_id\":100");
  }
}
