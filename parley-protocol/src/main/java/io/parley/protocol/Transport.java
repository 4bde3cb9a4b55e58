package io.parley.protocol;

/// How a request comes in.
public enum Transport {
  /// A connection that stays and carries pushes: WebSocket or SockJS.
  RTM,
  /// One HTTP request.
  WEB
}
