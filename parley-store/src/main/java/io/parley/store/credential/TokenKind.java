package io.parley.store.credential;

import java.util.Locale;

/// The kinds of access tokens.
public enum TokenKind {
  /// Lets an application act for an agent.
  AGENT,
  /// An agent's own, used together with the account's id.
  PERSONAL,
  /// Lets a customer act.
  CUSTOMER;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TokenKind ofColumn(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
