package io.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.server.config.ServerConfig;
import io.parley.server.demo.bot.ShopBot;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The demo's bot at work on a server of the test's own.
@ExtendWith(NoErrorsLogged.class)
class ShopBotTest {
  private static final int SHOP = 1;
  private static final int SUPPORT = 2;
  private static final String ANNA = "anna@example.com";

  private final ParleyServer server =
      ParleyServer.start(
          ServerConfig.DEFAULTS.withPrivateTargetsAllowed(),
          TestLicense.license(100)
              .group(SHOP, "Sales")
              .group(SUPPORT, "Support")
              .owner(ANNA, SHOP, SUPPORT)
              .application("fern-the-shop-bot", "dal:demo-bot", ANNA));

  @AfterEach
  void stop() {
    server.close();
  }

  private ShopBot bot(Duration pace) {
    return new ShopBot(server.address(), true, "s3cret", pace);
  }

  private static boolean isMessage(JsonNode push) {
    return push.at("/event/type").asText().equals("message");
  }

  @Test
  void shouldAnswerWhatACustomerAsks() {
    try (var _ = bot(Duration.ofMillis(1))) {
      var customer = server.customer();
      var chat = customer.startsChat("Where is my order?", SHOP);

      customer.sees("incoming_typing_indicator", chat);
      assertThat(customer.sees("incoming_event", ShopBotTest::isMessage).at("/event/text").asText())
          .contains("number of your order");
    }
  }

  @Test
  @Timeout(60)
  void shouldGoHomeAtOnceInTheMiddleOfWriting() {
    var bot = bot(Duration.ofHours(1));
    var customer = server.customer();
    var chat = customer.startsChat("Where is my order?", SHOP);
    customer.sees("incoming_typing_indicator", chat);

    bot.close();

    customer.catchUp();
    assertThat(customer.connection().waitingPushes("incoming_event"))
        .noneMatch(push -> isMessage(push.path("payload")));
  }
}
