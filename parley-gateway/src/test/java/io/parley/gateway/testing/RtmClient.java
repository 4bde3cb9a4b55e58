package io.parley.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// A client of an RTM API.
public final class RtmClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebSocket socket;
  private final List<JsonObject> received = new ArrayList<>();
  private int requests;
  private int pings;
  private volatile boolean closed;

  private RtmClient(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(this::receive);
    socket.frameHandler(
        frame -> {
          if (frame.type() == WebSocketFrameType.PING) {
            countPing();
          }
        });
    socket.closeHandler(_ -> closed = true);
    socket.exceptionHandler(_ -> {});
    socket.resume();
  }

  /// A maker of connections. Vert.x closes all of them when it is forgotten.
  static WebSocketClient maker(Vertx vertx, int receiveBuffer) {
    return vertx.createWebSocketClient(
        new WebSocketClientOptions()
            .setReceiveBufferSize(receiveBuffer)
            .setMaxConnections(10_000)
            .setMaxFrameSize(1 << 24)
            .setMaxMessageSize(1 << 24));
  }

  static RtmClient connect(WebSocketClient maker, int port, String path, String... headers) {
    var options = new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI(path);
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    try {
      return maker
          .connect(options)
          .map(
              socket -> {
                socket.pause();
                return new RtmClient(socket);
              })
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void receive(String text) {
    received.add(new JsonObject(text));
  }

  private synchronized void countPing() {
    pings++;
  }

  /// How many ping frames the server sent.
  public synchronized int pings() {
    return pings;
  }

  /// Everything that came, in order.
  public synchronized List<JsonObject> received() {
    return List.copyOf(received);
  }

  /// Forgets what came so far.
  public synchronized RtmClient forget() {
    received.clear();
    return this;
  }

  /// Sends a text frame.
  public RtmClient send(String text) {
    socket.writeTextMessage(text);
    return this;
  }

  /// Sends a binary frame.
  public RtmClient sendBinary(byte[] bytes) {
    socket.writeBinaryMessage(Buffer.buffer(bytes));
    return this;
  }

  /// Sends one frame as it is.
  public RtmClient sendFrame(WebSocketFrame frame) {
    socket.writeFrame(frame);
    return this;
  }

  /// Sends a ping frame.
  public RtmClient ping() {
    socket.writePing(Buffer.buffer("are you there"));
    return this;
  }

  /// Sends a request without waiting.
  ///
  /// @return its id
  public synchronized String ask(String action, JsonObject payload) {
    String id = "request-" + ++requests;
    send(
        new JsonObject()
            .put("request_id", id)
            .put("action", action)
            .put("payload", payload)
            .encode());
    return id;
  }

  /// Sends a request and waits for its response.
  public JsonObject request(String action, JsonObject payload) {
    return response(ask(action, payload));
  }

  /// Sends a request that must succeed.
  ///
  /// @return the payload of the response
  public JsonObject call(String action, JsonObject payload) {
    JsonObject response = request(action, payload);
    assertThat(response.getBoolean("success")).as(response.encode()).isTrue();
    return response.getJsonObject("payload");
  }

  /// Waits for the response to a request.
  public JsonObject response(String requestId) {
    return await(
        frame ->
            "response".equals(frame.getString("type"))
                && requestId.equals(frame.getString("request_id")));
  }

  /// Waits for a push.
  public JsonObject push(String action) {
    return await(
        frame ->
            "push".equals(frame.getString("type")) && action.equals(frame.getString("action")));
  }

  /// Waits for a frame.
  public JsonObject await(Predicate<JsonObject> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> received().stream().filter(wanted).findFirst().orElse(null),
            found -> found != null);
  }

  /// Logs in with a token.
  public RtmClient login(String token) {
    call("login", new JsonObject().put("token", "Bearer " + token));
    return this;
  }

  /// Waits until the connection is closed.
  ///
  /// @return the code of the close frame
  public int closed() {
    Awaitility.await().atMost(PATIENCE).until(() -> closed);
    Short code = socket.closeStatusCode();
    return code == null ? 1006 : code;
  }

  /// True if the connection is open.
  public boolean isOpen() {
    return !closed;
  }

  /// Reads nothing from now on.
  public RtmClient stopReading() {
    socket.pause();
    return this;
  }

  /// Closes the connection.
  public void close() {
    socket.close();
  }

  /// Drops the connection without a word.
  public void cut() {
    var unused = ((WebSocketInternal) socket).channelHandlerContext().close();
  }
}
