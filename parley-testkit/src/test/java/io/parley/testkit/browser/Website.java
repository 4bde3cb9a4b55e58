package io.parley.testkit.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Somebody's website, on another port than the server's and so of another origin, with the widget
/// on its pages. Its content security policy allows the widget and nothing else.
final class Website implements AutoCloseable {
  private final URI server;
  private final HttpServer site;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  /// @param server whose widget is on the pages
  Website(URI server) {
    this.server = server;
    try {
      site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    site.createContext("/", this::serve);
    site.start();
  }

  /// A page in English.
  ///
  /// @param widget attributes of the widget's line, such as `data-license="100"`
  String page(String widget) {
    return page("lang=\"en\"", widget);
  }

  /// A page.
  ///
  /// @param attributes of the document
  /// @param widget attributes of the widget's line
  /// @return its address
  String page(String attributes, String widget) {
    String path = "/" + (pages.size() + 1);
    pages.put(
        path,
        """
        <!doctype html>
        <html %s>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Shoes of Acme</title>
        <meta name="description" content="Shoes for those who walk">
        <script async src="%s/widget.js" %s></script>
        </head>
        <body><main><h1>Shoes</h1><p>We have them.</p></main></body>
        </html>
        """
            .formatted(attributes, server, widget));
    return "http://127.0.0.1:" + site.getAddress().getPort() + path;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page =
          pages
              .getOrDefault(exchange.getRequestURI().getPath(), "")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; script-src %s; frame-src %s".formatted(server, server));
      exchange.sendResponseHeaders(
          page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    site.stop(0);
  }
}
