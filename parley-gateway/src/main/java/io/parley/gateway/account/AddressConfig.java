package io.parley.gateway.account;

/// Settings of what one network address may do.
///
/// @param cookieGrantsPerSecond how many customers' tokens browsers there may ask for, in the long
///     run
/// @param cookieGrantBurst how many at once, after a pause
/// @param forwardedTrusted whether `X-Forwarded-For` is believed from everyone; from this machine
/// it
///     always is
public record AddressConfig(
    int cookieGrantsPerSecond, int cookieGrantBurst, boolean forwardedTrusted) {

  /// Generous ones.
  public static AddressConfig defaults() {
    return new AddressConfig(50, 2_000, false);
  }
}
