package io.parley.gateway.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a request's body: a JSON object or a form, whatever its `Content-Type` says, because `curl
/// -d` says "form" of everything.
final class ParametersDecoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final int LONGEST_QUERY = 8 * 1024;

  private ParametersDecoder() {}

  static Attempt<Parameters> decode(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString().strip();
    } catch (CharacterCodingException _) {
      return Attempt.invalidRequest("The body is not UTF-8");
    }
    return (text.startsWith("{") ? json(text) : form(text)).then(ParametersDecoder::storable);
  }

  /// Reads the query of an address.
  ///
  /// @param query percent-encoded; null if there is none
  static Attempt<Parameters> query(@Nullable String query) {
    if (query == null) {
      return Attempt.passed(new Parameters(Map.of()));
    }
    if (query.length() > LONGEST_QUERY) {
      return Attempt.invalidRequest("The query is too long");
    }
    return pairs(query, true).then(ParametersDecoder::storable);
  }

  /// Databases have no text with that character in it.
  private static Attempt<Parameters> storable(Parameters parameters) {
    return parameters.byName().values().stream().anyMatch(value -> value.indexOf('\0') >= 0)
        ? Attempt.invalidRequest("A parameter holds the character of number zero")
        : Attempt.passed(parameters);
  }

  private static Attempt<Parameters> json(String text) {
    var byName = new LinkedHashMap<String, String>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          return Attempt.invalidRequest("`" + name + "` must be a text or a number");
        }
        if (value != JsonToken.VALUE_NULL) {
          byName.put(name, parser.getText());
        }
      }
      if (parser.nextToken() != null) {
        return Attempt.invalidRequest("The body goes on after its JSON object");
      }
    } catch (JacksonException e) {
      return Attempt.invalidRequest("The body is no valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Attempt.passed(new Parameters(byName));
  }

  private static Attempt<Parameters> form(String text) {
    return pairs(text, false);
  }

  private static Attempt<Parameters> pairs(String text, boolean valuesOptional) {
    var byName = new LinkedHashMap<String, String>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) {
        continue;
      }
      if (equals == 0 || (equals < 0 && !valuesOptional)) {
        return Attempt.invalidRequest("The body is neither a JSON object nor a form");
      }
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        if (added(byName, name, value) != null) {
          return Attempt.invalidRequest("A parameter is there more than once");
        }
      } catch (IllegalArgumentException _) {
        return Attempt.invalidRequest("The form is not encoded as it should be");
      }
    }
    return Attempt.passed(new Parameters(byName));
  }

  private static @Nullable String added(Map<String, String> byName, String name, String value) {
    return byName.put(
        URLDecoder.decode(name, StandardCharsets.UTF_8),
        URLDecoder.decode(value, StandardCharsets.UTF_8));
  }
}
