package io.parley.gateway.account;

import io.parley.core.license.LicenseId;
import io.parley.core.license.OrganizationId;
import io.parley.core.user.CustomerId;
import io.parley.store.credential.AgentPermissions;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.OAuthClients;
import io.parley.store.credential.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of which license and application a request about customers' tokens is, and whether who
/// makes it may. Blocks.
final class CustomerRequestCheck {
  private static final String OWNING_CUSTOMERS = "customers:own";

  private final Licenses licenses;
  private final KnownCustomers customers;
  private final OAuthClients clients;
  private final Tokens tokens;
  private final AgentPermissions agents;

  CustomerRequestCheck(
      Licenses licenses,
      KnownCustomers customers,
      OAuthClients clients,
      Tokens tokens,
      AgentPermissions agents) {
    this.licenses = licenses;
    this.customers = customers;
    this.clients = clients;
    this.tokens = tokens;
    this.agents = agents;
  }

  /// The license of an agent's token that may own customers.
  Attempt<Tenant> owner(CustomerTokenRequest request) {
    return grant(request, Role.AGENT).then(grant -> owner(request, grant));
  }

  private Attempt<Tenant> owner(CustomerTokenRequest request, Grant grant) {
    if (grant.kind() == TokenKind.PERSONAL) {
      return Attempt.failed(
          OAuthError.Code.ACCESS_DENIED, "Personal access tokens can't be used to own customers");
    }
    if (!grant.scopes().contain(OWNING_CUSTOMERS)) {
      return Attempt.failed(OAuthError.lacksScope(OWNING_CUSTOMERS));
    }
    if (grant.holder() instanceof Holder.Agent agent
        && agents.isBarred(grant.licenseId(), agent.id())) {
      return Attempt.failed(
          OAuthError.Code.ACCESS_DENIED, "The agent is suspended, or waits for approval");
    }
    return named(request)
        .then(
            named ->
                named.isEmpty() || named.get().equals(grant.tenant())
                    ? Attempt.passed(grant.tenant())
                    : Attempt.invalidRequest("The access token is another license's"));
  }

  /// What the token in the header says.
  Attempt<Grant> grant(CustomerTokenRequest request, Role role) {
    return switch (tokens.checkBlocking(request.authorization(), role)) {
      case TokenCheck.Refused(Refusal reason) -> Attempt.failed(OAuthError.of(reason));
      case TokenCheck.Allowed(Grant grant) -> Attempt.passed(grant);
    };
  }

  /// The license that the request names.
  Attempt<Tenant> tenant(CustomerTokenRequest request) {
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
  private Attempt<Optional<Tenant>> named(CustomerTokenRequest request) {
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

  /// The license's application that the request names.
  Attempt<OAuthClient> client(Tenant tenant, Parameters parameters) {
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
                                    OAuthError.CLIENT_ID_NOT_FOUND))))
        .orElseGet(
            () -> Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_id` is required"));
  }

  /// The address may be absent. If it is there, it is the page's that asks, or one that the
  /// application registered, if it registered any.
  static Attempt<OAuthClient> checkedRedirectUri(CustomerTokenRequest request, OAuthClient client) {
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
                OAuthError.INVALID_REDIRECT_URI));
  }

  /// The customer that the request names, who must exist, for ids are the server's to give; empty
  /// if it names none.
  Attempt<Optional<CustomerId>> customer(Tenant tenant, Parameters parameters, String parameter) {
    return parameters
        .uuid(parameter)
        .then(
            named -> {
              Optional<CustomerId> customerId = named.map(CustomerId::new);
              return customerId
                      .filter(each -> !customers.exists(tenant.licenseId(), each))
                      .isEmpty()
                  ? Attempt.passed(customerId)
                  : Attempt.invalidRequest("`" + parameter + "`: there is no such customer");
            });
  }
}
