package io.parley.protocol.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of pictures and people, checked for their form only.
final class Addresses {
  private static final Pattern WEB =
      Pattern.compile("https?://[^\\s\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);
  private static final int MAX_EMAIL = 254;

  private Addresses() {}

  /// A web address that must be there.
  static String text(Fields of, String member) {
    return checked(of, member, of.text(member, Text.ADDRESS));
  }

  /// A web address, or null if there is none.
  static @Nullable String textOrNull(Fields of, String member) {
    String address = of.filledTextOrNull(member, Text.ADDRESS_OR_EMPTY);
    return address == null ? null : checked(of, member, address);
  }

  /// A web address, empty to have none from now on, or null if the member is absent.
  static @Nullable String clearableOrNull(Fields of, String member) {
    String address = of.textOrNull(member, Text.ADDRESS_OR_EMPTY);
    return address == null || address.isEmpty() ? address : checked(of, member, address);
  }

  private static String checked(Fields of, String member, String address) {
    if (!WEB.matcher(address).matches()) {
      throw of.invalid(member, "must be an address that begins with http:// or https://");
    }
    return address;
  }

  /// An e-mail address, or null if there is none.
  static @Nullable String emailOrNull(Fields of, String member) {
    String email = of.filledTextOrNull(member, Text.VALUE);
    if (email != null && !isEmail(email)) {
      throw of.invalid(member, "must be an e-mail address");
    }
    return email;
  }

  /// True if a text has the form of an e-mail address.
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at == text.lastIndexOf('@')
        && at < text.length() - 1
        && text.length() <= MAX_EMAIL
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }
}
