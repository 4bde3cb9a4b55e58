package io.parley.gateway.rtm;

import java.util.List;

/// What carries the frames of one connection. Used on the connection's event loop only.
public interface Wire {
  /// Puts frames on their way, in order.
  ///
  /// @param sent is called on the event loop when the last has left, or never will
  void send(List<String> frames, Runnable sent);

  /// Asks the client for a sign of life, if the transport can.
  void ping();

  /// Closes in the transport's orderly manner.
  ///
  /// @param code as for WebSocket's close frames
  void close(int code, String reason);

  /// Closes without waiting for the client.
  void cut();
}
