package io.parley.gateway.file;

import io.parley.core.ErrorType;
import io.parley.core.event.FileAddress;
import io.parley.gateway.http.Answers;
import io.parley.gateway.http.Routes;
import io.parley.store.file.UploadedFiles;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The addresses of uploaded files. Whoever knows one may read what is there: it can't be guessed.
///
/// What is there was made by a stranger, and is served under the host of the APIs and apps:
/// browsers must not take it for anything but what it is said to be, nothing of it may run, and
/// what could is only for downloading.
public final class FileRoutes implements Routes {
  private static final Logger log = LoggerFactory.getLogger(FileRoutes.class);

  private final UploadedFiles files;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Executor blocking;

  /// @param blocking runs lookups
  public FileRoutes(UploadedFiles files, Blobs blobs, InstantSource clock, Executor blocking) {
    this.files = files;
    this.blobs = blobs;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public void mount(Router router) {
    router
        .route(FileAddress.PREFIX + "*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::serve);
  }

  private void serve(RoutingContext route) {
    Optional<FileAddress> address = FileAddress.ofUrl(route.request().path());
    if (address.isEmpty()) {
      notFound(route.response());
      return;
    }
    Context context = Vertx.currentContext();
    blocking.execute(
        () -> {
          try {
            Optional<Download> found = Download.find(files, blobs, clock, address.get());
            context.runOnContext(
                _ ->
                    found.ifPresentOrElse(
                        download -> send(route.request(), download),
                        () -> notFound(route.response())));
          } catch (RuntimeException e) {
            log.error("A file can't be looked up", e);
            context.runOnContext(
                _ ->
                    Answers.fail(
                        route.response(), ErrorType.INTERNAL, ErrorType.INTERNAL.message()));
          }
        });
  }

  private static void notFound(HttpServerResponse response) {
    Answers.fail(response, ErrorType.NOT_FOUND, "There is no such file, or no longer");
  }

  private static void send(HttpServerRequest request, Download download) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    describe(response, download);
    if (download.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    String ifRange = request.getHeader("If-Range");
    boolean whole = ifRange != null && !ifRange.equals(download.tag());
    switch (ByteRange.of(whole ? null : request.getHeader("Range"), download.size())) {
      case ByteRange.Wanted.Everything() ->
          send(request, download, new ByteRange(0, download.size()));
      case ByteRange.Wanted.Some(ByteRange range) -> {
        response
            .setStatusCode(206)
            .putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(download.size()));
        send(request, download, range);
      }
      case ByteRange.Wanted.Impossible() ->
          response
              .setStatusCode(416)
              .putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + download.size())
              .end();
    }
  }

  private static void describe(HttpServerResponse response, Download download) {
    boolean inert = ContentType.isInert(download.contentType());
    String type = download.contentType();
    String known = type.equals("text/plain") ? type + "; charset=utf-8" : type;
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, known)
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(inert, download.name()))
        .putHeader(HttpHeaders.ETAG, download.tag())
        .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  private static String disposition(boolean inert, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return (inert ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded.replace("*", "%2A");
  }

  private static void send(HttpServerRequest request, Download download, ByteRange range) {
    HttpServerResponse response = request.response();
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length())).end();
      return;
    }
    response
        .sendFile(download.path().toAbsolutePath().toString(), range.first(), range.length())
        .onFailure(failure -> log.debug("A file was not sent to its end", failure));
  }
}
