package io.parley.gateway.account.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the pages. They are plain HTML: all but the one that closes a window work without
/// JavaScript.
public final class Pages {
  private static final Template LAYOUT = Template.of("layout.html");
  private static final Template SIGN_IN = Template.of("sign-in.html");
  private static final Template CONSENT = Template.of("consent.html");
  private static final Template ERROR = Template.of("error.html");
  private static final Template TOKENS = Template.of("tokens.html");
  private static final Template TOKEN = Template.of("token.html");
  private static final Template PASSWORD = Template.of("password.html");
  private static final Template FORGOTTEN = Template.of("forgotten.html");
  private static final Template MESSAGE = Template.of("message.html");
  private static final String OWN_FORMS = "; form-action 'self'";
  private static final Template HAND_OVER = Template.of("hand-over.html");
  private static final String STYLE = Template.resource("style.css");
  private static final String SCRIPT = Template.resource("hand-over.js");
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src '%s'"
          .formatted(hash(STYLE));

  private Pages() {}

  /// The page on which an agent signs in.
  public static Page signIn(SignInPage shown) {
    String content =
        SIGN_IN.fill(
            Map.of(
                "application", shown.application(),
                "alert", shown.alert().map(Pages::alert).orElse(""),
                "action", shown.form().action(),
                "hidden", shown.form().markup(),
                "email", shown.email(),
                "choice", choice(shown.licenses()),
                "forgotten", shown.forgotten().map(Pages::forgottenLink).orElse("")));
    return page("Sign in", content, formsTo(shown.destination()));
  }

  /// The page on which an agent allows an application to act.
  public static Page consent(ConsentPage shown) {
    String content =
        CONSENT.fill(
            Map.of(
                "application", shown.application(),
                "agent", shown.agent(),
                "scopes", scopes(shown.scopes()),
                "destination", place(shown.destination()),
                "action", shown.form().action(),
                "hidden", shown.form().markup(),
                "signOutAction", shown.signOut().action(),
                "signOutHidden", shown.signOut().markup()));
    return page("Allow access", content, formsTo(shown.destination()));
  }

  /// The page on which an agent makes and revokes tokens.
  public static Page tokens(TokensPage shown) {
    String content =
        TOKENS.fill(
            Map.of(
                "agent", shown.agent(),
                "account", shown.accountId(),
                "alert", shown.alert().map(Pages::alert).orElse(""),
                "made", shown.made().map(Pages::made).orElse(""),
                "action", shown.create().action(),
                "hidden", shown.create().markup(),
                "name", shown.name(),
                "scopes", checks(shown.scopes()),
                "tokens", tokens(shown.tokens())));
    return page("Access tokens", content, OWN_FORMS);
  }

  /// The page on which an agent chooses a password.
  ///
  /// @param agent whose; may be empty
  /// @param alert what went wrong before
  public static Page password(FormFields form, String agent, Optional<String> alert) {
    String content =
        PASSWORD.fill(
            Map.of(
                "agent", agent,
                "alert", alert.map(Pages::alert).orElse(""),
                "action", form.action(),
                "hidden", form.markup()));
    return page("Choose a password", content, OWN_FORMS);
  }

  /// The page on which somebody says to have forgotten a password.
  ///
  /// @param alert what went wrong before
  public static Page forgotten(FormFields form, Optional<String> alert) {
    String content =
        FORGOTTEN.fill(
            Map.of(
                "alert", alert.map(Pages::alert).orElse(""),
                "action", form.action(),
                "hidden", form.markup()));
    return page("Forgot your password?", content, OWN_FORMS);
  }

  /// A page that says something and leads on.
  ///
  /// @param where what the way on is called
  /// @param location where it leads, on this server
  public static Page message(String title, String description, String where, String location) {
    String content =
        MESSAGE.fill(
            Map.of(
                "title", title, "description", description, "where", where, "location", location));
    return page(title, content, "; form-action 'none'");
  }

  /// The page that says what went wrong.
  ///
  /// @param codes for the developer of the application
  public static Page error(String title, String description, String codes) {
    String content = ERROR.fill(Map.of("title", title, "description", description, "codes", codes));
    return page(title, content, "; form-action 'none'");
  }

  /// The page of a window that an application opened: it hands a message over and closes.
  ///
  /// @param message JSON
  /// @param origin the only one that may get the message
  /// @param location where to go if there is no application to hand it to
  public static Page handOver(String message, String origin, String location) {
    String content =
        HAND_OVER.fill(
            Map.of("message", message, "origin", origin, "location", location, "script", SCRIPT));
    return page("Done", content, "; form-action 'none'; script-src '%s'".formatted(hash(SCRIPT)));
  }

  private static Page page(String title, String content, String morePolicy) {
    return new Page(
        LAYOUT.fill(Map.of("title", title, "style", STYLE, "content", content)),
        POLICY + morePolicy);
  }

  /// Browsers hold a form to the policy through all redirects that follow. The application may
  /// send the browser on, so that only the scheme is known.
  private static String formsTo(String destination) {
    return "; form-action 'self' " + URI.create(destination).getScheme() + ":";
  }

  private static String alert(String text) {
    return "<p class=\"alert\" role=\"alert\">" + Template.escape(text) + "</p>";
  }

  private static String forgottenLink(String location) {
    return "<p><a href=\"%s\">Forgot your password?</a></p>".formatted(Template.escape(location));
  }

  private static String choice(List<Long> licenses) {
    if (licenses.isEmpty()) {
      return "";
    }
    String options =
        licenses.stream()
            .map(each -> "<option value=\"%d\">License %d</option>".formatted(each, each))
            .collect(Collectors.joining("\n"));
    return """
    <label for="license">License</label>
    <select id="license" name="license">
    %s
    </select>"""
        .formatted(options);
  }

  private static String scopes(List<ConsentPage.Scope> scopes) {
    return scopes.stream()
        .map(
            each ->
                "<li>%s<br><code>%s</code></li>"
                    .formatted(Template.escape(each.description()), Template.escape(each.name())))
        .collect(Collectors.joining("\n"));
  }

  private static String made(String token) {
    return "<div class=\"made\" role=\"status\"><p>This is the token. It is shown this once:</p><code>"
        + Template.escape(token)
        + "</code></div>";
  }

  private static String checks(List<ConsentPage.Scope> scopes) {
    return scopes.stream()
        .map(
            each ->
                "<label class=\"check\"><input type=\"checkbox\" name=\"scope.%s\"> %s <code>%s</code></label>"
                    .formatted(
                        Template.escape(each.name()),
                        Template.escape(each.description()),
                        Template.escape(each.name())))
        .collect(Collectors.joining("\n"));
  }

  private static String tokens(List<TokensPage.Token> tokens) {
    return tokens.isEmpty()
        ? "<p class=\"faint\">There are none.</p>"
        : tokens.stream().map(Pages::token).collect(Collectors.joining("\n", "<ul>", "</ul>"));
  }

  private static String token(TokensPage.Token token) {
    return TOKEN.fill(
        Map.of(
            "name", token.name(),
            "id", token.id(),
            "made", token.made(),
            "scopes", String.join(", ", token.scopes()),
            "action", token.revoke().action(),
            "hidden", token.revoke().markup()));
  }

  private static String place(String destination) {
    var uri = URI.create(destination);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
