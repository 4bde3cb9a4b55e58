package io.parley.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of values that settings have, each with how it is read and shown.
enum ValueKind {
  INTEGER("a whole number") {
    @Override
    Object parse(String text, Setting setting) {
      long number = Long.parseLong(text);
      if (number < setting.min() || number > setting.max()) {
        throw new IllegalArgumentException(
            setting.max() == Integer.MAX_VALUE
                ? "must be at least " + setting.min()
                : "must be from " + setting.min() + " to " + setting.max());
      }
      return Math.toIntExact(number);
    }
  },
  SWITCH("true or false") {
    @Override
    Object parse(String text, Setting setting) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on", "1" -> true;
        case "false", "no", "off", "0" -> false;
        default -> throw new NumberFormatException();
      };
    }
  },
  TEXT("a text") {
    @Override
    Object parse(String text, Setting setting) {
      var allowed = List.of(setting.oneOf());
      if (!allowed.isEmpty() && !allowed.contains(text)) {
        throw new IllegalArgumentException("must be one of " + String.join(", ", allowed));
      }
      return text;
    }
  },
  PATH("a path") {
    @Override
    Object parse(String text, Setting setting) {
      return path(text);
    }
  },
  PATHS("a list of paths") {
    @Override
    Object parse(String text, Setting setting) {
      return List.of(path(text));
    }
  },
  DURATION("a duration like 500ms, 30s, 5m or 2h") {
    @Override
    Object parse(String text, Setting setting) {
      Matcher matcher = DURATIONS.matcher(text);
      if (!matcher.matches()) {
        throw new NumberFormatException();
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    }
  };

  private static final Pattern DURATIONS = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

  private final String description;

  ValueKind(String description) {
    this.description = description;
  }

  /// Reads one value.
  ///
  /// @throws IllegalArgumentException if it is none of this kind (a [NumberFormatException]) or is
  /// not allowed; the
  ///     message then says what is
  abstract Object parse(String text, Setting setting);

  String description() {
    return description;
  }

  static ValueKind of(Class<?> type) {
    if (type == int.class) {
      return INTEGER;
    } else if (type == boolean.class) {
      return SWITCH;
    } else if (type == String.class) {
      return TEXT;
    } else if (type == Path.class) {
      return PATH;
    } else if (type == List.class) {
      return PATHS;
    } else if (type == Duration.class) {
      return DURATION;
    }
    throw new IllegalStateException("no setting can be a " + type);
  }

  /// The value as a file would say it.
  static String show(Object value) {
    return switch (value) {
      case Duration duration when duration.toMillisPart() != 0 -> duration.toMillis() + "ms";
      case Duration duration when duration.toSecondsPart() != 0 -> duration.toSeconds() + "s";
      case Duration duration when duration.toMinutesPart() != 0 -> duration.toMinutes() + "m";
      case Duration duration -> duration.toHours() + "h";
      default -> value.toString();
    };
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is no path: " + e.getReason(), e);
    }
  }
}
