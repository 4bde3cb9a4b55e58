package io.parley.store.codec;

/// Makes text acceptable to PostgreSQL, which knows neither the character U+0000 nor halves of
/// surrogate pairs and would fail the commit. Each of these becomes U+FFFD.
public final class StorableText {

  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /// The same text where nothing has to be replaced.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return repaired(text, i);
      }
    }
    return text;
  }

  private static String repaired(String text, int from) {
    var repaired = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      boolean half = Character.charCount(codePoint) == 1 && Character.isSurrogate((char) codePoint);
      if (codePoint == 0 || half) {
        repaired.append(REPLACEMENT);
      } else {
        repaired.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return repaired.toString();
  }
}
