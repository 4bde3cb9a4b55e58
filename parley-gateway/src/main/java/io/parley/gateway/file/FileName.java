package io.parley.gateway.file;

import java.text.Normalizer;

/// Makes names of files safe, wherever they may be written: in addresses, headers, and on disks of
/// those who download them.
final class FileName {
  private static final int LONGEST = 100;
  private static final int LONGEST_EXTENSION = 16;

  private FileName() {}

  /// A name that is close to the given one, and never empty: the last part of a path, without what
  /// can't be seen, turns the direction of the text, or means something to file systems.
  static String safe(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var kept = new StringBuilder(last.length());
    Normalizer.normalize(last, Normalizer.Form.NFC)
        .codePoints()
        .forEach(each -> kept.appendCodePoint(isHarmless(each) ? each : '_'));
    String name = kept.toString().strip();
    int first = 0;
    while (first < name.length() && name.charAt(first) == '.') {
      first++;
    }
    int end = name.length();
    while (end > first && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return first == end ? "file" : shortened(name.substring(first, end));
  }

  /// The name without its extension.
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "/\\:*?\"<>|%;".indexOf(codePoint) < 0;
    };
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension =
        dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    int end = name.offsetByCodePoints(0, LONGEST - extension.codePointCount(0, extension.length()));
    return name.substring(0, end) + extension;
  }
}
