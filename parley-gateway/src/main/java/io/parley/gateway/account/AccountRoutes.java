package io.parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The paths of the original accounts host, at the root and under `/accounts`.
public final class AccountRoutes {
  private static final Logger log = LoggerFactory.getLogger(AccountRoutes.class);
  private static final List<String> PREFIXES = List.of("", "/accounts");
  private static final List<String> GRANT_PATHS =
      List.of(
          "/customer/token",
          "/v2/customer/token",
          "/v2/customer/:organization_id/token",
          "/v2/customer/:organization_id/:group_id/token");
  private static final String CUSTOMER_COOKIE = "__lc_cid";
  private static final String SECRET_COOKIE = "__lc_cst";

  private final Vertx vertx;
  private final CustomerGrants grants;
  private final TokenInspection inspection;
  private final AccountsConfig config;
  private final Executor blocking;
  private final CrossOrigin crossOrigin = new CrossOrigin();

  AccountRoutes(
      Vertx vertx,
      CustomerGrants grants,
      TokenInspection inspection,
      AccountsConfig config,
      Executor blocking) {
    this.vertx = vertx;
    this.grants = grants;
    this.inspection = inspection;
    this.config = config;
    this.blocking = blocking;
  }

  /// Adds the routes. They read the body themselves, and accept one that a handler before them has
  /// read.
  public void mount(Router router) {
    for (String prefix : PREFIXES) {
      add(
          router,
          HttpMethod.POST,
          prefix + "/customer",
          context -> grant(context, grants::byResponseType));
      for (String path : GRANT_PATHS) {
        add(router, HttpMethod.POST, prefix + path, context -> grant(context, grants::byGrantType));
      }
      for (String version : List.of("", "/v2")) {
        add(router, HttpMethod.DELETE, prefix + version + "/token", this::revoke);
        add(router, HttpMethod.GET, prefix + version + "/info", this::describe);
      }
    }
  }

  private void add(Router router, HttpMethod method, String path, Handler<RoutingContext> handler) {
    router.route(path).handler(crossOrigin);
    router.route(method, path).handler(handler);
    router
        .route(path)
        .handler(
            context -> {
              context.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, method.name());
              write(context, error(OAuthError.invalidRequest("The method must be " + method)));
            });
  }

  private void grant(
      RoutingContext context, Function<CustomerGrants.Request, Attempt<CustomerToken>> flow) {
    Optional<String> organization = Optional.ofNullable(context.pathParam("organization_id"));
    @Nullable String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    Browser browser = browser(context.request());
    RequestBytes.read(
        context,
        body ->
            answer(
                context,
                () ->
                    ParametersDecoder.decode(body.getBytes())
                        .then(
                            parameters ->
                                flow.apply(
                                    new CustomerGrants.Request(
                                        parameters, authorization, organization, browser))),
                token -> granted(context, token)),
        () -> tooLarge(context));
  }

  private void revoke(RoutingContext context) {
    Optional<String> token =
        first(context.queryParam("token")).or(() -> first(context.queryParam("code")));
    @Nullable String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    answer(context, () -> inspection.revoke(token, authorization), done -> end(context, done));
  }

  private void describe(RoutingContext context) {
    @Nullable String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    answer(context, () -> inspection.describe(authorization), told -> end(context, told));
  }

  /// Runs a flow where it may block, and answers with what it comes to.
  private <T> void answer(RoutingContext context, Supplier<Attempt<T>> flow, Consumer<T> passed) {
    Future.fromCompletionStage(
            CompletableFuture.supplyAsync(flow, blocking), vertx.getOrCreateContext())
        .onComplete(
            ended -> {
              if (ended.failed()) {
                log.error("{} failed", context.request().path(), ended.cause());
                refuse(
                    context,
                    new OAuthError(OAuthError.Code.SERVER_ERROR, "Something went wrong here"));
                return;
              }
              switch (ended.result()) {
                case Attempt.Passed<T>(T value) -> passed.accept(value);
                case Attempt.Failed<T>(OAuthError error) -> refuse(context, error);
              }
            });
  }

  private void granted(RoutingContext context, CustomerToken token) {
    token.browserSecret().ifPresent(secret -> remember(context, token, secret));
    long seconds = token.lifetime().toSeconds();
    end(
        context,
        new JsonObject()
            .put("access_token", token.token())
            .put("client_id", token.clientId())
            .put("entity_id", token.customerId().value())
            .put("expires_in", seconds)
            // Misspelt so in the sample of November 2019.
            .put("expires_id", seconds)
            .put("license_id", token.tenant().licenseId().value())
            .put("organization_id", token.tenant().organizationId().value())
            .put("token_type", "Bearer"));
  }

  private void remember(RoutingContext context, CustomerToken token, String secret) {
    boolean secure = isSecure(context.request());
    for (Cookie cookie :
        List.of(
            Cookie.cookie(CUSTOMER_COOKIE, token.customerId().value()),
            Cookie.cookie(SECRET_COOKIE, secret))) {
      context
          .response()
          .addCookie(
              cookie
                  .setPath("/")
                  .setMaxAge(config.cookieLifetime().toSeconds())
                  .setHttpOnly(true)
                  .setSecure(secure)
                  .setSameSite(secure ? CookieSameSite.NONE : CookieSameSite.LAX));
    }
  }

  private static Browser browser(HttpServerRequest request) {
    return new Browser(
        Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN)),
        (isSecure(request) ? "https://" : "http://") + authority(request),
        cookie(request, CUSTOMER_COOKIE),
        cookie(request, SECRET_COOKIE));
  }

  private static String authority(HttpServerRequest request) {
    @Nullable HostAndPort authority = request.authority();
    if (authority == null) {
      return "";
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return authority.port() < 0 ? host : host + ":" + authority.port();
  }

  /// True if the browser speaks TLS, with this server or with a proxy before it.
  private static boolean isSecure(HttpServerRequest request) {
    @Nullable String forwarded = request.getHeader("X-Forwarded-Proto");
    return request.isSSL()
        || (forwarded != null && forwarded.split(",", 2)[0].strip().equalsIgnoreCase("https"));
  }

  private static Optional<String> cookie(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
  }

  private static Optional<String> first(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  private static void tooLarge(RoutingContext context) {
    context.response().setStatusCode(413);
    write(
        context, error(OAuthError.invalidRequest("The body is larger than " + RequestBytes.LIMIT)));
  }

  private static void refuse(RoutingContext context, OAuthError error) {
    if (error.code().status() == 401) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
    }
    context.response().setStatusCode(error.code().status());
    write(context, error(error));
  }

  private static void end(RoutingContext context, JsonObject body) {
    write(context, body);
  }

  private static JsonObject error(OAuthError error) {
    String code = error.code().wireName();
    var body = new JsonObject().put("error", code).put("error_description", error.description());
    switch (error.code().family()) {
      case OAUTH -> body.put("oauth_exception", code);
      case IDENTITY -> body.put("identity_exception", code);
    }
    if (error.details() != null) {
      body.put("exception_details", error.details());
    }
    return body;
  }

  private static void write(RoutingContext context, JsonObject body) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("Pragma", "no-cache")
        .end(body.toBuffer());
  }
}
