package io.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RtmConnectionTest {
  private final Vertx vertx = Vertx.vertx();
  private final LoadLoop loop = LoadLoop.open();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private Consumer<ServerWebSocket> serving = _ -> {};
  private URI address = URI.create("http://127.0.0.1");

  @BeforeEach
  void startServer() {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setMaxWebSocketFrameSize(1 << 20))
            .webSocketHandler(socket -> serving.accept(socket))
            .requestHandler(request -> request.response().setStatusCode(403).end("keep out"))
            .listen(0, "127.0.0.1")
            .await();
    address = URI.create("http://127.0.0.1:" + server.actualPort());
  }

  @AfterEach
  void stopAll() {
    loop.close();
    vertx.close().await();
  }

  @Test
  void shouldReadMessagesOfEverySize() {
    var sizes = List.of(0, 1, 125, 126, 65_535, 65_536, 300_000);
    serving = socket -> sizes.forEach(size -> socket.writeTextMessage("x".repeat(size)));

    connect("/");

    await().until(() -> received.size() == sizes.size());
    assertThat(received).extracting(String::length).isEqualTo(sizes);
  }

  @Test
  void shouldSendMessagesOfEverySize() {
    var echoed = List.of("", "a", "häß", "y".repeat(125), "z".repeat(126), "ä".repeat(40_000));
    serving = socket -> socket.textMessageHandler(socket::writeTextMessage);
    var connection = connect("/");

    for (var text : echoed) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      loop.execute(() -> connection.send(bytes, bytes.length));
    }

    await().until(() -> received.size() == echoed.size());
    assertThat(received).isEqualTo(echoed);
  }

  @Test
  void shouldAnswerPingsAndSendItsOwn() {
    var pongs = new AtomicInteger();
    serving =
        socket -> {
          socket.pongHandler(_ -> pongs.incrementAndGet());
          socket.writePing(Buffer.buffer("alive?"));
        };

    connect("/");

    await().until(() -> pongs.get() == 1);
  }

  @Test
  void shouldTellWhyItWasClosed() {
    serving = socket -> socket.close((short) 4001, "no ping");

    connect("/");

    await().until(() -> ends.size() == 1);
    assertThat(ends.getFirst()).contains("4001", "no ping");
  }

  @Test
  void shouldFailToOpenWhereThereIsNoWebSocket() {
    var listener = listener();
    var closed = URI.create("http://127.0.0.1:1");

    var refused = loop.connect(closed, "/", listener);

    await().until(() -> refused.opened().isCompletedExceptionally());
  }

  private RtmConnection connect(String path) {
    var connection = loop.connect(address, path, listener());
    return connection.opened().join();
  }

  private RtmConnection.Listener listener() {
    return new RtmConnection.Listener() {
      @Override
      public void text(RtmConnection connection, byte[] message, int from, int to) {
        received.add(new String(message, from, to - from, StandardCharsets.UTF_8));
      }

      @Override
      public void closed(RtmConnection connection, String reason) {
        ends.add(reason);
      }
    };
  }
}
