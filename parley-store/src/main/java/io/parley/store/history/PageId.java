package io.parley.store.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Names a page: the entry that it lies beside, and on which side.
///
/// @param before true for the page that ends before the entry, false for that which begins after it
/// @param key what the list is sorted by
/// @param id tells apart entries of the same key; empty where keys are unique
record PageId(boolean before, long key, String id) {

  private static final String VERSION = "1";
  private static final int FINGERPRINT_BYTES = 8;

  /// The opaque form, good for the list of that name only.
  String encode(String list) {
    String text =
        String.join(" ", VERSION, before ? "b" : "a", Long.toString(key), fingerprint(list), id);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads the opaque form; empty if it is none, or was made for another list.
  static Optional<PageId> decode(String encoded, String list) {
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String[] parts = text.split(" ", 5);
    if (parts.length != 5 || !parts[0].equals(VERSION) || !parts[3].equals(fingerprint(list))) {
      return Optional.empty();
    }
    try {
      long key = Long.parseLong(parts[2]);
      return key < 0
          ? Optional.empty()
          : Optional.of(new PageId(parts[1].equals("b"), key, parts[4]));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String fingerprint(String list) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
