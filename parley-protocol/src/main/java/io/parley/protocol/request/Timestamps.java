package io.parley.protocol.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and times of RFC 3339.
final class Timestamps {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
          Pattern.CASE_INSENSITIVE);

  private Timestamps() {}

  /// The moment, cut to microseconds, or null if the text is of another form.
  static @Nullable Instant read(String text) {
    if (!FORM.matcher(text).matches()) {
      return null;
    }
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
