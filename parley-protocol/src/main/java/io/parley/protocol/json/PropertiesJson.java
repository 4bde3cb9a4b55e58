package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Properties: by namespace and name, each value wrapped in an object of its own, or bare for
/// webhooks.
///
/// Each side gets those that it may read in the place where they are set; the license's definitions
/// say which. Nothing is copied to find them: every event passes here.
public final class PropertiesJson {
  private PropertiesJson() {}

  /// True if the viewer may read one of the properties at least.
  public static boolean anyVisible(
      Viewer viewer, PropertyLocation location, Properties properties) {
    for (var namespace : properties.byNamespace().entrySet()) {
      for (String name : namespace.getValue().keySet()) {
        if (viewer.reads(location, namespace.getKey(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Writes the member `properties` with what the viewer may read, even if that is nothing.
  public static void writeField(
      JsonGenerator json, Viewer viewer, PropertyLocation location, Properties properties)
      throws IOException {
    writeField(json, "properties", viewer, location, properties);
  }

  /// Writes a member of that name with what the viewer may read, even if that is nothing.
  public static void writeField(
      JsonGenerator json,
      String member,
      Viewer viewer,
      PropertyLocation location,
      Properties properties)
      throws IOException {
    json.writeObjectFieldStart(member);
    for (var namespace : properties.byNamespace().entrySet()) {
      boolean open = false;
      for (var property : namespace.getValue().entrySet()) {
        if (viewer.reads(location, namespace.getKey(), property.getKey())) {
          if (!open) {
            json.writeObjectFieldStart(namespace.getKey());
            open = true;
          }
          json.writeFieldName(property.getKey());
          writeValue(json, viewer, property.getValue());
        }
      }
      if (open) {
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  /// Writes the member `properties` unless the viewer may read none.
  public static void writeFieldIfAny(
      JsonGenerator json, Viewer viewer, PropertyLocation location, Properties properties)
      throws IOException {
    if (anyVisible(viewer, location, properties)) {
      writeField(json, viewer, location, properties);
    }
  }

  /// True if the viewer may read one of the named properties at least.
  ///
  /// @param names by namespace
  public static boolean anyNameVisible(
      Viewer viewer, PropertyLocation location, Map<String, List<String>> names) {
    return names.entrySet().stream()
        .anyMatch(
            namespace ->
                namespace.getValue().stream()
                    .anyMatch(name -> viewer.reads(location, namespace.getKey(), name)));
  }

  /// Writes the member `properties` with the names alone, of those that the viewer may read.
  ///
  /// @param names by namespace
  public static void writeNames(
      JsonGenerator json, Viewer viewer, PropertyLocation location, Map<String, List<String>> names)
      throws IOException {
    json.writeObjectFieldStart("properties");
    for (var namespace : names.entrySet()) {
      List<String> visible =
          namespace.getValue().stream()
              .filter(name -> viewer.reads(location, namespace.getKey(), name))
              .toList();
      if (!visible.isEmpty()) {
        json.writeArrayFieldStart(namespace.getKey());
        for (String name : visible) {
          json.writeString(name);
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  /// Writes properties with bare values, all of them.
  public static void writeBare(JsonGenerator json, Properties properties) throws IOException {
    json.writeStartObject();
    for (var namespace : properties.byNamespace().entrySet()) {
      json.writeObjectFieldStart(namespace.getKey());
      for (var property : namespace.getValue().entrySet()) {
        json.writeFieldName(property.getKey());
        writeBareValue(json, property.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, Viewer viewer, PropertyValue value)
      throws IOException {
    if (viewer.wrapsPropertyValues()) {
      json.writeStartObject();
      json.writeFieldName("value");
      writeBareValue(json, value);
      json.writeEndObject();
    } else {
      writeBareValue(json, value);
    }
  }

  /// Writes a value as it is.
  public static void writeBareValue(JsonGenerator json, PropertyValue value) throws IOException {
    switch (value) {
      case PropertyValue.Text(String text) -> json.writeString(text);
      case PropertyValue.Whole(long number) -> json.writeNumber(number);
      case PropertyValue.Flag(boolean flag) -> json.writeBoolean(flag);
    }
  }
}
