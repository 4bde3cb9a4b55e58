package io.parley.gateway.account;

import io.parley.gateway.account.limit.LoopGuard;
import io.parley.gateway.account.page.FormFields;
import io.parley.gateway.account.page.Page;
import io.parley.gateway.account.page.Pages;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages on which agents choose passwords, and say that they have forgotten theirs.
///
/// Nobody learns here whether there is an agent of some address: the answer is the same, and it is
/// given before anybody has looked.
final class PasswordRoutes {
  /// Where a password is chosen.
  static final String CHOOSE = "/accounts/password";

  /// Where somebody says to have forgotten a password.
  static final String FORGOTTEN = "/accounts/forgotten";

  /// Where agents go when they have a password.
  static final String HOME = "/agent/";

  /// The parameter that holds the secret of a link.
  static final String TOKEN = "token";

  private static final Logger log = LoggerFactory.getLogger(PasswordRoutes.class);
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int GONE = 410;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int LETTERS_PER_LOGIN = 3;
  private static final int QUESTIONS_PER_ADDRESS = 30;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final OffLoop offLoop;
  private final Executor blocking;
  private final PasswordChoice choice;
  private final AgentLetters letters;
  private final LoopGuard logins;
  private final LoopGuard addresses;
  private final boolean forwardedTrusted;

  PasswordRoutes(
      OffLoop offLoop,
      Executor blocking,
      PasswordChoice choice,
      AgentLetters letters,
      InstantSource clock,
      boolean forwardedTrusted) {
    this.offLoop = offLoop;
    this.blocking = blocking;
    this.choice = choice;
    this.letters = letters;
    this.logins = new LoopGuard(LETTERS_PER_LOGIN, WINDOW, clock);
    this.addresses = new LoopGuard(QUESTIONS_PER_ADDRESS, WINDOW, clock);
    this.forwardedTrusted = forwardedTrusted;
  }

  void mount(Router router) {
    router.route(HttpMethod.GET, CHOOSE).handler(this::askPassword);
    router.route(HttpMethod.POST, CHOOSE).handler(context -> form(context, this::choose));
    router
        .route(HttpMethod.GET, FORGOTTEN)
        .handler(context -> PageAnswers.show(context, OK, forgottenPage(Optional.empty())));
    router.route(HttpMethod.POST, FORGOTTEN).handler(context -> form(context, this::forgotten));
  }

  private void askPassword(RoutingContext context) {
    String token = token(context.request().getParam(TOKEN));
    run(
        context,
        () ->
            choice
                .find(token)
                .map(
                    link ->
                        new Answer(OK, choosePage(token, link.agentId().value(), Optional.empty())))
                .orElseGet(PasswordRoutes::noLink));
  }

  private Answer choose(HttpServerRequest request, Parameters form) {
    String token = token(form.byName().get(TOKEN));
    String password = form.byName().getOrDefault("password", "");
    return switch (choice.choose(token, password, address(request))) {
      case CHOSEN ->
          new Answer(
              OK,
              Pages.message(
                  "You have a new password", "You can sign in with it now.", "Sign in", HOME));
      case UNFIT ->
          new Answer(
              BAD,
              choosePage(
                  token,
                  "",
                  Optional.of(
                      "A password has at least %d characters, and at most %d."
                          .formatted(PasswordChoice.SHORTEST, PasswordChoice.LONGEST))));
      case NO_LINK -> noLink();
    };
  }

  private Answer forgotten(HttpServerRequest request, Parameters form) {
    Optional<String> login = form.text("email").map(String::strip);
    if (login.isEmpty()) {
      return new Answer(BAD, forgottenPage(Optional.of("Please enter your e-mail address.")));
    }
    String address = address(request);
    if (!addresses.admit(address)) {
      return new Answer(
          TOO_MANY, forgottenPage(Optional.of("Too many attempts. Please come back in an hour.")));
    }
    if (logins.admit(login.get().toLowerCase(Locale.ROOT))) {
      blocking.execute(() -> write(login.get(), address));
    }
    return new Answer(
        OK,
        Pages.message(
            "Look into your mail",
            "If there is an agent with that address, a letter with a link is on its way.",
            "Back",
            HOME));
  }

  private void write(String login, String address) {
    try {
      letters.forgotten(login, address);
    } catch (RuntimeException e) {
      log.error("A letter to somebody who has forgotten a password could not be written", e);
    }
  }

  /// What to answer with.
  private record Answer(int status, Page page) {}

  /// Reads a form that one of this server's own pages sent, and answers it off the event loop.
  private void form(
      RoutingContext context, BiFunction<HttpServerRequest, Parameters, Answer> handler) {
    if (!isFromHere(context.request())) {
      show(context, noForm(BAD));
      return;
    }
    RequestBytes.read(
        context,
        body -> {
          byte[] bytes = body.getBytes();
          run(
              context,
              () ->
                  switch (ParametersDecoder.decode(bytes)) {
                    case Attempt.Passed<Parameters>(Parameters form) ->
                        handler.apply(context.request(), form);
                    case Attempt.Failed<Parameters> _ -> noForm(BAD);
                  });
        },
        () -> show(context, noForm(TOO_LARGE)));
  }

  private void run(RoutingContext context, Supplier<Answer> work) {
    offLoop.run(
        context,
        work,
        answer -> show(context, answer),
        () ->
            show(
                context,
                new Answer(
                    SERVER_ERROR,
                    Pages.error("That did not work", "Please try again later.", ""))));
  }

  private static void show(RoutingContext context, Answer answer) {
    PageAnswers.show(context, answer.status(), answer.page());
  }

  /// Browsers say when another website's page made a request.
  private static boolean isFromHere(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin") || site.equals("none");
  }

  private static String token(@Nullable String given) {
    return given != null && SECRET.matcher(given).matches() ? given : "";
  }

  private String address(HttpServerRequest request) {
    return ClientAddress.of(request, forwardedTrusted);
  }

  private static Page choosePage(String token, String agent, Optional<String> alert) {
    return Pages.password(new FormFields(CHOOSE, Map.of(TOKEN, token)), agent, alert);
  }

  private static Page forgottenPage(Optional<String> alert) {
    return Pages.forgotten(new FormFields(FORGOTTEN, Map.of()), alert);
  }

  private static Answer noLink() {
    return new Answer(
        GONE,
        Pages.message(
            "This link does not work any more",
            "It was used, or its time is over. You can ask for another one.",
            "Ask for another link",
            FORGOTTEN));
  }

  private static Answer noForm(int status) {
    return new Answer(status, Pages.error("That did not work", "This is not our form.", ""));
  }
}
