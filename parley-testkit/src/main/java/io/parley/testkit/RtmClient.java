package io.parley.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A connection to an RTM API. Keeps every frame that came, in order, and holds each against what
/// the catalogue promises ([WireShapes]): one that is not as promised fails the test as soon as it
/// looks at the connection again, at the latest when it closes it.
public final class RtmClient implements AutoCloseable {
  private static final int ABORTED = 1006;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Frames frames;
  private final WebSocket socket;
  private int requests;

  private RtmClient(URI address) {
    this.frames = new Frames(address.getPath().contains("/customer/") ? Api.CUSTOMER : Api.AGENT);
    this.socket = WebClient.HTTP.newWebSocketBuilder().buildAsync(address, frames).join();
  }

  static RtmClient open(URI address) {
    return new RtmClient(address);
  }

  /// What an action was answered with.
  public record Response(String requestId, boolean success, JsonNode payload) {
    /// The type of the error; empty if there is none.
    public String errorType() {
      return payload.path("error").path("type").asText("");
    }
  }

  /// Sends a request and waits for its answer.
  ///
  /// @param payload JSON; names may go without quotes, texts may have single ones
  public Response request(String action, String payload, Object... values) {
    return response(action, send(action, payload, values));
  }

  /// Waits for the answer to a request.
  public Response response(String action, String requestId) {
    JsonNode frame =
        await(
            "the response to " + action,
            each ->
                each.path("type").asText().equals("response")
                    && each.path("request_id").asText().equals(requestId));
    return new Response(requestId, frame.path("success").asBoolean(), frame.path("payload"));
  }

  /// Sends a request.
  ///
  /// @return its id
  public String send(String action, String payload, Object... values) {
    String requestId = "request-" + ++requests;
    ObjectNode frame = WebClient.JSON.createObjectNode();
    frame.put("request_id", requestId).put("action", action);
    frame.set("payload", WebClient.json(payload, values));
    sendText(frame.toString());
    return requestId;
  }

  /// Sends a text frame.
  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /// Sends a binary frame.
  public void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /// True until the server or the network has closed the connection.
  public boolean isOpen() {
    return !frames.closed.isDone();
  }

  /// Waits for a frame and takes it.
  ///
  /// @return null if the connection was closed instead
  public @Nullable JsonNode frameOrEnd(Predicate<JsonNode> wanted) {
    var found = new AtomicReference<@Nullable JsonNode>();
    Awaitility.await("a frame or the end")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              boolean ended = !isOpen();
              found.set(frames.take(wanted));
              return ended || found.get() != null;
            });
    return found.get();
  }

  /// Forgets every frame that nobody has taken yet.
  public void forgetFrames() {
    frames.clear();
  }

  /// Waits for a push and takes it: a later call waits for another.
  public JsonNode push(String action, Predicate<JsonNode> payload) {
    return await(
        "the push " + action,
        frame ->
            frame.path("type").asText().equals("push")
                && frame.path("action").asText().equals(action)
                && payload.test(frame.path("payload")));
  }

  /// The pushes of that name that came and that nobody has taken yet.
  public List<JsonNode> waitingPushes(String action) {
    return frames.all().stream()
        .filter(frame -> frame.path("action").asText().equals(action))
        .filter(frame -> frame.path("type").asText().equals("push"))
        .toList();
  }

  /// Every frame that nobody has taken yet, in order.
  public List<JsonNode> waitingFrames() {
    return frames.all();
  }

  /// Waits until the request is answered or the connection is closed.
  void awaitAnswerOrClose(String requestId) {
    frameOrEnd(frame -> frame.path("request_id").asText().equals(requestId));
  }

  /// Waits until the server has closed the connection.
  ///
  /// @return the WebSocket's status code
  public int awaitClose() {
    return frames.closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private JsonNode await(String what, Predicate<JsonNode> wanted) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .pollDelay(Duration.ZERO)
        .until(() -> frames.take(wanted), found -> found != null);
  }

  /// Closes the connection.
  ///
  /// @throws AssertionError if something came that is not as the catalogue promises
  @Override
  public void close() {
    socket.abort();
    frames.closed.complete(ABORTED);
    frames.check();
  }

  /// Takes what comes in; guarded by itself.
  private static final class Frames implements WebSocket.Listener {
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Api api;
    private final List<JsonNode> frames = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable String broken;

    Frames(Api api) {
      this.api = api;
    }

    /// Fails if one of the frames was not as it should be.
    synchronized void check() {
      if (broken != null) {
        throw new AssertionError(broken);
      }
    }

    synchronized @Nullable JsonNode take(Predicate<JsonNode> wanted) {
      check();
      for (JsonNode frame : frames) {
        if (wanted.test(frame)) {
          frames.remove(frame);
          return frame;
        }
      }
      return null;
    }

    synchronized void clear() {
      frames.clear();
    }

    synchronized List<JsonNode> all() {
      check();
      return List.copyOf(frames);
    }

    private void keep(JsonNode frame) {
      String problem = problem(frame);
      synchronized (this) {
        frames.add(frame);
        if (broken == null) {
          broken = problem;
        }
      }
    }

    private @Nullable String problem(JsonNode frame) {
      String action = frame.path("action").asText();
      JsonNode payload = frame.path("payload");
      return frame.path("type").asText().equals("push")
          ? WireShapes.problemOfPush(api, action, payload)
          : WireShapes.problemOfAnswer(
              ApiVersion.V3_1,
              api,
              Transport.RTM,
              action,
              frame.path("success").asBoolean(),
              payload);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        try {
          JsonNode frame = WebClient.JSON.readTree(partial.toString());
          keep(frame);
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("the server sent no JSON: " + partial, e);
        }
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.complete(ABORTED);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      socket.request(1);
      return null;
    }
  }
}
