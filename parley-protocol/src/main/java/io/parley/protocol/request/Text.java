package io.parley.protocol.request;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What a string may hold. None holds U+0000 or half of a surrogate pair: neither can be stored.
public enum Text {
  /// The id of a chat or a thread.
  ID(1, 64, Limit.CHARACTERS, Text::isPlain),
  /// The id of an event.
  EVENT_ID(1, 128, Limit.CHARACTERS, Text::isPlain),
  /// The id of an agent: an e-mail address, or a bot's id.
  AGENT_ID(1, 254, Limit.CHARACTERS, Text::isVisible),
  /// An id that the client made up, a type, a key: anything short.
  NAME(1, 256, Limit.CHARACTERS, Text::isAny),
  /// The same, and may be empty.
  LABEL(0, 1024, Limit.CHARACTERS, Text::isAny),
  /// The name of a tag.
  TAG(1, 100, Limit.CHARACTERS, Text::isAny),
  /// The name of a person; may be empty.
  PERSON(0, 255, Limit.CHARACTERS, Text::isAny),
  /// The key of a map: a namespace, a property, a field.
  KEY(1, 128, Limit.CHARACTERS, Text::isAny),
  /// A value of the customer's: a name, a field.
  VALUE(0, 1024, Limit.CHARACTERS, Text::isAny),
  /// An address of a page or a picture.
  ADDRESS(1, 8192, Limit.CHARACTERS, Text::isAny),
  /// An address that may be empty.
  ADDRESS_OR_EMPTY(0, 8192, Limit.CHARACTERS, Text::isAny),
  /// A secret that the client made up.
  SECRET(1, 1024, Limit.CHARACTERS, Text::isAny),
  /// A token, or the name of a page of a list.
  TOKEN(1, 4096, Limit.CHARACTERS, Text::isPrintable),
  /// A value of a property, an answer of a form, what a button stands for.
  CONTENT(0, 4 * 1024, Limit.BYTES, Text::isAny),
  /// A text that may be empty.
  MESSAGE_OR_EMPTY(0, 16 * 1024, Limit.BYTES, Text::isAny),
  /// A text.
  MESSAGE(1, 16 * 1024, Limit.BYTES, Text::isAny);

  private enum Limit {
    CHARACTERS,
    BYTES
  }

  private static final String PLAIN = "^[A-Za-z0-9_-]*$";

  private final int min;
  private final int max;
  private final Limit limit;
  private final IntPredicate allowed;

  Text(int min, int max, Limit limit, IntPredicate allowed) {
    this.min = min;
    this.max = max;
    this.limit = limit;
    this.allowed = allowed;
  }

  /// The least number of characters.
  public int min() {
    return min;
  }

  /// The most, in characters, or in bytes of UTF-8 ([#countsBytes]).
  public int max() {
    return max;
  }

  /// True if bytes of UTF-8 are counted, and not characters.
  public boolean countsBytes() {
    return limit == Limit.BYTES;
  }

  /// A regular expression for the strings whose characters are few, else null.
  public @Nullable String pattern() {
    return this == ID || this == EVENT_ID ? PLAIN : null;
  }

  /// What is wrong with a string, or null.
  @Nullable String problem(String text) {
    if (text.length() < min) {
      return "must not be empty";
    }
    if (text.length() > max) {
      return tooLong();
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "must not contain U+0000";
      }
      if (!allowed.test(c)) {
        return "must not contain " + described(c);
      }
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (isPair(text, i)) {
        bytes += 4;
        i++;
      } else {
        return "must be well-formed Unicode";
      }
    }
    return limit == Limit.BYTES && bytes > max ? tooLong() : null;
  }

  private String tooLong() {
    return limit == Limit.BYTES
        ? "must be at most " + max / 1024 + " KB in UTF-8"
        : "must be at most " + max + " characters long";
  }

  private static String described(char c) {
    return c > 0x20 && c < 0x7f ? "`" + c + "`" : String.format("U+%04X", (int) c);
  }

  /// True if a string can be stored at all.
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isPair(String text, int high) {
    return high + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1));
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  private static boolean isPrintable(int c) {
    return c >= 0x20 && c != 0x7f;
  }

  private static boolean isVisible(int c) {
    return c != 0x20 && isPrintable(c);
  }

  private static boolean isAny(int c) {
    return c != 0;
  }
}
