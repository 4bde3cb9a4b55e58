package io.parley.gateway.account;

import java.time.Duration;

/// Settings of accounts.
///
/// @param tokenCacheTime how long a token is known without asking the database; how long other
///     nodes may still let a revoked token in
/// @param tokenCacheSize how many tokens are known at most
/// @param customerTokenLifetime how long a customer's token is valid
/// @param maximumCustomerTokenLifetime the most that `valid_for` may ask for
/// @param cookieLifetime how long a browser that stays away is remembered
/// @param writerTimeout how long a license's writer may take to register a customer
public record AccountsConfig(
    Duration tokenCacheTime,
    int tokenCacheSize,
    Duration customerTokenLifetime,
    Duration maximumCustomerTokenLifetime,
    Duration cookieLifetime,
    Duration writerTimeout,
    AuthorizationConfig authorization,
    AddressConfig addresses) {

  /// The usual settings of authorization and addresses.
  public AccountsConfig(
      Duration tokenCacheTime,
      int tokenCacheSize,
      Duration customerTokenLifetime,
      Duration maximumCustomerTokenLifetime,
      Duration cookieLifetime,
      Duration writerTimeout) {
    this(
        tokenCacheTime,
        tokenCacheSize,
        customerTokenLifetime,
        maximumCustomerTokenLifetime,
        cookieLifetime,
        writerTimeout,
        AuthorizationConfig.defaults(),
        AddressConfig.defaults());
  }

  /// The documented lifetimes, and a cache of a second.
  public static AccountsConfig defaults() {
    return new AccountsConfig(
        Duration.ofSeconds(1),
        100_000,
        Duration.ofSeconds(28_800),
        Duration.ofDays(30),
        Duration.ofDays(730),
        Duration.ofSeconds(15),
        AuthorizationConfig.defaults(),
        AddressConfig.defaults());
  }

  /// The same with another cache time.
  public AccountsConfig withTokenCacheTime(Duration other) {
    return new AccountsConfig(
        other,
        tokenCacheSize,
        customerTokenLifetime,
        maximumCustomerTokenLifetime,
        cookieLifetime,
        writerTimeout,
        authorization,
        addresses);
  }

  /// The same with other settings of authorization.
  public AccountsConfig withAuthorization(AuthorizationConfig other) {
    return new AccountsConfig(
        tokenCacheTime,
        tokenCacheSize,
        customerTokenLifetime,
        maximumCustomerTokenLifetime,
        cookieLifetime,
        writerTimeout,
        other,
        addresses);
  }

  /// The same with other settings of addresses.
  public AccountsConfig withAddresses(AddressConfig other) {
    return new AccountsConfig(
        tokenCacheTime,
        tokenCacheSize,
        customerTokenLifetime,
        maximumCustomerTokenLifetime,
        cookieLifetime,
        writerTimeout,
        authorization,
        other);
  }
}
