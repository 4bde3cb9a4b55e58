package io.parley.store.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Properties as `{"<namespace>": {"<name>": <text, whole number or true/false>}}`: the kind of a
/// value is the kind of its JSON.
public final class PropertiesCodec {

  /// The form of no properties.
  public static final String NONE = "{}";

  private static final Shared<Properties> DECODED = new Shared<>(PropertiesCodec::decoded);

  private PropertiesCodec() {}

  /// Properties to JSON.
  public static String encode(Properties properties) {
    return properties.isEmpty()
        ? NONE
        : JsonObject.write(
            json ->
                properties
                    .byNamespace()
                    .forEach(
                        (namespace, values) ->
                            json.object(namespace, values, PropertiesCodec::write)));
  }

  /// One value to JSON, as it stands in the form of properties.
  public static String encode(PropertyValue value) {
    String wrapped = JsonObject.write(json -> write(json, "v", value));
    return wrapped.substring("{\"v\":".length(), wrapped.length() - 1);
  }

  /// Names of properties to `{"<namespace>": ["<name>", …]}`.
  public static String encodeNames(Map<String, List<String>> namesByNamespace) {
    return JsonObject.write(json -> namesByNamespace.forEach(json::texts));
  }

  /// JSON to properties.
  public static Properties decode(String text) {
    return text.equals(NONE) ? Properties.NONE : DECODED.of(text);
  }

  private static Properties decoded(String text) {
    var byNamespace = new TreeMap<String, Map<String, PropertyValue>>();
    JsonObject.read(text)
        .properties()
        .forEach(
            namespace -> {
              var values = new TreeMap<String, PropertyValue>();
              namespace
                  .getValue()
                  .properties()
                  .forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
              byNamespace.put(namespace.getKey(), values);
            });
    return new Properties(byNamespace);
  }

  private static void write(JsonObject json, Map<String, PropertyValue> values) {
    values.forEach((name, value) -> write(json, name, value));
  }

  static void write(JsonObject json, String name, PropertyValue value) {
    switch (value) {
      case PropertyValue.Text(String text) -> json.text(name, text);
      case PropertyValue.Whole(long number) -> json.number(name, number);
      case PropertyValue.Flag(boolean flag) -> json.flag(name, flag);
    }
  }

  static PropertyValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> new PropertyValue.Text(node.textValue());
      case NUMBER -> new PropertyValue.Whole(node.longValue());
      case BOOLEAN -> new PropertyValue.Flag(node.booleanValue());
      case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO ->
          throw new IllegalArgumentException("no value of a property: " + node.getNodeType());
    };
  }
}
