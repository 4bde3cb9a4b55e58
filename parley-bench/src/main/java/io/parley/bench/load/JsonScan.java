package io.parley.bench.load;

import java.nio.charset.StandardCharsets;

/// Finds values in a JSON text by their key, without building anything.
///
/// Good only for texts whose shape is known: a key is taken to be the first place where it stands
/// in quotes before a colon, at whatever depth.
public final class JsonScan {
  private JsonScan() {}

  /// A key in the form in which it is searched for.
  public static final class Key {
    private final byte[] quoted;

    private Key(byte[] quoted) {
      this.quoted = quoted;
    }

    /// The key with this name.
    public static Key of(String name) {
      return new Key(('"' + name + '"').getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Where the value of a key begins, or -1 when the key does not occur.
  ///
  /// For a string this is the first byte after its opening quote, for anything else the value's
  /// first byte.
  public static int valueOf(Key key, byte[] text, int from, int to) {
    var quoted = key.quoted;
    var at = from;
    while (true) {
      at = indexOf(quoted, text, at, to);
      if (at < 0) {
        return -1;
      }
      var value = skipBlanks(text, at + quoted.length, to);
      if (value < to && text[value] == ':') {
        value = skipBlanks(text, value + 1, to);
        return value < to && text[value] == '"' ? value + 1 : value;
      }
      at += quoted.length;
    }
  }

  /// Where the string that begins at `start` ends: the place of its closing quote.
  public static int endOfString(byte[] text, int start, int to) {
    for (var at = start; at < to; at++) {
      if (text[at] == '\\') {
        at++;
      } else if (text[at] == '"') {
        return at;
      }
    }
    return to;
  }

  /// The string value of a key, escapes left as they are, or the empty string when the key does not
  /// occur.
  public static String string(Key key, byte[] text, int from, int to) {
    var start = valueOf(key, text, from, to);
    return start < 0
        ? ""
        : new String(text, start, endOfString(text, start, to) - start, StandardCharsets.UTF_8);
  }

  /// The string value of a key in a text.
  public static String string(Key key, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return string(key, bytes, 0, bytes.length);
  }

  /// Whether exactly these bytes stand at a place.
  public static boolean standsAt(byte[] wanted, byte[] text, int at, int to) {
    if (at < 0 || at + wanted.length > to) {
      return false;
    }
    for (var i = 0; i < wanted.length; i++) {
      if (text[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /// The first place of some bytes in a stretch of text, or -1.
  public static int indexOf(byte[] wanted, byte[] text, int from, int to) {
    var first = wanted[0];
    var second = wanted[1];
    var last = to - wanted.length;
    for (var at = from; at <= last; at++) {
      if (text[at] == first && text[at + 1] == second && standsAt(wanted, text, at, to)) {
        return at;
      }
    }
    return -1;
  }

  private static int skipBlanks(byte[] text, int from, int to) {
    var at = from;
    while (at < to && text[at] <= ' ') {
      at++;
    }
    return at;
  }
}
