package io.parley.gateway.account;

import io.parley.core.customer.RegisterCustomer;
import io.parley.core.user.CustomerId;
import io.parley.runtime.Cause;
import io.parley.runtime.Placement;
import io.parley.runtime.Reply;
import io.parley.store.credential.AccessToken;
import io.parley.store.credential.AccessTokens;
import io.parley.store.credential.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out customers' tokens. Blocks until the customer is registered and the token is stored.
final class CustomerTokens {
  private static final Logger log = LoggerFactory.getLogger(CustomerTokens.class);

  private final Placement placement;
  private final AccessTokens store;
  private final TokenMint mint;
  private final InstantSource clock;
  private final Duration writerTimeout;

  CustomerTokens(
      Placement placement,
      AccessTokens store,
      TokenMint mint,
      InstantSource clock,
      Duration writerTimeout) {
    this.placement = placement;
    this.store = store;
    this.mint = mint;
    this.clock = clock;
    this.writerTimeout = writerTimeout;
  }

  /// A token for the customer, who is registered if the license does not know them.
  Attempt<CustomerToken> issue(
      Tenant tenant, CustomerId customerId, String clientId, Duration lifetime) {
    return switch (register(tenant, customerId)) {
      case Reply.Done _ -> Attempt.passed(issued(tenant, customerId, clientId, lifetime));
      case Reply.Refused(var rejection) ->
          Attempt.failed(OAuthError.Code.ACCESS_DENIED, rejection.message());
      case Reply.NoSuchLicense _ -> Attempt.invalidRequest("The license does not exist");
      case Reply.Failed _ ->
          Attempt.failed(OAuthError.Code.SERVER_ERROR, "The customer could not be registered");
    };
  }

  private Reply register(Tenant tenant, CustomerId customerId) {
    var answered = new CompletableFuture<Reply>();
    placement.submit(
        tenant.licenseId(), new RegisterCustomer(customerId), Cause.NONE, answered::complete);
    Reply reply =
        answered
            .completeOnTimeout(new Reply.Failed(), writerTimeout.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (reply instanceof Reply.Failed) {
      log.warn("License {}: a customer could not be registered", tenant.licenseId());
    }
    return reply;
  }

  private CustomerToken issued(
      Tenant tenant, CustomerId customerId, String clientId, Duration lifetime) {
    String token = mint.token(tenant);
    Instant now = clock.instant();
    store.add(
        AccessToken.ofCustomer(
            TokenHash.of(token),
            tenant.licenseId(),
            customerId,
            clientId,
            now,
            now.plus(lifetime)));
    return new CustomerToken(token, tenant, customerId, clientId, lifetime, Optional.empty());
  }
}
