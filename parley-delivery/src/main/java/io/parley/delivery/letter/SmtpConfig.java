package io.parley.delivery.letter;

import org.jspecify.annotations.Nullable;

/// The mail server.
///
/// @param user null: it asks for none
/// @param password null: it asks for none
/// @param from the address that letters come from
public record SmtpConfig(
    String host, int port, Tls tls, @Nullable String user, @Nullable String password, String from) {
  /// Whether the connection is encrypted.
  public enum Tls {
    /// It is not.
    NONE,
    /// It must be, once it was asked for.
    STARTTLS,
    /// From the beginning.
    TLS
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "SmtpConfig[" + host + ":" + port + ", " + tls + ", " + user + ", " + from + "]";
  }
}
