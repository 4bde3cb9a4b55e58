package io.parley.protocol.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.query.Query;

/// What a call of a method becomes. The decoders throw [io.parley.protocol.InvalidRequest].
public sealed interface Handling {
  /// A command.
  record Submit(CommandDecoder decoder) implements Handling {}

  /// A query.
  record Ask(QueryDecoder decoder) implements Handling {}

  /// Something about the connection itself, which the gateway does.
  enum OfConnection implements Handling {
    /// Login of an agent or a customer.
    LOGIN,
    /// Logout of an agent.
    LOGOUT,
    /// The protocol message that keeps a connection alive.
    PING
  }

  /// Reads a payload as a command.
  @FunctionalInterface
  interface CommandDecoder {
    /// Reads.
    Command decode(ObjectNode payload, Call call);
  }

  /// Reads a payload as a query.
  @FunctionalInterface
  interface QueryDecoder {
    /// Reads.
    Query decode(ObjectNode payload, Call call);
  }
}
