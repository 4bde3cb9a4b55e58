package io.parley.gateway.account;

import java.time.Duration;

/// Settings of how applications get tokens of agents.
///
/// @param accessTokenLifetime how long an agent's access token is valid
/// @param codeLifetime how long a code may be exchanged
/// @param publicRefreshTokenLifetime how long a refresh token of an application without a secret
///     may lie unused; those of other applications don't expire
/// @param tokensPerAgent how many tokens of a kind an application may have for one agent
/// @param proofKeyRequired whether an application without a secret must use PKCE for codes
/// @param passwordSignIn whether agents may sign in with passwords; if not, nobody can
/// @param sessionLifetime how long an agent stays signed in
/// @param redirectsPerWindow how often an application may send an agent's browser through unseen
/// @param redirectWindow the time within which those are counted
/// @param identityTransferLifetime how long a customer's identity may be on its way
/// @param auditRetention how long the record of sign-ins, grants and revocations is kept
/// @param passwordCost what hashing a password costs from now on
public record AuthorizationConfig(
    Duration accessTokenLifetime,
    Duration codeLifetime,
    Duration publicRefreshTokenLifetime,
    int tokensPerAgent,
    boolean proofKeyRequired,
    boolean passwordSignIn,
    Duration sessionLifetime,
    int redirectsPerWindow,
    Duration redirectWindow,
    Duration identityTransferLifetime,
    Duration auditRetention,
    PasswordHasher.Cost passwordCost) {

  /// The documented lifetimes and limits; more redirects than documented, so that only a loop meets
  /// the limit.
  public static AuthorizationConfig defaults() {
    return new AuthorizationConfig(
        Duration.ofSeconds(28_800),
        Duration.ofMinutes(5),
        Duration.ofDays(30),
        25,
        true,
        true,
        Duration.ofHours(12),
        50,
        Duration.ofSeconds(30),
        Duration.ofHours(1),
        Duration.ofDays(365),
        PasswordHasher.Cost.DEFAULT);
  }

  /// The same with or without PKCE for applications without a secret.
  public AuthorizationConfig withProofKeyRequired(boolean other) {
    return new AuthorizationConfig(
        accessTokenLifetime,
        codeLifetime,
        publicRefreshTokenLifetime,
        tokensPerAgent,
        other,
        passwordSignIn,
        sessionLifetime,
        redirectsPerWindow,
        redirectWindow,
        identityTransferLifetime,
        auditRetention,
        passwordCost);
  }

  /// The same with or without passwords.
  public AuthorizationConfig withPasswordSignIn(boolean other) {
    return new AuthorizationConfig(
        accessTokenLifetime,
        codeLifetime,
        publicRefreshTokenLifetime,
        tokensPerAgent,
        proofKeyRequired,
        other,
        sessionLifetime,
        redirectsPerWindow,
        redirectWindow,
        identityTransferLifetime,
        auditRetention,
        passwordCost);
  }

  /// The same with another limit of unseen redirects.
  public AuthorizationConfig withRedirectsPerWindow(int other) {
    return new AuthorizationConfig(
        accessTokenLifetime,
        codeLifetime,
        publicRefreshTokenLifetime,
        tokensPerAgent,
        proofKeyRequired,
        passwordSignIn,
        sessionLifetime,
        other,
        redirectWindow,
        identityTransferLifetime,
        auditRetention,
        passwordCost);
  }

  /// The same with another cost of passwords.
  public AuthorizationConfig withPasswordCost(PasswordHasher.Cost other) {
    return new AuthorizationConfig(
        accessTokenLifetime,
        codeLifetime,
        publicRefreshTokenLifetime,
        tokensPerAgent,
        proofKeyRequired,
        passwordSignIn,
        sessionLifetime,
        redirectsPerWindow,
        redirectWindow,
        identityTransferLifetime,
        auditRetention,
        other);
  }
}
