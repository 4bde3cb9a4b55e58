package io.parley.delivery.webhook;

import io.parley.runtime.outgoing.Target;
import io.parley.runtime.outgoing.Targets;
import io.parley.store.outbox.OutboxEntry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends over HTTP: connections are kept, redirects are not followed, answers are hardly looked at.
/// Where a request goes is decided by [Targets], and it goes to the network address that was found
/// there and to no other; what was found holds for a second. One event loop does all of it.
public final class HttpSender implements Sender, AutoCloseable {
  /// The header with the id of the delivery: the same however often it is sent.
  public static final String DELIVERY_HEADER = "X-Parley-Delivery";

  /// The header with the [Signature].
  public static final String SIGNATURE_HEADER = "X-Parley-Signature";

  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final int POOL = 1_024;
  private static final int IDLE_SECONDS = 30;
  private static final int MOST_FOUND = 1_000;
  private static final Duration FOUND_FOR = Duration.ofSeconds(1);

  private final Targets targets;
  private final Duration timeout;
  private final InstantSource clock;
  private final Context loop;
  private final HttpClient client;
  private final ExecutorService resolving;

  /// Where requests went a moment ago, by address. For the loop alone.
  private final Map<String, Found> found = new HashMap<>();

  /// @param until when the name is resolved again
  private record Found(Target.Open target, Instant until) {}

  /// @param vertx on one of whose event loops it runs; not closed with it
  /// @param timeout from the first look for the receiver's address to the end of its answer
  public HttpSender(Vertx vertx, Targets targets, Duration timeout, InstantSource clock) {
    this.targets = targets;
    this.timeout = timeout;
    this.clock = clock;
    this.loop = vertx.getOrCreateContext();
    int millis = Math.toIntExact(timeout.toMillis());
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(millis)
                    .setKeepAliveTimeout(IDLE_SECONDS)
                    .setDecompressionSupported(false)
                    .setMaxHeaderSize(MAX_ANSWER_BYTES))
            .with(new PoolOptions().setHttp1MaxSize(POOL))
            // What breaks off fails its request, and is told of there.
            .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
            .build();
    this.resolving =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
  }

  @Override
  public void send(OutboxEntry entry, Consumer<Outcome> done) {
    var exchange = new Exchange(entry, done);
    loop.runOnContext(_ -> exchange.begin());
  }

  @Override
  public void close() {
    resolving.shutdownNow();
    client.close();
  }

  private void remember(String url, Target.Open target) {
    if (found.size() >= MOST_FOUND) {
      found.clear();
    }
    found.put(url, new Found(target, clock.instant().plus(FOUND_FOR)));
  }

  /// One request. All of it but the look for the address happens on the loop.
  private final class Exchange {
    private final OutboxEntry entry;
    private final Consumer<Outcome> done;
    private boolean ended;
    private @Nullable HttpClientRequest request;
    private long timer;

    private Exchange(OutboxEntry entry, Consumer<Outcome> done) {
      this.entry = entry;
      this.done = done;
    }

    private void begin() {
      timer =
          loop.owner()
              .setTimer(
                  timeout.toMillis(),
                  _ -> end(new Outcome.Failed("no answer within " + seconds(timeout))));
      Found known = found.get(entry.url());
      if (known != null && clock.instant().isBefore(known.until())) {
        post(known.target());
      } else {
        resolving.execute(this::resolve);
      }
    }

    private void resolve() {
      try {
        Target target = targets.find(entry.url());
        loop.runOnContext(_ -> resolved(target));
      } catch (RuntimeException e) {
        loop.runOnContext(_ -> end(new Outcome.Failed(String.valueOf(e))));
      }
    }

    private void resolved(Target target) {
      switch (target) {
        case Target.Closed(var reason) -> {
          found.remove(entry.url());
          end(new Outcome.Failed("the address " + reason.problem()));
        }
        case Target.Open open -> {
          remember(entry.url(), open);
          post(open);
        }
      }
    }

    private void post(Target.Open target) {
      if (ended) {
        return;
      }
      var options =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setServer(
                  SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
              .setHost(target.host())
              .setPort(target.port())
              .setSsl(target.isSecure())
              .setURI(target.pathAndQuery())
              .setFollowRedirects(false);
      client
          .request(options)
          .compose(this::send)
          .onSuccess(this::answered)
          .onFailure(e -> end(new Outcome.Failed(reason(e))));
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened) {
      request = opened;
      byte[] body = entry.body().getBytes(StandardCharsets.UTF_8);
      opened
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.USER_AGENT, "Parley")
          .putHeader(DELIVERY_HEADER, entry.key().toString())
          .putHeader(SIGNATURE_HEADER, Signature.of(entry.secretKey(), body));
      if (ended) {
        opened.reset();
      }
      return opened.send(Buffer.buffer(body));
    }

    private void answered(HttpClientResponse response) {
      var size = new int[1];
      response.handler(
          part -> {
            size[0] += part.length();
            if (size[0] > MAX_ANSWER_BYTES) {
              end(outcome(response));
            }
          });
      response.endHandler(
          _ -> {
            request = null;
            end(outcome(response));
          });
      response.exceptionHandler(e -> end(new Outcome.Failed(reason(e))));
    }

    private void end(Outcome outcome) {
      if (!ended) {
        ended = true;
        loop.owner().cancelTimer(timer);
        done.accept(outcome);
        HttpClientRequest incomplete = request;
        if (incomplete != null) {
          incomplete.reset();
        }
      }
    }
  }

  /// Such as `10s`.
  private static String seconds(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private static Outcome outcome(HttpClientResponse response) {
    int status = response.statusCode();
    return status >= 200 && status < 300
        ? new Outcome.Delivered()
        : new Outcome.Failed("answered with status " + status);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
