package io.parley.gateway.call;

import io.parley.core.ErrorType;
import io.parley.core.license.LicenseId;
import io.parley.core.license.LicenseView;
import io.parley.core.query.Answer;
import io.parley.core.query.Query;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.Reach;
import io.parley.core.user.UserId;
import io.parley.gateway.access.Callers;
import io.parley.gateway.account.Holder;
import io.parley.gateway.limit.RateLimits;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;
import io.parley.protocol.response.ResponseRenderer;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries requests out: rate, scopes, author, decoding, and then the license or the kept past.
public final class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  private final Placement placement;
  private final Queries queries;
  private final ResponseRenderer renderer;
  private final Views views;
  private final RateLimits rates;
  private final Map<Handling.OfServer, ServerMethod> serverMethods;
  private final Executor blocking;

  /// @param serverMethods who answers what is neither a command nor a query; whatever is missing
  ///     here is refused
  /// @param blocking runs queries and the server's own methods
  public Calls(
      Placement placement,
      Queries queries,
      ResponseRenderer renderer,
      Views views,
      RateLimits rates,
      Map<Handling.OfServer, ServerMethod> serverMethods,
      Executor blocking) {
    this.placement = placement;
    this.queries = queries;
    this.renderer = renderer;
    this.views = views;
    this.rates = rates;
    this.serverMethods = Map.copyOf(serverMethods);
    this.blocking = blocking;
  }

  /// Carries a request out. Requests that one thread makes for one license reach it in the order of
  /// the calls, once the license is known here.
  ///
  /// @param answer is called once, on any thread: for a command on the delivery's, in order with
  ///     the pushes; must not block
  public void make(Request request, Consumer<Answered> answer) {
    try {
      admit(request, answer);
    } catch (RuntimeException e) {
      answer.accept(failed(request.method(), e));
    }
  }

  private void admit(Request request, Consumer<Answered> answer) {
    Method method = request.method();
    if (!rates.allow(request.grant(), method.rateClass())) {
      answer.accept(Answered.failure(ErrorType.TOO_MANY_REQUESTS));
      return;
    }
    String authorId = request.authorId();
    UserId actor = authorId == null ? request.grant().holder().id() : new AgentId(authorId);
    Optional<Reach> reach =
        method.scopes().reach(request.grant().scopes(), request.payload(), actor);
    if (reach.isEmpty()) {
      answer.accept(missingScope(method, method.scopes().anyOf(request.payload(), actor)));
      return;
    }
    if (request.grant().holder() instanceof Holder.Agent(AgentId holder, _)) {
      views.use(
          placement,
          request.grant().licenseId(),
          view -> asAgent(request, holder, reach.get(), view, answer),
          answer::accept);
    } else if (authorId == null) {
      make(request, Callers.of(request.grant(), reach.get()), answer);
    } else {
      answer.accept(wrongAuthor(authorId));
    }
  }

  private void asAgent(
      Request request, AgentId holder, Reach reach, LicenseView view, Consumer<Answered> answer) {
    Optional<ErrorType> obstacle = Callers.obstacle(view, holder, request.method());
    if (obstacle.isPresent()) {
      answer.accept(Answered.failure(obstacle.get()));
      return;
    }
    String authorId = request.authorId();
    if (authorId == null) {
      guarded(request, Callers.of(request.grant(), reach), answer);
      return;
    }
    Callers.author(request.grant(), reach, authorId, view)
        .ifPresentOrElse(
            caller -> guarded(request, caller, answer), () -> answer.accept(wrongAuthor(authorId)));
  }

  /// The answer to a request whose token has none of the scopes that it needs.
  public static Answered.Failure missingScope(Method method, List<String> scopes) {
    return Answered.failure(
        ErrorType.AUTHORIZATION,
        "The token has none of the scopes of `"
            + method.name()
            + "`: "
            + String.join(", ", scopes));
  }

  private static Answered.Failure wrongAuthor(String authorId) {
    return Answered.failure(
        ErrorType.AUTHORIZATION, "`" + authorId + "` is no bot of the application");
  }

  private void guarded(Request request, Caller caller, Consumer<Answered> answer) {
    try {
      make(request, caller, answer);
    } catch (RuntimeException e) {
      answer.accept(failed(request.method(), e));
    }
  }

  private void make(Request request, Caller caller, Consumer<Answered> answer) {
    Method method = request.method();
    var call =
        new Call(
            request.version(), caller, request.cause().connectionId(), request.grant().scopes());
    LicenseId licenseId = request.grant().licenseId();
    switch (method.handling()) {
      case Handling.Submit(var decoder) ->
          placement.submit(
              licenseId,
              decoder.decode(request.payload(), call),
              request.cause(),
              reply -> answer.accept(answered(call, method, reply)));
      case Handling.Ask(var decoder) -> {
        Query query = decoder.decode(request.payload(), call);
        views.use(
            placement,
            licenseId,
            view -> blocking.execute(() -> answer.accept(asked(call, method, query, view))),
            answer::accept);
      }
      case Handling.OfServer kind -> {
        ServerMethod served = serverMethods.getOrDefault(kind, Calls::notServed);
        blocking.execute(() -> answer.accept(served(served, request, call)));
      }
      case Handling.OfConnection _ ->
          answer.accept(
              Answered.failure(
                  ErrorType.VALIDATION, "`" + method.name() + "` concerns RTM connections only"));
    }
  }

  private static Answered notServed(Request request, Call call) {
    return Answered.failure(
        ErrorType.NOT_ALLOWED, "This server does not serve `" + request.method().name() + "`");
  }

  private static Answered served(ServerMethod served, Request request, Call call) {
    try {
      return served.answer(request, call);
    } catch (RuntimeException e) {
      return failed(request.method(), e);
    }
  }

  private Answered answered(Call call, Method method, Reply reply) {
    try {
      return reply instanceof Reply.Done(var result, _)
          ? new Answered.Success(renderer.result(call, method, result))
          : Answered.failure(reply);
    } catch (RuntimeException e) {
      return failed(method, e);
    }
  }

  private Answered asked(Call call, Method method, Query query, LicenseView view) {
    try {
      return switch (queries.answer(view, query)) {
        case Answer.Refused(var rejection) -> Answered.failure(rejection);
        case Answer answer -> new Answered.Success(renderer.answer(call, query, answer, view));
      };
    } catch (RuntimeException e) {
      return failed(method, e);
    }
  }

  private static Answered.Failure failed(Method method, RuntimeException e) {
    if (e instanceof InvalidRequest invalid) {
      return Answered.failure(invalid);
    }
    log.error("{} failed", method.name(), e);
    return Answered.failure(ErrorType.INTERNAL);
  }
}
