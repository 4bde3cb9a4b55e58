package io.parley.protocol.session;

import io.parley.core.user.Reach;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.push.EncodedPush;
import org.jspecify.annotations.Nullable;

/// A logged-in connection, as those who push to it see it.
public interface Session {
  /// Names the connection, unique among all.
  String connectionId();

  /// The version that the connection speaks.
  ApiVersion version();

  /// Which chats the connection's token covers; [Reach#ALL] for customers, who see their own.
  Reach reach();

  /// Sends a push; after everything that was sent before. Does not block: a connection that reads
  /// too slowly is closed.
  ///
  /// @param requestId the id of the request that caused the push, if this connection made it
  void push(EncodedPush push, @Nullable String requestId);

  /// Tells the client why (`agent_disconnected`, `customer_disconnected`) and closes the
  /// connection.
  void disconnect(String reason);
}
