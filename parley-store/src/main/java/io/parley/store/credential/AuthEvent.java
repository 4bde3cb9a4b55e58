package io.parley.store.credential;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line of the record of who was let in, and to what.
///
/// @param licenseId 0 if nobody knows which
/// @param outcome `ok`, or the code of the refusal
/// @param agentId who it was, or whom someone said to be
/// @param clientId the application that it was about; null if it was about none
/// @param address of the network peer; null if it was a command
public record AuthEvent(
    Instant happenedAt,
    long licenseId,
    Action action,
    String outcome,
    @Nullable String agentId,
    @Nullable String clientId,
    @Nullable String address) {
  /// The outcome of what succeeded.
  public static final String OK = "ok";

  /// What is recorded.
  public enum Action {
    /// An agent signed in, or somebody tried to.
    SIGN_IN,
    /// An agent signed out.
    SIGN_OUT,
    /// An agent answered an application's request.
    CONSENT,
    /// An application got a code or a token by way of an agent's browser.
    AUTHORIZE,
    /// An application exchanged a code.
    CODE_EXCHANGE,
    /// An application used a refresh token.
    REFRESH,
    /// A token was revoked.
    REVOKE,
    /// A personal token was made.
    PERSONAL_TOKEN,
    /// An agent got another password.
    PASSWORD,
    /// A link to choose a password by was sent, or somebody asked for one.
    PASSWORD_LINK,
    /// An application was added, changed or removed.
    CLIENT;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Action ofColumn(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }
}
