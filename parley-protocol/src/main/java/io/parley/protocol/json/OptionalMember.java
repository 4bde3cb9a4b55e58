package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Members of an object that are there only if they have a value.
public final class OptionalMember {
  private OptionalMember() {}

  /// Writes a string, unless it is null.
  public static void write(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  /// Writes an integer, unless it is null.
  public static void write(JsonGenerator json, String name, @Nullable Number number)
      throws IOException {
    if (number != null) {
      json.writeNumberField(name, number.longValue());
    }
  }

  /// Writes a truth value, unless it is null.
  public static void write(JsonGenerator json, String name, @Nullable Boolean flag)
      throws IOException {
    if (flag != null) {
      json.writeBooleanField(name, flag);
    }
  }

  /// Writes a time, unless it is null.
  public static void write(JsonGenerator json, String name, @Nullable Instant time)
      throws IOException {
    if (time != null) {
      Timestamps.writeField(json, name, time);
    }
  }
}
