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

  /// What the server does itself: neither a command of a license nor a query about it. The gateway
  /// reads the request with the named record, and writes the answer with
  /// [io.parley.protocol.response.ServerAnswers].
  enum OfServer implements Handling {
    /// A file, as the part `file` of a `multipart/form-data` body; 10 MB at most, else
    /// [io.parley.core.ErrorType#ENTITY_TOO_LARGE].
    UPLOAD_FILE,
    /// A provisioned survey ([io.parley.protocol.request.FormRequest]).
    GET_FORM,
    /// What a page says of itself ([io.parley.protocol.request.UrlDetailsRequest]).
    GET_URL_DETAILS,
    /// Whether a customer has reached a goal ([io.parley.protocol.request.GoalsRequest]).
    CHECK_GOALS,
    /// The webhooks and how their deliveries go
    /// ([io.parley.protocol.request.WebhookDecoder#list]).
    GET_WEBHOOKS_CONFIG
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
