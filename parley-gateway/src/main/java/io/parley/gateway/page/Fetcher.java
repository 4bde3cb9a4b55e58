package io.parley.gateway.page;

import io.parley.runtime.outgoing.Target;
import io.parley.runtime.outgoing.Targets;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for web addresses, and reads the first bytes of what is there.
final class Fetcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Fetcher.class);
  private static final int REDIRECTS = 5;
  private static final int CONNECT_MILLIS = 3_000;
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final String AGENT = "Parley (link preview)";

  private final HttpClient client;
  private final Targets targets;

  /// An answer, read as far as it is of interest.
  ///
  /// @param location of a redirect
  private record Answer(
      int status, @Nullable String location, @Nullable String contentType, Buffer bytes) {
    boolean isRedirect() {
      return location != null && status >= 301 && status <= 308 && status != 304;
    }
  }

  Fetcher(Vertx vertx, Targets targets) {
    this.targets = targets;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setKeepAlive(false)
                    .setVerifyHost(true)
                    .setDecompressionSupported(false)
                    .setMaxRedirects(0))
            // What breaks off fails its request, and is told of there.
            .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
            .build();
  }

  /// Asks for a web address, and where that leads to. Blocks.
  ///
  /// @param accept the types that are wanted
  /// @param maxBytes how much is read; what is longer is cut off
  Fetched fetch(String address, String accept, int maxBytes, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    Target target = targets.find(address);
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      switch (target) {
        case Target.Closed(Target.Reason reason) -> {
          return new Fetched.Failed(reason.problem());
        }
        case Target.Open open -> {
          Answer answer = answerOrNull(open, accept, maxBytes, deadline);
          if (answer == null) {
            return new Fetched.Failed("can't be reached");
          }
          if (!answer.isRedirect()) {
            return content(open, answer);
          }
          target = next(open, answer);
        }
      }
    }
    return new Fetched.Failed("redirects too often");
  }

  private Target next(Target.Open from, Answer redirect) {
    try {
      return targets.find(from.uri().resolve(String.valueOf(redirect.location())));
    } catch (IllegalArgumentException _) {
      return new Target.Closed(Target.Reason.NO_WEB_ADDRESS);
    }
  }

  private static Fetched content(Target.Open from, Answer answer) {
    if (answer.status() < 200 || answer.status() > 299) {
      return new Fetched.Failed("is answered with status " + answer.status());
    }
    String type = answer.contentType() == null ? "" : answer.contentType();
    int end = type.indexOf(';');
    String plain = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    URI uri = from.uri();
    return new Fetched.Content(
        uri, plain, end < 0 ? null : charset(type.substring(end + 1)), answer.bytes());
  }

  private static @Nullable String charset(String parameters) {
    for (String each : parameters.split(";")) {
      String parameter = each.strip();
      if (parameter.toLowerCase(Locale.ROOT).startsWith("charset=")) {
        return parameter.substring("charset=".length()).replace("\"", "").strip();
      }
    }
    return null;
  }

  private @Nullable Answer answerOrNull(
      Target.Open target, String accept, int maxBytes, long deadline) {
    long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (leftMillis <= 0) {
      return null;
    }
    Future<Answer> asked =
        client
            .request(request(target, accept, leftMillis))
            .compose(request -> request.send().compose(response -> read(response, maxBytes)));
    try {
      return asked.toCompletionStage().toCompletableFuture().get(leftMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("{} can't be reached", target.uri(), e);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// The connection goes to the address that was checked; the name is for the header `Host` and for
  /// TLS alone.
  private static RequestOptions request(Target.Open target, String accept, long timeoutMillis) {
    String host = target.host().indexOf(':') < 0 ? target.host() : "[" + target.host() + "]";
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setServer(
            SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), target.port())))
        .setHost(host)
        .setPort(target.port())
        .setSsl(target.isSecure())
        .setURI(target.pathAndQuery())
        .setFollowRedirects(false)
        .setTimeout(timeoutMillis)
        .putHeader(HttpHeaders.USER_AGENT, AGENT)
        .putHeader(HttpHeaders.ACCEPT, accept)
        .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
  }

  /// Reads no more than is wanted, and hangs up then.
  private static Future<Answer> read(HttpClientResponse response, int maxBytes) {
    Promise<Answer> promise = Promise.promise();
    Buffer body = Buffer.buffer();
    String location = response.getHeader(HttpHeaders.LOCATION);
    String type =
        response.getHeader(HttpHeaders.CONTENT_ENCODING) == null
            ? response.getHeader(HttpHeaders.CONTENT_TYPE)
            : null;
    Runnable done =
        () -> promise.tryComplete(new Answer(response.statusCode(), location, type, body));
    response.exceptionHandler(promise::tryFail);
    response.endHandler(_ -> done.run());
    response.handler(
        piece -> {
          body.appendBuffer(piece, 0, Math.min(piece.length(), maxBytes - body.length()));
          if (body.length() == maxBytes) {
            done.run();
            response.request().connection().close();
          }
        });
    return promise.future();
  }

  @Override
  public void close() {
    try {
      client
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Requests for pages were still open", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
