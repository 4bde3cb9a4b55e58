package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Times on the wire. Written by hand because every event carries one; a `DateTimeFormatter` takes
/// many times as long.
public final class Timestamps {
  private static final int LENGTH = "2017-10-12T15:19:21.010200Z".length();
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int MICROS_PER_SECOND = 1_000_000;
  private static final int MAX_FOUR_DIGIT_YEAR = 9999;
  private static final DateTimeFormatter FAR_AWAY =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private Timestamps() {}

  /// RFC 3339 in UTC with exactly six decimals. Years of more than four digits get a sign, as in
  /// ISO 8601.
  public static String rfc3339(Instant instant) {
    LocalDate date = date(instant);
    return isFarAway(date) ? FAR_AWAY.format(instant) : new String(chars(instant, date));
  }

  /// Writes a member whose value is [#rfc3339].
  public static void writeField(JsonGenerator json, String name, Instant instant)
      throws IOException {
    json.writeFieldName(name);
    LocalDate date = date(instant);
    if (isFarAway(date)) {
      json.writeString(FAR_AWAY.format(instant));
    } else {
      json.writeString(chars(instant, date), 0, LENGTH);
    }
  }

  /// Microseconds since 1970: what 3.1 orders chats by.
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1000);
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY));
  }

  private static boolean isFarAway(LocalDate date) {
    return date.getYear() < 0 || date.getYear() > MAX_FOUR_DIGIT_YEAR;
  }

  private static char[] chars(Instant instant, LocalDate date) {
    int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_PER_DAY);
    var chars = new char[LENGTH];
    put(chars, 0, 4, date.getYear());
    chars[4] = '-';
    put(chars, 5, 2, date.getMonthValue());
    chars[7] = '-';
    put(chars, 8, 2, date.getDayOfMonth());
    chars[10] = 'T';
    put(chars, 11, 2, second / 3600);
    chars[13] = ':';
    put(chars, 14, 2, second / 60 % 60);
    chars[16] = ':';
    put(chars, 17, 2, second % 60);
    chars[19] = '.';
    put(chars, 20, 6, instant.getNano() / 1000);
    chars[26] = 'Z';
    return chars;
  }

  private static void put(char[] chars, int at, int digits, int number) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      chars[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
