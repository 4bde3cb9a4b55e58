package io.parley.gateway.account;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The paths of the original accounts host, at the root and under `/accounts`.
public final class AccountRoutes {
  private static final List<String> PREFIXES = List.of("", "/accounts");
  private static final List<String> GRANT_PATHS =
      List.of(
          "/customer/token",
          "/v2/customer/token",
          "/v2/customer/:organization_id/token",
          "/v2/customer/:organization_id/:group_id/token");
  private static final String CUSTOMER_COOKIE = "__lc_cid";
  private static final String SECRET_COOKIE = "__lc_cst";

  private final OffLoop offLoop;
  private final CustomerGrants customerGrants;
  private final IdentityTransferGrants transfers;
  private final TokenGrants tokenGrants;
  private final TokenInspection inspection;
  private final AuthorizeRoutes pages;
  private final PersonalTokenRoutes tokenPages;
  private final Optional<PasswordRoutes> passwords;
  private final AccountsConfig config;
  private final CrossOrigin crossOrigin = new CrossOrigin();

  AccountRoutes(
      OffLoop offLoop,
      CustomerGrants customerGrants,
      IdentityTransferGrants transfers,
      TokenGrants tokenGrants,
      TokenInspection inspection,
      AuthorizeRoutes pages,
      PersonalTokenRoutes tokenPages,
      Optional<PasswordRoutes> passwords,
      AccountsConfig config) {
    this.offLoop = offLoop;
    this.customerGrants = customerGrants;
    this.transfers = transfers;
    this.tokenGrants = tokenGrants;
    this.inspection = inspection;
    this.pages = pages;
    this.tokenPages = tokenPages;
    this.passwords = passwords;
    this.config = config;
  }

  /// Adds the routes. They read the body themselves, and accept one that a handler before them has
  /// read. Of the root itself they take only requests with a `response_type`.
  public void mount(Router router) {
    pages.mount(router);
    tokenPages.mount(router);
    passwords.ifPresent(routes -> routes.mount(router));
    for (String prefix : PREFIXES) {
      add(
          router,
          prefix + "/customer",
          Map.of(HttpMethod.POST, context -> customer(context, customerGrants::byResponseType)));
      for (String path : GRANT_PATHS) {
        add(
            router,
            prefix + path,
            Map.of(HttpMethod.POST, context -> customer(context, customerGrants::byGrantType)));
      }
      for (String version : List.of("", "/v2")) {
        add(
            router,
            prefix + version + "/customer/identity_transfer",
            Map.of(HttpMethod.POST, this::transfer));
        add(
            router,
            prefix + version + "/token",
            Map.of(HttpMethod.POST, this::agent, HttpMethod.DELETE, this::revoke));
        add(router, prefix + version + "/info", Map.of(HttpMethod.GET, this::describe));
      }
    }
  }

  private void add(Router router, String path, Map<HttpMethod, Handler<RoutingContext>> handlers) {
    router.route(path).handler(crossOrigin);
    handlers.forEach((method, handler) -> router.route(method, path).handler(handler));
    String methods =
        handlers.keySet().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    router
        .route(path)
        .handler(
            context -> {
              context.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, methods);
              JsonAnswers.end(
                  context,
                  JsonAnswers.body(
                      OAuthError.invalidRequest("The method must be one of: " + methods)));
            });
  }

  private void customer(
      RoutingContext context, Function<CustomerTokenRequest, Attempt<CustomerToken>> flow) {
    read(
        context,
        body -> {
          Attempt<CustomerTokenRequest> request = customerRequest(context, body);
          return () -> request.then(flow);
        },
        token -> give(context, token));
  }

  private void transfer(RoutingContext context) {
    read(
        context,
        body -> {
          Attempt<CustomerTokenRequest> request = customerRequest(context, body);
          return () -> request.then(transfers::offer);
        },
        told -> JsonAnswers.end(context, told));
  }

  private Attempt<CustomerTokenRequest> customerRequest(RoutingContext context, byte[] body) {
    return ParametersDecoder.decode(body)
        .map(
            parameters ->
                new CustomerTokenRequest(
                    parameters,
                    authorization(context),
                    Optional.ofNullable(context.pathParam("organization_id")),
                    browser(context.request()),
                    address(context)));
  }

  private void agent(RoutingContext context) {
    read(
        context,
        body -> {
          Attempt<TokenGrants.Request> request =
              ParametersDecoder.decode(body)
                  .map(
                      parameters ->
                          new TokenGrants.Request(
                              parameters, authorization(context), address(context)));
          return () -> request.then(tokenGrants::exchange);
        },
        token -> JsonAnswers.end(context, granted(token)));
  }

  private void revoke(RoutingContext context) {
    Optional<String> token = named(context);
    @Nullable String authorization = authorization(context);
    String address = address(context);
    answer(
        context,
        () -> inspection.revoke(token, authorization, address),
        done -> JsonAnswers.end(context, done));
  }

  private void describe(RoutingContext context) {
    Optional<String> token = named(context);
    @Nullable String authorization = authorization(context);
    answer(
        context,
        () -> inspection.describe(token, authorization),
        told -> JsonAnswers.end(context, told));
  }

  /// The documentation calls it `token` in one place and `code` in others.
  private static Optional<String> named(RoutingContext context) {
    return first(context.queryParam("token")).or(() -> first(context.queryParam("code")));
  }

  /// @param flow what to do with a body: reads the request on the event loop, and says what is to
  ///     be done elsewhere
  private <T> void read(
      RoutingContext context, Function<byte[], Supplier<Attempt<T>>> flow, Consumer<T> passed) {
    RequestBytes.read(
        context,
        body -> answer(context, flow.apply(body.getBytes()), passed),
        () ->
            JsonAnswers.refuse(
                context,
                new OAuthError(
                    OAuthError.Code.INVALID_REQUEST,
                    413,
                    "The body is larger than " + RequestBytes.LIMIT,
                    null)));
  }

  /// Runs a flow where it may block, and answers with what it comes to.
  private <T> void answer(RoutingContext context, Supplier<Attempt<T>> flow, Consumer<T> passed) {
    offLoop.run(
        context,
        flow,
        attempt -> {
          switch (attempt) {
            case Attempt.Passed<T>(T value) -> passed.accept(value);
            case Attempt.Failed<T>(OAuthError error) -> JsonAnswers.refuse(context, error);
          }
        },
        () -> JsonAnswers.refuse(context, OAuthError.serverError()));
  }

  private static JsonObject granted(AgentToken token) {
    var body =
        new JsonObject()
            .put("access_token", token.accessToken())
            .put("account_id", token.accountId())
            .put("entity_id", token.agentId().value())
            .put("expires_in", token.lifetime().toSeconds())
            .put("license_id", token.tenant().licenseId().value())
            .put("organization_id", token.tenant().organizationId().value());
    token.refreshToken().ifPresent(refresh -> body.put("refresh_token", refresh));
    return body.put("scope", String.join(",", new TreeSet<>(token.scopes())))
        .put("token_type", "Bearer");
  }

  private void give(RoutingContext context, CustomerToken token) {
    token.browserSecret().ifPresent(secret -> remember(context, token, secret));
    long seconds = token.lifetime().toSeconds();
    JsonAnswers.end(
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
    boolean secure = BrowserCookies.isSecure(context.request());
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
        OwnOrigin.of(request),
        cookie(request, CUSTOMER_COOKIE),
        cookie(request, SECRET_COOKIE));
  }

  private static Optional<String> cookie(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
  }

  private static @Nullable String authorization(RoutingContext context) {
    return context.request().getHeader(HttpHeaders.AUTHORIZATION);
  }

  private String address(RoutingContext context) {
    return ClientAddress.of(context.request(), config.addresses().forwardedTrusted());
  }

  private static Optional<String> first(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }
}
