package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.gateway.account.Authorization.Step;
import io.parley.gateway.account.page.ConsentPage;
import io.parley.gateway.account.page.FormFields;
import io.parley.gateway.account.page.Pages;
import io.parley.gateway.account.page.SignInPage;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Answers an agent's browser with the page or the way that comes next.
///
/// A form is answered by a redirect, so that going back or reloading sends nothing twice. Forms
/// carry the application's whole request with them, marked ([FormSeal]); nothing of it is kept on
/// the server between two pages.
final class AuthorizePages {
  static final String AUTHORIZE = "/accounts/";
  static final String SIGN_IN = "/accounts/signin";
  static final String CONSENT = "/accounts/consent";
  static final String SIGN_OUT = "/accounts/signout";
  private static final int TOO_MANY = 429;
  private static final int OK = 200;

  private final BrowserCookies cookies;
  private final Optional<String> forgotten;

  /// @param forgotten where somebody goes who has forgotten the password
  AuthorizePages(BrowserCookies cookies, Optional<String> forgotten) {
    this.cookies = cookies;
    this.forgotten = forgotten;
  }

  /// Takes the step that comes next.
  void take(RoutingContext context, AuthorizeRequest request, Step step) {
    boolean afterForm = context.request().method().equals(HttpMethod.POST);
    switch (step) {
      case Step.SignIn(Optional<IdentityError> because) -> {
        if (afterForm) {
          goToSignIn(
              context, request, because.orElse(IdentityError.UNAUTHORIZED), Optional.empty());
        } else {
          askSignIn(context, request, because);
        }
      }
      case Step.Consent consent -> {
        if (afterForm) {
          goToAuthorize(context, request);
        } else {
          askConsent(context, request, consent);
        }
      }
      case Step.Answer(AuthorizeAnswer answer) -> send(context, request, answer);
      case Step.Refusal(OAuthError error) -> refuse(context, request, error);
    }
  }

  private static void send(
      RoutingContext context, AuthorizeRequest request, AuthorizeAnswer answer) {
    String location = answer.location(request);
    switch (request.shape()) {
      case REDIRECT -> PageAnswers.goTo(context, location);
      case MESSAGE -> handOver(context, request, answer.message(request), location);
    }
  }

  private static void refuse(RoutingContext context, AuthorizeRequest request, OAuthError error) {
    switch (request.shape()) {
      case REDIRECT -> PageAnswers.goToError(context, error);
      case MESSAGE ->
          handOver(
              context,
              request,
              new JsonObject().put("error", JsonAnswers.body(error)),
              PageAnswers.errorLocation(error));
    }
  }

  private static void handOver(
      RoutingContext context, AuthorizeRequest request, JsonObject message, String location) {
    PageAnswers.show(
        context, OK, Pages.handOver(message.encode(), request.redirectOrigin(), location));
  }

  /// Shows the sign-in page.
  void askSignIn(
      RoutingContext context, AuthorizeRequest request, Optional<IdentityError> because) {
    if (request.isUnseen()) {
      refuse(context, request, new OAuthError(OAuthError.Code.UNAUTHORIZED, "Nobody is signed in"));
      return;
    }
    Optional<IdentityError> shown =
        because.or(
            () ->
                Optional.ofNullable(context.request().getParam("identity_exception"))
                    .flatMap(IdentityError::ofWireName));
    showSignIn(context, OK, request, hint(context), shown.map(IdentityError::message), List.of());
  }

  /// Shows it to somebody who must choose a license.
  void askLicense(
      RoutingContext context, AuthorizeRequest request, String login, List<LicenseId> licenses) {
    showSignIn(
        context,
        OK,
        request,
        login,
        Optional.of("You work for several licenses. Please choose one."),
        licenses.stream().map(LicenseId::value).toList());
  }

  /// Shows it to somebody who must wait.
  void askPatience(RoutingContext context, AuthorizeRequest request, String login, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    context.response().putHeader("Retry-After", Long.toString(seconds));
    showSignIn(
        context,
        TOO_MANY,
        request,
        login,
        Optional.of("Too many attempts. Please wait %d seconds.".formatted(seconds)),
        List.of());
  }

  private void showSignIn(
      RoutingContext context,
      int status,
      AuthorizeRequest request,
      String email,
      Optional<String> alert,
      List<Long> licenses) {
    PageAnswers.show(
        context,
        status,
        Pages.signIn(
            new SignInPage(
                request.name(),
                request.redirectUri(),
                marked(cookies.formSecret(context), SIGN_IN, request),
                email,
                alert,
                licenses,
                forgotten)));
  }

  private static void askConsent(
      RoutingContext context, AuthorizeRequest request, Step.Consent consent) {
    String secret = consent.signedIn().secret();
    PageAnswers.show(
        context,
        OK,
        Pages.consent(
            new ConsentPage(
                consent.client().name(),
                consent.signedIn().agentId().value(),
                request.redirectUri(),
                new TreeSet<>(consent.scopes())
                    .stream()
                        .map(scope -> new ConsentPage.Scope(scope, ScopeTable.meaning(scope)))
                        .toList(),
                marked(secret, CONSENT, request),
                marked(secret, SIGN_OUT, request))));
  }

  private static FormFields marked(String secret, String action, AuthorizeRequest request) {
    var hidden = new LinkedHashMap<>(request.carried());
    hidden.put(FormSeal.FIELD, FormSeal.of(secret, action, request.carried()));
    return new FormFields(action, hidden);
  }

  /// Sends the browser to the sign-in page, which says why.
  void goToSignIn(
      RoutingContext context,
      AuthorizeRequest request,
      IdentityError error,
      Optional<String> login) {
    var parameters = new LinkedHashMap<>(request.carried());
    parameters.put("identity_exception", error.wireName());
    login.ifPresent(typed -> parameters.put("entity_id", typed));
    PageAnswers.goTo(context, SIGN_IN + PageAnswers.query(parameters));
  }

  /// Sends the browser to the sign-in page.
  void goToSignIn(RoutingContext context, AuthorizeRequest request) {
    PageAnswers.goTo(context, SIGN_IN + PageAnswers.query(request.carried()));
  }

  /// Sends the browser to where it began.
  void goToAuthorize(RoutingContext context, AuthorizeRequest request) {
    PageAnswers.goTo(context, AUTHORIZE + PageAnswers.query(request.carried()));
  }

  /// What to fill in: who tried a moment ago, or whom the application expects.
  private static String hint(RoutingContext context) {
    @Nullable String tried = context.request().getParam("entity_id");
    @Nullable String expected = context.request().getParam("email");
    return tried != null ? tried : expected != null ? expected : "";
  }
}
