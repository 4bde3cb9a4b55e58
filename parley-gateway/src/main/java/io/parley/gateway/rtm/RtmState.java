package io.parley.gateway.rtm;

/// Where a connection stands.
enum RtmState {
  /// Nobody is logged in: only `login` and `ping` are answered, and not for long.
  AWAITING_LOGIN,
  /// A login is being checked and carried out; pushes that come already are held back.
  LOGGING_IN,
  /// Someone is logged in: every method is served, pushes go out.
  OPEN,
  /// The last frames are on their way; what the client sends is not read any more.
  CLOSING,
  /// The wire is gone.
  CLOSED
}
