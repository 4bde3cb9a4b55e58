package io.parley.gateway.account;

import io.parley.core.user.CustomerId;
import io.parley.gateway.account.limit.AddressLimit;
import io.parley.runtime.IdSource;
import io.parley.store.credential.OAuthClient;
import java.time.Duration;

/// The ways in which a customer's token is had. Blocks.
///
/// - *response type `token`* (November 2019) and *agent token grant*: an agent's token that may own
/// customers makes one, or comes back for one that exists.
/// - *cookie grant*: a browser gets the token of its own customer, without any secret of the
/// application.
/// - *identity token grant*: another device takes over who the customer is.
final class CustomerGrants {
  private final CustomerRequestCheck check;
  private final AllowedOrigins origins;
  private final AddressLimit cookieGrants;
  private final BrowserRecognition recognition;
  private final IdentityTransferGrants transfers;
  private final CustomerTokens issuer;
  private final IdSource ids;
  private final AccountsConfig config;

  CustomerGrants(
      CustomerRequestCheck check,
      AllowedOrigins origins,
      AddressLimit cookieGrants,
      BrowserRecognition recognition,
      IdentityTransferGrants transfers,
      CustomerTokens issuer,
      IdSource ids,
      AccountsConfig config) {
    this.check = check;
    this.origins = origins;
    this.cookieGrants = cookieGrants;
    this.recognition = recognition;
    this.transfers = transfers;
    this.issuer = issuer;
    this.ids = ids;
    this.config = config;
  }

  /// The request of November 2019: `response_type`, and `customer_id` for one who exists.
  Attempt<CustomerToken> byResponseType(CustomerTokenRequest request) {
    return request
        .parameters()
        .required("response_type")
        .then(_ -> checkedResponseType(request.parameters()))
        .then(_ -> check.owner(request))
        .then(
            tenant ->
                check
                    .client(tenant, request.parameters())
                    .then(
                        client ->
                            request
                                .parameters()
                                .required("redirect_uri")
                                .then(
                                    _ -> CustomerRequestCheck.checkedRedirectUri(request, client)))
                    .then(client -> owned(request, tenant, client, customerParameter(request))));
  }

  /// The later documentation writes `entity_id` here, too.
  private static String customerParameter(CustomerTokenRequest request) {
    return request.parameters().text("customer_id").isPresent() ? "customer_id" : "entity_id";
  }

  /// The request that says how the token is to be had: `grant_type`.
  Attempt<CustomerToken> byGrantType(CustomerTokenRequest request) {
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
                              case "identity_token" -> transfers.take(request);
                              default ->
                                  Attempt.failed(
                                      OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                                      "`grant_type` must be `cookie`, `agent_token` or"
                                          + " `identity_token`");
                            }));
  }

  private Attempt<CustomerToken> agentToken(CustomerTokenRequest request) {
    return check
        .owner(request)
        .then(
            tenant ->
                check
                    .client(tenant, request.parameters())
                    .then(client -> CustomerRequestCheck.checkedRedirectUri(request, client))
                    .then(client -> owned(request, tenant, client, "entity_id")));
  }

  private Attempt<CustomerToken> cookie(CustomerTokenRequest request) {
    if (!cookieGrants.admit(request.address())) {
      return Attempt.failed(
          OAuthError.Code.TEMPORARILY_UNAVAILABLE, "Too many tokens for one network address");
    }
    return check
        .tenant(request)
        .then(tenant -> origins.checked(tenant, request.browser()))
        .then(
            tenant ->
                check
                    .client(tenant, request.parameters())
                    .then(client -> CustomerRequestCheck.checkedRedirectUri(request, client))
                    .then(client -> recognised(request, tenant, client)));
  }

  private Attempt<CustomerToken> recognised(
      CustomerTokenRequest request, Tenant tenant, OAuthClient client) {
    BrowserRecognition.Recognised recognised =
        recognition.recognise(
            tenant.licenseId(), new RedirectUris(client.redirectUris()), request.browser());
    return issuer
        .issue(tenant, recognised.customerId(), client.clientId(), config.customerTokenLifetime())
        .map(token -> token.withBrowserSecret(recognised.secret()));
  }

  private Attempt<CustomerToken> owned(
      CustomerTokenRequest request, Tenant tenant, OAuthClient client, String customerParameter) {
    return lifetime(request.parameters())
        .then(
            lifetime ->
                check
                    .customer(tenant, request.parameters(), customerParameter)
                    .map(named -> named.orElseGet(() -> new CustomerId(ids.nextUuid())))
                    .then(
                        customerId ->
                            issuer.issue(tenant, customerId, client.clientId(), lifetime)));
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
}
