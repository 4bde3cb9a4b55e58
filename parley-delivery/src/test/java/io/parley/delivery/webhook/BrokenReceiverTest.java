package io.parley.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.runtime.outgoing.Targets;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A receiver that breaks off in the middle of a request: that is told of the delivery, and is no
/// news to whoever reads the server's log.
class BrokenReceiverTest {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Vertx vertx = Vertx.vertx();

  @BeforeEach
  void listenToTheLog() {
    log.start();
    ROOT.addAppender(log);
  }

  @AfterEach
  void stop() {
    ROOT.detachAppender(log);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldTellOfTheDeliveryAlone() throws IOException {
    try (var receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var sender = sender()) {
      Thread.startVirtualThread(() -> breakOff(receiver));
      var outcome = new CompletableFuture<Outcome>();

      sender.send(
          HttpSenderTest.entry("http://127.0.0.1:" + receiver.getLocalPort() + "/"),
          outcome::complete);

      assertThat(outcome.join()).isInstanceOf(Outcome.Failed.class);
    }
    assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
  }

  /// With what has come in unread, and without the politeness of a last packet.
  private static void breakOff(ServerSocket receiver) {
    try (var connection = receiver.accept()) {
      connection.setSoLinger(true, 0);
      var _ = connection.getInputStream().read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpSender sender() {
    var targets = new Targets(host -> List.of(InetAddress.getAllByName(host)), true);
    return new HttpSender(vertx, targets, Duration.ofSeconds(10), Clock.systemUTC());
  }
}
