package io.parley.gateway.account;

import io.parley.core.user.CustomerId;
import io.parley.store.credential.IdentityTransfer;
import io.parley.store.credential.IdentityTransfers;
import io.parley.store.credential.OAuthClient;
import io.parley.store.credential.TokenHash;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Takes a customer's identity from one device to another: the first gets a token for it, which the
/// second exchanges, once. Blocks.
final class IdentityTransferGrants {
  private final CustomerRequestCheck check;
  private final IdentityTransfers store;
  private final Licenses licenses;
  private final CustomerTokens issuer;
  private final TokenMint mint;
  private final InstantSource clock;
  private final AccountsConfig config;

  /// Whose identity goes away, and from where.
  private record Leaving(Tenant tenant, CustomerId customerId) {}

  IdentityTransferGrants(
      CustomerRequestCheck check,
      IdentityTransfers store,
      Licenses licenses,
      CustomerTokens issuer,
      TokenMint mint,
      InstantSource clock,
      AccountsConfig config) {
    this.check = check;
    this.store = store;
    this.licenses = licenses;
    this.issuer = issuer;
    this.mint = mint;
    this.clock = clock;
    this.config = config;
  }

  /// A token for an identity, for who is the customer or may own customers.
  Attempt<JsonObject> offer(CustomerTokenRequest request) {
    return request
        .parameters()
        .required("bearer_type")
        .then(
            bearer ->
                switch (bearer) {
                  case "agent" -> ownedBy(request);
                  case "customer" -> self(request);
                  default ->
                      Attempt.<Leaving>invalidRequest(
                          "`bearer_type` must be `agent` or `customer`");
                })
        .then(
            leaving ->
                check
                    .client(leaving.tenant(), request.parameters())
                    .then(client -> offered(request, leaving, client)));
  }

  private Attempt<Leaving> ownedBy(CustomerTokenRequest request) {
    return check
        .owner(request)
        .then(
            tenant ->
                check
                    .customer(tenant, request.parameters(), "customer_id")
                    .then(
                        named ->
                            named
                                .map(each -> Attempt.passed(new Leaving(tenant, each)))
                                .orElseGet(
                                    () -> Attempt.invalidRequest("`customer_id` is required"))));
  }

  private Attempt<Leaving> self(CustomerTokenRequest request) {
    return check
        .grant(request, Role.CUSTOMER)
        .then(
            grant -> {
              var leaving =
                  new Leaving(grant.tenant(), new CustomerId(grant.holder().id().value()));
              return request
                  .parameters()
                  .uuid("customer_id")
                  .then(
                      named ->
                          named.filter(id -> !id.equals(leaving.customerId().value())).isEmpty()
                              ? Attempt.passed(leaving)
                              : Attempt.failed(
                                  OAuthError.Code.ACCESS_DENIED,
                                  "`customer_id` is another customer"));
            });
  }

  private Attempt<JsonObject> offered(
      CustomerTokenRequest request, Leaving leaving, OAuthClient client) {
    return ProofKeys.asked(request.parameters())
        .map(
            proofKey -> {
              String token = mint.token(leaving.tenant());
              Instant now = clock.instant();
              var lifetime = config.authorization().identityTransferLifetime();
              store.add(
                  new IdentityTransfer(
                      TokenHash.of(token),
                      leaving.tenant().licenseId(),
                      client.clientId(),
                      leaving.customerId(),
                      proofKey.orElse(null),
                      now,
                      now.plus(lifetime),
                      null));
              return new JsonObject()
                  .put("identity_transfer_token", token)
                  .put("expires_in", lifetime.toSeconds());
            });
  }

  /// The customer's token on the other device. Needs no secret but the transfer's token.
  Attempt<CustomerToken> take(CustomerTokenRequest request) {
    Parameters parameters = request.parameters();
    return parameters
        .text("client_id")
        .map(Attempt::passed)
        .orElseGet(
            () -> Attempt.failed(OAuthError.Code.UNAUTHORIZED_CLIENT, "`client_id` is required"))
        .then(
            clientId ->
                parameters
                    .required("code")
                    .then(code -> valid(store.find(TokenHash.of(code)), clientId)))
        .then(
            transfer ->
                ProofKeys.proven(transfer.proofKey(), parameters).then(_ -> taken(transfer)));
  }

  private Attempt<IdentityTransfer> valid(Optional<IdentityTransfer> found, String clientId) {
    return found
        .filter(transfer -> transfer.clientId().equals(clientId))
        .filter(transfer -> transfer.usedAt() == null)
        .filter(transfer -> clock.instant().isBefore(transfer.expiresAt()))
        .map(Attempt::passed)
        .orElseGet(IdentityTransferGrants::invalid);
  }

  private Attempt<CustomerToken> taken(IdentityTransfer transfer) {
    Optional<Tenant> tenant = licenses.byId(transfer.licenseId());
    return tenant.isPresent() && store.use(transfer.hash(), clock.instant())
        ? issuer.issue(
            tenant.get(),
            transfer.customerId(),
            transfer.clientId(),
            config.customerTokenLifetime())
        : invalid();
  }

  private static <T> Attempt<T> invalid() {
    return Attempt.failed(
        OAuthError.Code.INVALID_GRANT,
        "The code is unknown, expired, used, or for another application");
  }
}
