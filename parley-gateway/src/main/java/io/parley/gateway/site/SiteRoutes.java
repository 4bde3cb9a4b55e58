package io.parley.gateway.site;

import io.parley.core.license.LicenseId;
import io.parley.gateway.http.Routes;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The addresses of the pages, of what they load, and of the widget's script.
public final class SiteRoutes implements Routes {
  /// Where what pages load is, before the version.
  static final String ASSETS = "/assets/";

  private static final String ROOT = "io/parley/web/site";
  private static final String KNOWN = "agent/index.html";
  private static final String SCRIPT = "/widget.js";
  private static final String PICTURES = "/demo/pictures/";
  private static final String SCRIPT_PATH = "widget/loader.js";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()";

  /// Named, and not as what the browser does not take.
  private static final Pattern GZIP = Pattern.compile("gzip(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private static final List<SitePage> PAGES =
      List.of(
          new SitePage("/agent/", "agent/index.html", SitePage.Framing.NOBODY),
          new SitePage("/widget/", "widget/index.html", SitePage.Framing.WEBSITES),
          new SitePage("/demo/", "demo/index.html", SitePage.Framing.NOBODY),
          new SitePage("/demo/shop/", "demo/shop.html", SitePage.Framing.NOBODY),
          new SitePage("/demo/parcel/", "demo/parcel.html", SitePage.Framing.WEBSITES),
          new SitePage("/demo/guide/", "demo/guide.html", SitePage.Framing.NOBODY),
          new SitePage("/demo/webhooks/", "demo/webhooks.html", SitePage.Framing.NOBODY));

  private final Vertx vertx;
  private final Executor blocking;
  private final Function<LicenseId, Set<String>> websitesOf;
  private final CompletableFuture<Assets> assets = new CompletableFuture<>();
  private boolean reading;

  /// @param blocking where files may be read, and licenses asked for
  /// @param websitesOf a license's websites, by their origins, if it has named any: no others show
  ///     its widget; may block
  public SiteRoutes(Vertx vertx, Executor blocking, Function<LicenseId, Set<String>> websitesOf) {
    this.vertx = vertx;
    this.blocking = blocking;
    this.websitesOf = websitesOf;
  }

  @Override
  public void mount(Router router) {
    get(router, "/", context -> goTo(context, "/agent/"));
    get(router, ASSETS + "*", this::asset);
    get(router, SCRIPT, context -> send(context, SCRIPT_PATH, ASK_AGAIN));
    // Messages show them for years, so their address has no version.
    get(
        router,
        PICTURES + "*",
        context -> send(context, context.request().path().substring(1), ASK_AGAIN));
    for (SitePage page : PAGES) {
      // The router takes an address for the same with and without the slash at its end.
      String address = page.address();
      get(
          router,
          address.substring(0, address.length() - 1),
          context -> {
            if (context.request().path().endsWith("/")) {
              show(context, page);
            } else {
              goTo(context, address);
            }
          });
    }
  }

  private static void get(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.GET, path).method(HttpMethod.HEAD).handler(handler);
  }

  private void show(RoutingContext context, SitePage page) {
    switch (page.framing()) {
      case NOBODY -> show(context, page, Set.of());
      case WEBSITES ->
          Future.fromCompletionStage(
                  CompletableFuture.supplyAsync(() -> websites(context), blocking),
                  vertx.getOrCreateContext())
              .onSuccess(websites -> show(context, page, websites))
              .onFailure(context::fail);
    }
  }

  private Set<String> websites(RoutingContext context) {
    @Nullable String license = context.request().getParam("license");
    return license != null && NUMBER.matcher(license).matches()
        ? websitesOf.apply(new LicenseId(Long.parseLong(license)))
        : Set.of();
  }

  private void show(RoutingContext context, SitePage page, Set<String> websites) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Security-Policy", page.contentSecurityPolicy(websites))
        .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
        .putHeader("Permissions-Policy", NO_DEVICES);
    if (page.framing() == SitePage.Framing.NOBODY) {
      response.putHeader("X-Frame-Options", "DENY");
    }
    send(context, page.path(), ASK_AGAIN);
  }

  /// A file of another version is one that this server no longer has.
  private void asset(RoutingContext context) {
    String rest = context.request().path().substring(ASSETS.length());
    int slash = rest.indexOf('/');
    if (slash < 0) {
      context.next();
      return;
    }
    String version = rest.substring(0, slash);
    withAssets(
        context,
        files -> {
          if (!files.version().equals(version)) {
            context.next();
          } else {
            send(context, files, rest.substring(slash + 1), FOREVER);
          }
        });
  }

  private void send(RoutingContext context, String path, String caching) {
    withAssets(context, files -> send(context, files, path, caching));
  }

  private static void send(RoutingContext context, Assets files, String path, String caching) {
    files.find(path).ifPresentOrElse(asset -> send(context, asset, caching), context::next);
  }

  private static void send(RoutingContext context, Asset asset, String caching) {
    HttpServerRequest request = context.request();
    boolean compressed = asset.compressed().isPresent() && takesGzip(request);
    String tag = '"' + asset.hash() + (compressed ? "-gzip" : "") + '"';
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.CACHE_CONTROL, caching)
            .putHeader(HttpHeaders.ETAG, tag)
            .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
            .putHeader("X-Content-Type-Options", "nosniff");
    @Nullable String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.strip().equals("*") || known.contains(tag))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType());
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    var body = compressed ? asset.compressed().orElseThrow() : asset.content();
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static boolean takesGzip(HttpServerRequest request) {
    @Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && GZIP.matcher(accepted).find();
  }

  private static void goTo(RoutingContext context, String location) {
    @Nullable String query = context.request().query();
    context
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, query == null ? location : location + "?" + query)
        .end();
  }

  private void withAssets(RoutingContext context, Handler<Assets> then) {
    Future.fromCompletionStage(assets(), vertx.getOrCreateContext())
        .onSuccess(then)
        .onFailure(context::fail);
  }

  /// Reads the files when they are first asked for: a server that shows no page needs none.
  private synchronized CompletableFuture<Assets> assets() {
    if (!reading) {
      reading = true;
      Supplier<Assets> read = () -> Assets.read(SiteRoutes.class.getClassLoader(), ROOT, KNOWN);
      assets.completeAsync(read, blocking);
    }
    return assets;
  }
}
