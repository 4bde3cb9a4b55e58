package io.parley.gateway.rtm;

import io.parley.core.Command;
import io.parley.core.ErrorType;
import io.parley.core.Result;
import io.parley.core.agent.LogInAgent;
import io.parley.core.content.Greeting;
import io.parley.core.customer.LogInCustomer;
import io.parley.core.customer.VisitDetails;
import io.parley.core.query.Answer;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.Order;
import io.parley.core.query.Page;
import io.parley.core.query.Query;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.gateway.access.Callers;
import io.parley.gateway.account.Grant;
import io.parley.gateway.account.Role;
import io.parley.gateway.account.Tenant;
import io.parley.gateway.account.TokenCheck;
import io.parley.gateway.call.Answered;
import io.parley.gateway.call.Calls;
import io.parley.protocol.Api;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.Payload;
import io.parley.protocol.method.Call;
import io.parley.protocol.request.AgentLogin;
import io.parley.protocol.request.CustomerLogin;
import io.parley.runtime.Cause;
import io.parley.runtime.Reply;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt to log in: token, tenant, scopes, region, then the license, then the chats for the
/// answer. Every step ends in the next one or in [RtmConnection#loginFailed].
final class Login {
  private static final Logger log = LoggerFactory.getLogger(Login.class);
  private static final int CHATS_OF_AGENT = 100;
  private static final int CHATS_OF_CUSTOMER = 25;

  private final RtmConnection connection;
  private final RtmLoop loop;
  private final RtmServices services;
  private final PendingRequest request;

  Login(RtmConnection connection, RtmLoop loop, RtmServices services, PendingRequest request) {
    this.connection = connection;
    this.loop = loop;
    this.services = services;
    this.request = request;
  }

  /// What of the payload is needed later: the token, and the command that logs its holder in.
  private record Wanted(String token, BiFunction<Grant, List<Greeting>, Command> command) {}

  void start() {
    Wanted wanted;
    try {
      wanted = isAgent() ? agent() : customer();
    } catch (InvalidRequest e) {
      connection.loginFailed(request, Answered.failure(e));
      return;
    }
    services
        .authenticator()
        .check(wanted.token(), isAgent() ? Role.AGENT : Role.CUSTOMER)
        .onComplete(result -> loop.execute(() -> checked(wanted, result)));
  }

  private Wanted agent() {
    AgentLogin login = AgentLogin.of(request.frame().payload());
    return new Wanted(
        login.token(),
        (grant, _) ->
            new LogInAgent((AgentId) grant.holder().id(), connection.id(), login.reconnect()));
  }

  private Wanted customer() {
    CustomerLogin login = CustomerLogin.of(request.frame().payload());
    return new Wanted(
        login.token(),
        (grant, greetings) ->
            new LogInCustomer(
                (CustomerId) grant.holder().id(),
                connection.id(),
                login.customer(),
                visit(login),
                login.customerSideStorage(),
                login.groupId(),
                greetings));
  }

  private VisitDetails visit(CustomerLogin login) {
    String address = connection.peer().address();
    return new VisitDetails(
        address,
        connection.peer().userAgent(),
        login.referrer(),
        services.geolocator().find(address),
        login.pageUrl(),
        login.pageTitle());
  }

  private void checked(Wanted wanted, AsyncResult<TokenCheck> result) {
    if (result.failed()) {
      log.error("A token can't be checked", result.cause());
      fail(ErrorType.INTERNAL);
      return;
    }
    switch (result.result()) {
      case TokenCheck.Refused(var reason) ->
          connection.loginFailed(
              request, Answered.failure(ErrorType.AUTHENTICATION, reason.message()));
      case TokenCheck.Allowed(Grant grant) -> known(wanted, grant);
    }
  }

  private boolean isAgent() {
    return connection.peer().api() == Api.AGENT;
  }

  private void known(Wanted wanted, Grant grant) {
    Future<Optional<Tenant>> tenant = connection.peer().tenant();
    if (tenant == null) {
      admitted(wanted, grant);
    } else {
      tenant.onComplete(found -> loop.execute(() -> tenantFound(wanted, grant, found)));
    }
  }

  private void tenantFound(Wanted wanted, Grant grant, AsyncResult<Optional<Tenant>> found) {
    if (found.failed()) {
      fail(ErrorType.INTERNAL);
    } else if (found.result().isEmpty()) {
      fail(ErrorType.LICENSE_NOT_FOUND);
    } else if (!found.result().get().licenseId().equals(grant.licenseId())) {
      connection.loginFailed(
          request, Answered.failure(ErrorType.AUTHORIZATION, "The token is for another license"));
    } else {
      admitted(wanted, grant);
    }
  }

  private void admitted(Wanted wanted, Grant grant) {
    Optional<Reach> reach = request.method().scopes().reach(grant.scopes());
    if (reach.isEmpty()) {
      connection.loginFailed(
          request, Calls.missingScope(request.method(), request.method().scopes().anyOf()));
      return;
    }
    String region = connection.peer().region();
    if (region != null && !region.equals(grant.region())) {
      connection.loginFailed(request, Answered.misdirected(grant.region()));
      connection.disconnect(Disconnection.misdirected(grant.region()));
    } else if (isAgent()) {
      submit(wanted, grant, reach.get(), List.of());
    } else {
      var _ =
          services
              .greetings()
              .of(grant.licenseId())
              .whenComplete(
                  (greetings, failure) ->
                      loop.execute(() -> greet(wanted, grant, greetings, failure)));
    }
  }

  private void greet(
      Wanted wanted, Grant grant, @Nullable List<Greeting> greetings, @Nullable Throwable failure) {
    if (failure != null) {
      log.warn("The greetings of license {} can't be read", grant.licenseId(), failure);
    }
    submit(wanted, grant, Reach.ALL, greetings == null ? List.of() : greetings);
  }

  private void submit(Wanted wanted, Grant grant, Reach reach, List<Greeting> greetings) {
    var session = new RtmSession(connection, loop, grant, reach, services);
    services
        .placement()
        .submit(
            grant.licenseId(),
            wanted.command().apply(grant, greetings),
            new Cause(connection.id(), request.frame().requestId()),
            reply -> replied(session, reply));
  }

  /// On the delivery thread: what is pushed from here on belongs to the session.
  private void replied(RtmSession session, Reply reply) {
    if (reply instanceof Reply.Done(Result result, _)) {
      session.enter();
      loop.execute(() -> entered(session, result));
    } else {
      Answered.Failure failure = Answered.failure(reply);
      loop.execute(() -> connection.loginFailed(request, failure));
    }
  }

  private void entered(RtmSession session, Result result) {
    if (connection.entered(session, request)) {
      services.blocking().execute(() -> collect(session, result));
    }
  }

  /// On a virtual thread: reads the chats.
  private void collect(RtmSession session, Result result) {
    Answered answered = answer(session, result);
    loop.execute(() -> connection.opened(session, request, answered));
  }

  private Answered answer(RtmSession session, Result result) {
    Caller caller = Callers.of(session.grant(), session.reach());
    var call = new Call(session.version(), caller, connection.id());
    try {
      return switch (result) {
        case Result.AgentLoggedIn agent ->
            with(
                services.queries().answer(agent.license(), chats(caller, CHATS_OF_AGENT)),
                chats -> services.renderer().agentLogin(call, agent, chats));
        case Result.CustomerLoggedIn customer ->
            with(
                services.queries().answer(customer.license(), chats(caller, CHATS_OF_CUSTOMER)),
                chats -> services.renderer().customerLogin(call, customer, chats));
        default -> Answered.failure(ErrorType.INTERNAL);
      };
    } catch (RuntimeException e) {
      log.error("The answer to a login can't be made", e);
      return Answered.failure(ErrorType.INTERNAL);
    }
  }

  private static Query chats(Caller caller, int limit) {
    return new Query.Chats(caller, ChatFilter.ALL, Order.DESCENDING, new Page.ById(null, limit));
  }

  private static Answered with(Answer answer, Function<Answer.Chats, Payload> payload) {
    return switch (answer) {
      case Answer.Chats chats -> new Answered.Success(payload.apply(chats));
      case Answer.Refused(var rejection) -> Answered.failure(rejection);
      case Answer.Threads _,
          Answer.ChatWithThreads _,
          Answer.Archives _,
          Answer.Customers _,
          Answer.OneCustomer _ ->
          Answered.failure(ErrorType.INTERNAL);
    };
  }

  private void fail(ErrorType type) {
    connection.loginFailed(request, Answered.failure(type));
  }
}
