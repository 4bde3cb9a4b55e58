package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.user.CustomerId;
import io.parley.runtime.IdSource;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways in which a customer's token is had. Blocks.
///
/// - *response type `token`* (November 2019) and *agent token grant*: an agent's token that may own
/// customers makes one, or comes back for one that exists.
/// - *cookie grant*: a browser gets the token of its own customer, without any secret of the
/// application.
final class CustomerGrants {
  private static final String OWNING_CUSTOMERS = "customers:own";

  private final Licenses licenses;
  private final KnownCustomers customers;
  private final OAuthClients clients;
  private final Tokens tokens;
  private final BrowserRecognition recognition;
  private final CustomerTokens issuer;
  private final IdSource ids;
  private final AccountsConfig config;

  /// A request for a token.
  ///
  /// @param authorization the header of that name
  /// @param organization the organization in the request's path
  record Request(
      Parameters parameters,
      @Nullable String authorization,
      Optional<String> organization,
      Browser browser) {}

  CustomerGrants(
      Licenses licenses,
      KnownCustomers customers,
      OAuthClients clients,
      Tokens tokens,
      BrowserRecognition recognition,
      CustomerTokens issuer,
      IdSource ids,
      AccountsConfig config) {
    this.licenses = licenses;
    this.customers = customers;
    this.clients = clients;
    this.tokens = tokens;
    this.recognition = recognition;
    this.issuer = issuer;
    this.ids = ids;
    this.config = config;
  }

  /// The request of November 2019: `response_type`, and `customer_id` for one who exists.
  Attempt<CustomerToken> byResponseType(Request request) {
    return request
        .parameters()
        .required("response_type")
        .then(_ -> checkedResponseType(request.parameters()))
        .then(_ -> owner(request))
        .then(
            tenant ->
                client(tenant, request.parameters())
                    .then(
                        client ->
                            request
                                .parameters()
                                .required("redirect_uri")
                                .then(_ -> checkedRedirectUri(request, client)))
                    .then(client -> owned(request, tenant, client, "customer_id")));
  }

  /// The request that says how the token is to be had: `grant_type`.
  Attempt<CustomerToken> byGrantType(Request request) {
    return request
        .parameters()
        .required("grant_type")
        .then(
            grantType ->
                checkedResponseType(request.parameters())
                    .then(
                        _ ->
                            switch (grantType) {
                              case "cookie" -> cookie(request);
                              case "agent_token" -> agentToken(request);
                              default ->
                                  Attempt.failed(
                                      OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                                      "`grant_type` must be `cookie` or `agent_token`");
                            }));
  }

  private Attempt<CustomerToken> agentToken(Request request) {
    return owner(request)
        .then(
            tenant ->
                client(tenant, request.parameters())
                    .then(client -> checkedRedirectUri(request, client))
                    .then(client -> owned(request, tenant, client, "entity_id")));
  }

  private Attempt<CustomerToken> cookie(Request request) {
    return tenant(request)
        .then(
            tenant ->
                client(tenant, request.parameters())
                    .then(client -> checkedRedirectUri(request, client))
                    .then(client -> recognised(request, tenant, client)));
  }

  private Attempt<CustomerToken> recognised(Request request, Tenant tenant, OAuthClient client) {
    BrowserRecognition.Recognised recognised =
        recognition.recognise(
            tenant.licenseId(), new RedirectUris(client.redirectUris()), request.browser());
    return issuer
        .issue(tenant, recognised.customerId(), client.clientId(), config.customerTokenLifetime())
        .map(token -> token.withBrowserSecret(recognised.secret()));
  }

  private Attempt<CustomerToken> owned(
      Request request, Tenant tenant, OAuthClient client, String customerParameter) {
    return lifetime(request.parameters())
        .then(
            lifetime ->
                customer(tenant, request.parameters(), customerParameter)
                    .then(
                        customerId ->
                            issuer.issue(tenant, customerId, client.clientId(), lifetime)));
  }

  /// The license of an agent's token that may own customers.
  private Attempt<Tenant> owner(Request request) {
    return switch (tokens.checkBlocking(request.authorization(), Role.AGENT)) {
      case TokenCheck.Refused(Refusal reason) -> Attempt.failed(OAuthError.of(reason));
      case TokenCheck.Allowed(Grant grant) -> owner(request, grant);
    };
  }

  private Attempt<Tenant> owner(Request request, Grant grant) {
    if (grant.kind() == TokenKind.PERSONAL) {
      return Attempt.failed(
          OAuthError.Code.ACCESS_DENIED, "Personal access tokens can't be used to own customers");
    }
    if (!grant.scopes().contain(OWNING_CUSTOMERS)) {
      return Attempt.failed(
          OAuthError.Code.INVALID_SCOPE, "The access token lacks the scope `customers:own`");
    }
    return named(request)
        .then(
            named ->
                named.isEmpty() || named.get().equals(grant.tenant())
                    ? Attempt.passed(grant.tenant())
                    : Attempt.invalidRequest("The access token is another license's"));
  }

  private Attempt<Tenant> tenant(Request request) {
    return named(request)
        .then(
            named ->
                named
                    .map(Attempt::passed)
                    .orElseGet(
                        () ->
                            Attempt.invalidRequest(
                                "`license_id` or `organization_id` is required")));
  }

  /// The license that the request names, in its path, by number or by organization; all must agree.
  private Attempt<Optional<Tenant>> named(Request request) {
    return request
        .parameters()
        .number("license_id")
        .then(
            number -> {
              var found = new ArrayList<Optional<Tenant>>();
              number.ifPresent(each -> found.add(licenses.byId(new LicenseId(each))));
              request.organization().ifPresent(each -> found.add(ofOrganization(each)));
              request
                  .parameters()
                  .text("organization_id")
                  .ifPresent(each -> found.add(ofOrganization(each)));
              return agreed(found);
            });
  }

  private Optional<Tenant> ofOrganization(String id) {
    return licenses.byOrganization(new OrganizationId(Parameters.canonicalUuid(id).orElse(id)));
  }

  private static Attempt<Optional<Tenant>> agreed(List<Optional<Tenant>> found) {
    if (found.stream().anyMatch(Optional::isEmpty)) {
      return Attempt.invalidRequest("The license does not exist");
    }
    return found.stream().distinct().count() > 1
        ? Attempt.invalidRequest("`license_id` and `organization_id` name two licenses")
        : Attempt.passed(found.isEmpty() ? Optional.empty() : found.getFirst());
  }

  private Attempt<OAuthClient> client(Tenant tenant, Parameters parameters) {
    return parameters
        .text("client_id")
        .map(
            clientId ->
                clients
                    .find(tenant.licenseId(), clientId)
                    .map(Attempt::passed)
                    .orElseGet(
                        () ->
                            Attempt.failed(
                                new OAuthError(
                                    OAuthError.Code.UNAUTHORIZED_CLIENT,
                                    "The license has no application with this `client_id`",
                                    "client_id_not_found"))))
        .orElseGet(
            () -> Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_id` is required"));
  }

  /// The address may be absent. If it is there, it is the page's that asks, or one that the
  /// application registered, if it registered any.
  private static Attempt<OAuthClient> checkedRedirectUri(Request request, OAuthClient client) {
    var registered = new RedirectUris(client.redirectUris());
    Optional<String> address = request.parameters().text("redirect_uri");
    boolean allowed =
        address.isEmpty()
            || registered.isEmpty()
            || registered.cover(address.get())
            || request
                .browser()
                .origin()
                .filter(origin -> RedirectUris.isAt(address.get(), origin))
                .isPresent();
    return allowed
        ? Attempt.passed(client)
        : Attempt.failed(
            new OAuthError(
                OAuthError.Code.UNAUTHORIZED_CLIENT,
                "`redirect_uri` is not one of the application's",
                "invalid_redirect_uri"));
  }

  private static Attempt<Parameters> checkedResponseType(Parameters parameters) {
    return parameters.text("response_type").filter(type -> !type.equals("token")).isEmpty()
        ? Attempt.passed(parameters)
        : Attempt.failed(
            OAuthError.Code.UNSUPPORTED_RESPONSE_TYPE, "`response_type` must be `token`");
  }

  private Attempt<Duration> lifetime(Parameters parameters) {
    long longest = config.maximumCustomerTokenLifetime().toSeconds();
    return parameters
        .number("valid_for")
        .then(
            seconds -> {
              if (seconds.isEmpty()) {
                return Attempt.passed(config.customerTokenLifetime());
              }
              return seconds.get() >= 1 && seconds.get() <= longest
                  ? Attempt.passed(Duration.ofSeconds(seconds.get()))
                  : Attempt.invalidRequest("`valid_for` must be from 1 to " + longest + " seconds");
            });
  }

  /// The customer that the request names, who must exist, for ids are the server's to give; else a
  /// new one.
  private Attempt<CustomerId> customer(Tenant tenant, Parameters parameters, String parameter) {
    return parameters
        .uuid(parameter)
        .then(
            named -> {
              if (named.isEmpty()) {
                return Attempt.passed(new CustomerId(ids.nextUuid()));
              }
              var customerId = new CustomerId(named.get());
              return customers.exists(tenant.licenseId(), customerId)
                  ? Attempt.passed(customerId)
                  : Attempt.invalidRequest("`" + parameter + "`: there is no such customer");
            });
  }
}
