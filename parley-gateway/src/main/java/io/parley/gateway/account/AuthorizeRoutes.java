package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.gateway.account.Authorization.Step;
import io.parley.gateway.account.Authorization.Visit;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The paths of the accounts host that people see: signing in, allowing an application to act,
/// going back to it.
final class AuthorizeRoutes {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final OffLoop offLoop;
  private final AuthorizeDecoder decoder;
  private final Authorization authorization;
  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final BrowserCookies cookies;
  private final AuthorizePages pages;
  private final boolean forwardedTrusted;

  AuthorizeRoutes(
      OffLoop offLoop,
      AuthorizeDecoder decoder,
      Authorization authorization,
      SignIn signIn,
      BrowserSessions sessions,
      BrowserCookies cookies,
      Optional<String> forgotten,
      boolean forwardedTrusted) {
    this.offLoop = offLoop;
    this.decoder = decoder;
    this.authorization = authorization;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.pages = new AuthorizePages(cookies, forgotten);
    this.forwardedTrusted = forwardedTrusted;
  }

  void mount(Router router) {
    get(router, "/", ifAsked(this::authorize));
    get(router, "/signin", ifAsked(this::showSignIn));
    get(router, "/ooops", PageAnswers::showError);
    get(router, "/accounts", this::authorize);
    get(router, AuthorizePages.SIGN_IN, this::showSignIn);
    get(router, PageAnswers.ERROR_PATH, PageAnswers::showError);
    post(router, AuthorizePages.SIGN_IN, this::signIn);
    post(router, AuthorizePages.CONSENT, this::decide);
    post(router, AuthorizePages.SIGN_OUT, this::signOut);
  }

  private static void get(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.GET, path).handler(handler);
  }

  private void post(Router router, String path, FormHandler handler) {
    router.route(HttpMethod.POST, path).handler(context -> form(context, handler));
  }

  /// The root belongs to others, unless an application asks for something there.
  private static Handler<RoutingContext> ifAsked(Handler<RoutingContext> handler) {
    return context -> {
      if (context.request().getParam("response_type") == null) {
        context.next();
      } else {
        handler.handle(context);
      }
    };
  }

  private void authorize(RoutingContext context) {
    BrowserRequest browser = browser(context);
    asked(
        context,
        request ->
            switch (sessions.find(browser.session())) {
              case BrowserSessions.Found.Open(SignedIn signedIn) -> {
                Step step =
                    authorization.next(request, new Visit(signedIn, browser.address(), true));
                yield () -> pages.take(context, request, step);
              }
              case BrowserSessions.Found.Lost _ ->
                  () -> pages.askSignIn(context, request, Optional.of(IdentityError.IDENTITY_LOST));
              case BrowserSessions.Found.Nothing _ ->
                  () -> pages.askSignIn(context, request, Optional.empty());
            });
  }

  /// Whoever is signed in may be somebody else here.
  private void showSignIn(RoutingContext context) {
    asked(context, request -> () -> pages.askSignIn(context, request, Optional.empty()));
  }

  /// Reads the request of the address.
  ///
  /// @param next runs off the event loop, and says what to answer on it
  private void asked(RoutingContext context, Function<AuthorizeRequest, Runnable> next) {
    run(
        context,
        ParametersDecoder.query(context.request().query()),
        (request, _) -> next.apply(request));
  }

  private void form(RoutingContext context, FormHandler handler) {
    BrowserRequest browser = browser(context);
    RequestBytes.read(
        context,
        body ->
            run(
                context,
                ParametersDecoder.decode(body.getBytes()),
                (request, form) -> handler.handle(context, browser, request, form)),
        () -> PageAnswers.goToError(context, OAuthError.invalidRequest("The form is too large")));
  }

  private void run(RoutingContext context, Attempt<Parameters> read, Flow flow) {
    String ownOrigin = OwnOrigin.of(context.request());
    offLoop.run(
        context,
        () ->
            switch (read.then(parameters -> decoded(parameters, ownOrigin, flow))) {
              case Attempt.Passed<Runnable>(Runnable answer) -> answer;
              case Attempt.Failed<Runnable>(OAuthError error) ->
                  (Runnable) () -> PageAnswers.goToError(context, error);
            },
        Runnable::run,
        () -> PageAnswers.goToError(context, OAuthError.serverError()));
  }

  private Attempt<Runnable> decoded(Parameters parameters, String ownOrigin, Flow flow) {
    return decoder.decode(parameters, ownOrigin).map(request -> flow.run(request, parameters));
  }

  /// Runs off the event loop, and says what to answer on it.
  @FunctionalInterface
  private interface Flow {
    Runnable run(AuthorizeRequest request, Parameters parameters);
  }

  /// What a form leads to; runs off the event loop, and says what to answer on it.
  @FunctionalInterface
  private interface FormHandler {
    Runnable handle(
        RoutingContext context, BrowserRequest browser, AuthorizeRequest request, Parameters form);
  }

  private Runnable signIn(
      RoutingContext context, BrowserRequest browser, AuthorizeRequest request, Parameters form) {
    Optional<String> login = form.text("email").map(String::strip);
    Optional<String> password = Optional.ofNullable(form.byName().get("password"));
    if (login.isEmpty()
        || password.isEmpty()
        || !browser.isOwnForm(form, browser.formSecret(), AuthorizePages.SIGN_IN, request)) {
      return () -> pages.goToSignIn(context, request, IdentityError.INVALID_REQUEST, login);
    }
    var typed =
        new SignIn.Typed(
            login.get(),
            password.get(),
            form.text("license").filter(NUMBER.asMatchPredicate()).map(Long::valueOf),
            browser.address());
    return switch (signIn.attempt(request, typed)) {
      case SignIn.Outcome.In(SignedIn signedIn) -> {
        Step step = authorization.next(request, new Visit(signedIn, browser.address(), false));
        yield () -> {
          cookies.keepSession(context, signedIn.secret());
          pages.take(context, request, step);
        };
      }
      case SignIn.Outcome.Several(List<LicenseId> licenses) ->
          () -> pages.askLicense(context, request, login.get(), licenses);
      case SignIn.Outcome.Refused(IdentityError error) ->
          () -> pages.goToSignIn(context, request, error, login);
      case SignIn.Outcome.TooEarly(Duration wait) ->
          () -> pages.askPatience(context, request, login.get(), wait);
    };
  }

  private Runnable decide(
      RoutingContext context, BrowserRequest browser, AuthorizeRequest request, Parameters form) {
    if (!(sessions.find(browser.session())
        instanceof BrowserSessions.Found.Open(SignedIn signedIn))) {
      return () ->
          pages.goToSignIn(context, request, IdentityError.IDENTITY_LOST, Optional.empty());
    }
    Optional<String> decision = form.text("decision");
    if (decision.isEmpty()
        || !browser.isOwnForm(
            form, Optional.of(signedIn.secret()), AuthorizePages.CONSENT, request)) {
      return () -> PageAnswers.goToError(context, OAuthError.invalidRequest("not this form"));
    }
    Step step =
        authorization.decided(
            request, new Visit(signedIn, browser.address(), false), decision.get().equals("allow"));
    return () -> pages.take(context, request, step);
  }

  private Runnable signOut(
      RoutingContext context, BrowserRequest browser, AuthorizeRequest request, Parameters form) {
    if (sessions.find(browser.session()) instanceof BrowserSessions.Found.Open(SignedIn signedIn)
        && browser.isOwnForm(
            form, Optional.of(signedIn.secret()), AuthorizePages.SIGN_OUT, request)) {
      authorization.signedOut(signedIn, request, browser.address());
      sessions.close(signedIn);
      return () -> {
        cookies.dropSession(context);
        pages.goToSignIn(context, request);
      };
    }
    return () -> pages.goToAuthorize(context, request);
  }

  private BrowserRequest browser(RoutingContext context) {
    return BrowserRequest.of(context.request(), cookies, forwardedTrusted);
  }
}
