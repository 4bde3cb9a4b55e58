package io.parley.store.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes one JSON object, field by field, and reads one as a tree. What is null is left out.
final class JsonObject {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private final JsonGenerator json;

  private JsonObject(JsonGenerator json) {
    this.json = json;
  }

  static String write(Consumer<JsonObject> content) {
    var text = new StringWriter(96);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      content.accept(new JsonObject(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static <T> String writeArray(List<T> items, BiConsumer<JsonObject, T> content) {
    var text = new StringWriter(96);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      new JsonObject(json).items(items, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static JsonNode read(String text) {
    try {
      return TREES.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what is stored is no JSON", e);
    }
  }

  /// The text of a field, or null if there is none.
  static @Nullable String textOrNull(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null ? null : value.textValue();
  }

  /// The text of a field that is always there.
  static String text(JsonNode object, String name) {
    String value = textOrNull(object, name);
    if (value == null) {
      throw new IllegalArgumentException("what is stored has no text `" + name + "`");
    }
    return value;
  }

  JsonObject text(String name, @Nullable String value) {
    return value == null ? this : doing(() -> json.writeStringField(key(name), storable(value)));
  }

  JsonObject number(String name, @Nullable Number value) {
    return value == null ? this : doing(() -> json.writeNumberField(key(name), value.longValue()));
  }

  JsonObject flag(String name, boolean value) {
    return doing(() -> json.writeBooleanField(key(name), value));
  }

  <T> JsonObject object(String name, @Nullable T value, BiConsumer<JsonObject, T> content) {
    return value == null
        ? this
        : doing(
            () -> {
              json.writeObjectFieldStart(key(name));
              content.accept(this, value);
              json.writeEndObject();
            });
  }

  <T> JsonObject array(String name, List<T> values, BiConsumer<JsonObject, T> content) {
    return doing(
        () -> {
          json.writeFieldName(name);
          items(values, content);
        });
  }

  JsonObject texts(String name, List<String> values) {
    return doing(
        () -> {
          json.writeArrayFieldStart(key(name));
          for (String value : values) {
            json.writeString(storable(value));
          }
          json.writeEndArray();
        });
  }

  private <T> void items(List<T> values, BiConsumer<JsonObject, T> content) {
    doing(
        () -> {
          json.writeStartArray();
          for (T value : values) {
            json.writeStartObject();
            content.accept(this, value);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private JsonObject doing(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String key(String name) {
    return StorableText.of(name);
  }

  private static String storable(String value) {
    return StorableText.of(value);
  }
}
