package io.parley.bench.webhook;

import io.parley.bench.load.Latency;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Takes webhooks, answers at once, and counts.
public final class CountingReceiver implements AutoCloseable {
  private static final String CREATED_AT = "\"created_at\":\"";
  private static final int TIME_LENGTH = "2026-01-05T10:00:00.000000Z".length();
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Clock clock;
  private final LongAdder count = new LongAdder();
  private final Histogram nanos = new ConcurrentHistogram(LONGEST.toNanos(), 3);
  private volatile long lastNanos;
  private HttpServer server;

  private CountingReceiver(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.server = vertx.createHttpServer();
  }

  /// Listens on a free port of this machine.
  public static CountingReceiver start(Clock clock) throws IOException {
    var receiver =
        new CountingReceiver(Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)), clock);
    receiver.listen();
    return receiver;
  }

  private void listen() throws IOException {
    server.requestHandler(
        request ->
            request
                .body()
                .onSuccess(
                    body -> {
                      request.response().setStatusCode(204).end();
                      take(body);
                    }));
    try {
      server =
          server
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the receiver can't listen", e);
    }
  }

  private void take(Buffer body) {
    Instant now = clock.instant();
    count.increment();
    lastNanos = System.nanoTime();
    String text = body.toString();
    int at = text.indexOf(CREATED_AT);
    if (at >= 0) {
      int from = at + CREATED_AT.length();
      Duration took =
          Duration.between(Instant.parse(text.substring(from, from + TIME_LENGTH)), now);
      nanos.recordValue(Math.clamp(took.toNanos(), 0, LONGEST.toNanos()));
    }
  }

  /// Where it is.
  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/";
  }

  /// How many came so far.
  public long count() {
    return count.sum();
  }

  /// Forgets what came so far.
  public void reset() {
    count.reset();
    nanos.reset();
  }

  /// How long they took.
  public Latency latency() {
    return Latency.of(nanos);
  }

  /// Waits until none has come for a while.
  ///
  /// @return how long before now the last one came
  public Duration awaitQuiet() throws InterruptedException {
    Duration silence = Duration.ofNanos(System.nanoTime() - lastNanos);
    while (silence.compareTo(QUIET) < 0) {
      TimeUnit.MILLISECONDS.sleep(50);
      silence = Duration.ofNanos(System.nanoTime() - lastNanos);
    }
    return silence;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
