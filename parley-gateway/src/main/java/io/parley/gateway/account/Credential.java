package io.parley.gateway.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// What someone shows at the door: the value of an `Authorization` header or of a login's `token`.
sealed interface Credential {
  /// Nothing longer is looked at.
  int MAX_LENGTH = 4096;

  /// The token that is shown.
  String token();

  /// An agent's or a customer's token.
  record Bearer(String token) implements Credential {}

  /// A personal token with the account that it belongs to.
  record Basic(String accountId, String token) implements Credential {}

  /// Reads `Bearer <token>`, `Basic base64(<account id>:<token>)`, or a token alone, as the
  /// documentation's samples of `login` show it. Empty if it is none of these.
  static Optional<Credential> parse(String authorization) {
    String text = authorization.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int space = text.indexOf(' ');
    if (space < 0) {
      return bearer(text);
    }
    String rest = text.substring(space + 1).strip();
    return switch (text.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> bearer(rest);
      case "basic" -> basic(rest);
      default -> Optional.empty();
    };
  }

  private static Optional<Credential> bearer(String token) {
    return isToken(token) ? Optional.of(new Bearer(token)) : Optional.empty();
  }

  private static Optional<Credential> basic(String encoded) {
    String decoded;
    try {
      decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    int colon = decoded.indexOf(':');
    if (colon < 1 || !isToken(decoded.substring(colon + 1))) {
      return Optional.empty();
    }
    return Optional.of(new Basic(decoded.substring(0, colon), decoded.substring(colon + 1)));
  }

  private static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each > ' ' && each < 0x7f);
  }
}
