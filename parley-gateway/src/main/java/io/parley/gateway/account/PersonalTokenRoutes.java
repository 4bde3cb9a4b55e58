package io.parley.gateway.account;

import io.parley.core.agent.Permission;
import io.parley.core.license.LicenseId;
import io.parley.core.user.AgentId;
import io.parley.gateway.account.page.ConsentPage;
import io.parley.gateway.account.page.FormFields;
import io.parley.gateway.account.page.Pages;
import io.parley.gateway.account.page.TokensPage;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.PersonalToken;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The page on which agents make, see and revoke their own personal tokens, as on the original's
/// console for developers. Works without JavaScript.
///
/// Who is not signed in is sent to sign in for an application of the server's own, and comes back
/// with a session; the code that comes along is good for nobody, as nobody knows its verifier.
final class PersonalTokenRoutes {
  static final String PATH = "/accounts/tokens";
  static final String CLIENT_ID = "parley-personal-tokens";
  private static final String REVOKE = PATH + "/revoke";
  private static final String SCOPE = "scope.";
  private static final int LONGEST_NAME = 100;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final OffLoop offLoop;
  private final BrowserSessions sessions;
  private final BrowserCookies cookies;
  private final CredentialAdministration administration;
  private final AgentPermissions permissions;
  private final TokenMint mint;
  private final boolean forwardedTrusted;

  /// What an answer shows beside the list.
  private record Told(Optional<String> made, Optional<String> alert, String name) {
    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), "");

    static Told problem(String alert, String name) {
      return new Told(Optional.empty(), Optional.of(alert), name);
    }
  }

  /// Runs off the event loop for an agent who is signed in, and says what to answer on it.
  @FunctionalInterface
  private interface Flow {
    Runnable run(SignedIn who, BrowserRequest browser);
  }

  PersonalTokenRoutes(
      OffLoop offLoop,
      BrowserSessions sessions,
      BrowserCookies cookies,
      CredentialAdministration administration,
      AgentPermissions permissions,
      TokenMint mint,
      boolean forwardedTrusted) {
    this.offLoop = offLoop;
    this.sessions = sessions;
    this.cookies = cookies;
    this.administration = administration;
    this.permissions = permissions;
    this.mint = mint;
    this.forwardedTrusted = forwardedTrusted;
  }

  void mount(Router router) {
    router.route(HttpMethod.GET, PATH).handler(this::show);
    router.route(HttpMethod.POST, PATH).handler(context -> form(context, this::create));
    router.route(HttpMethod.POST, REVOKE).handler(context -> form(context, this::revoke));
  }

  private void show(RoutingContext context) {
    if (context.request().query() != null) {
      PageAnswers.goTo(context, PATH);
      return;
    }
    signedIn(context, (who, _) -> page(context, who, Told.NOTHING));
  }

  private void form(RoutingContext context, FormFlow flow) {
    RequestBytes.read(
        context,
        body ->
            signedIn(
                context,
                (who, browser) ->
                    switch (ParametersDecoder.decode(body.getBytes())) {
                      case Attempt.Passed<Parameters>(Parameters form) ->
                          flow.run(context, who, browser, form);
                      case Attempt.Failed<Parameters>(OAuthError error) ->
                          () -> PageAnswers.goToError(context, error);
                    }),
        () -> PageAnswers.goToError(context, OAuthError.invalidRequest("The form is too large")));
  }

  /// What a form leads to.
  @FunctionalInterface
  private interface FormFlow {
    Runnable run(RoutingContext context, SignedIn who, BrowserRequest browser, Parameters form);
  }

  private void signedIn(RoutingContext context, Flow flow) {
    BrowserRequest browser = BrowserRequest.of(context.request(), cookies, forwardedTrusted);
    String signIn = signInLocation(OwnOrigin.of(context.request()));
    offLoop.run(
        context,
        () ->
            sessions.find(browser.session()) instanceof BrowserSessions.Found.Open(SignedIn who)
                ? flow.run(who, browser)
                : (Runnable) () -> PageAnswers.goTo(context, signIn),
        Runnable::run,
        () -> PageAnswers.goToError(context, OAuthError.serverError()));
  }

  private String signInLocation(String ownOrigin) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT_ID);
    query.put("redirect_uri", ownOrigin + PATH);
    query.put("code_challenge", mint.secret());
    query.put("code_challenge_method", "S256");
    return AuthorizePages.AUTHORIZE + PageAnswers.query(query);
  }

  private Runnable create(
      RoutingContext context, SignedIn who, BrowserRequest browser, Parameters form) {
    String name = form.text("name").map(String::strip).orElse("");
    if (!browser.isOwnForm(form, Optional.of(who.secret()), PATH, Map.of())) {
      return page(context, who, Told.problem("That form is too old. Please try again.", name));
    }
    Set<String> scopes =
        form.byName().keySet().stream()
            .filter(each -> each.startsWith(SCOPE))
            .map(each -> each.substring(SCOPE.length()))
            .collect(Collectors.toSet());
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return page(context, who, Told.problem("Please say what the token is for.", ""));
    }
    if (scopes.isEmpty()) {
      return page(context, who, Told.problem("Please choose what the token may do.", name));
    }
    LicenseId licenseId = who.tenant().licenseId();
    return switch (administration.createToken(
        licenseId, who.agentId(), name, scopes, browser.address())) {
      case Administered.Done<CredentialAdministration.MadeToken>(var made) ->
          page(context, who, new Told(Optional.of(made.secret()), Optional.empty(), ""));
      case Administered.Refused<CredentialAdministration.MadeToken>(String reason) ->
          page(context, who, Told.problem("That was not possible: " + reason + ".", name));
    };
  }

  private Runnable revoke(
      RoutingContext context, SignedIn who, BrowserRequest browser, Parameters form) {
    String id = form.text("id").orElse("");
    if (!browser.isOwnForm(form, Optional.of(who.secret()), REVOKE, Map.of("id", id))) {
      return page(context, who, Told.problem("That form is too old. Please try again.", ""));
    }
    return switch (administration.revokeToken(
        who.tenant().licenseId(), who.agentId(), id, browser.address())) {
      case Administered.Done<String> _ -> () -> PageAnswers.goTo(context, PATH);
      case Administered.Refused<String> _ ->
          page(context, who, Told.problem("That token was revoked already.", ""));
    };
  }

  private Runnable page(RoutingContext context, SignedIn who, Told told) {
    LicenseId licenseId = who.tenant().licenseId();
    AgentId agentId = who.agentId();
    Optional<Permission> permission = permissions.find(licenseId, agentId);
    List<ConsentPage.Scope> scopes =
        ScopeTable.rows().stream()
            .filter(row -> permission.filter(row::isWithin).isPresent())
            .map(row -> new ConsentPage.Scope(row.name(), row.meaning()))
            .toList();
    List<TokensPage.Token> tokens =
        switch (administration.tokens(licenseId, agentId)) {
          case Administered.Done<List<PersonalToken>>(List<PersonalToken> all) ->
              all.reversed().stream()
                  .filter(token -> token.revokedAt() == null)
                  .map(token -> shown(token, who.secret()))
                  .toList();
          case Administered.Refused<List<PersonalToken>> _ -> List.of();
        };
    var shown =
        new TokensPage(
            agentId.value(),
            who.accountId(),
            told.alert(),
            told.made(),
            marked(who.secret(), PATH, Map.of()),
            told.name(),
            scopes,
            tokens);
    int status = told.alert().isPresent() ? BAD_REQUEST : OK;
    return () -> PageAnswers.show(context, status, Pages.tokens(shown));
  }

  private static TokensPage.Token shown(PersonalToken token, String secret) {
    return new TokensPage.Token(
        token.id(),
        token.name().isEmpty() ? "From a provisioning file" : token.name(),
        DAY.format(token.createdAt()),
        List.copyOf(new TreeSet<>(token.scopes())),
        marked(secret, REVOKE, Map.of("id", token.id())));
  }

  private static FormFields marked(String secret, String action, Map<String, String> carried) {
    var hidden = new LinkedHashMap<>(carried);
    hidden.put(FormSeal.FIELD, FormSeal.of(secret, action, carried));
    return new FormFields(action, hidden);
  }
}
