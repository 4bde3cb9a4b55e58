package io.parley.gateway.reference;

import io.parley.gateway.http.Routes;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Method;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// `/docs/`: the API reference. Everything is made once, and kept in memory.
public final class ReferenceRoutes implements Routes {
  private static final String ROOT = "/docs";
  private static final String JSON = "application/json";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, Document> documents;

  private record Document(String type, Buffer bytes) {}

  /// @param methods the catalogue
  public ReferenceRoutes(List<Method> methods) {
    this.documents =
        Map.of(
            "/", page("index.html", "text/html; charset=utf-8"),
            "/reference.js", page("reference.js", "text/javascript; charset=utf-8"),
            "/reference.css", page("reference.css", "text/css; charset=utf-8"),
            "/openapi.json", json(OpenApi.of(methods).toString()),
            "/asyncapi.json", json(AsyncApi.of(ApiVersion.V3_1, methods).toString()));
  }

  private static Document json(String text) {
    return new Document(JSON, Buffer.buffer(text));
  }

  private static Document page(String name, String type) {
    try (InputStream in = ReferenceRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new Document(type, Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void mount(Router router) {
    documents.forEach(
        (path, document) -> router.get(ROOT + path).handler(context -> send(context, document)));
    router
        .get(ROOT)
        .handler(
            context ->
                context
                    .response()
                    .setStatusCode(308)
                    .putHeader(HttpHeaders.LOCATION, ROOT + "/")
                    .end());
  }

  /// Anybody may read the descriptions, from any page.
  private static void send(RoutingContext context, Document document) {
    var response = context.response().putHeader(HttpHeaders.CONTENT_TYPE, document.type());
    if (document.type().equals(JSON)) {
      response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    } else {
      response.putHeader("Content-Security-Policy", POLICY);
    }
    response
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .end(document.bytes());
  }
}
