package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Properties: by namespace and name, each value wrapped in an object of its own.
///
/// Customers don't get the default properties that the reference gives to agents alone.
public final class PropertiesJson {
  private static final Set<String> ROUTING_FOR_CUSTOMERS =
      Set.of(
          "continuous",
          "email_follow_up",
          "ignore_agents_routing",
          "offline_message",
          "start_url",
          "transcript_email");

  private PropertiesJson() {}

  /// Those of the properties that the viewer may see.
  public static Properties visible(Viewer viewer, Properties properties) {
    if (!viewer.isCustomer() || properties.isEmpty() || allVisible(properties)) {
      return properties;
    }
    var visible = new TreeMap<String, Map<String, PropertyValue>>();
    properties
        .byNamespace()
        .forEach(
            (namespace, values) -> {
              var rest = new TreeMap<>(values);
              rest.keySet().removeIf(name -> !isForCustomers(namespace, name));
              visible.put(namespace, rest);
            });
    return new Properties(visible);
  }

  private static boolean allVisible(Properties properties) {
    return properties.byNamespace().entrySet().stream()
        .allMatch(
            namespace ->
                namespace.getValue().keySet().stream()
                    .allMatch(name -> isForCustomers(namespace.getKey(), name)));
  }

  private static boolean isForCustomers(String namespace, String name) {
    return switch (namespace) {
      case "routing" -> ROUTING_FOR_CUSTOMERS.contains(name);
      case "lc2" -> !name.equals("file_safety_confirmation");
      default -> true;
    };
  }

  /// Writes the member `properties` with what the viewer may see, even if that is nothing.
  public static void writeField(JsonGenerator json, Viewer viewer, Properties properties)
      throws IOException {
    write(json, visible(viewer, properties));
  }

  /// Writes the member `properties` unless the viewer may see none.
  public static void writeFieldIfAny(JsonGenerator json, Viewer viewer, Properties properties)
      throws IOException {
    Properties visible = visible(viewer, properties);
    if (!visible.isEmpty()) {
      write(json, visible);
    }
  }

  private static void write(JsonGenerator json, Properties properties) throws IOException {
    json.writeObjectFieldStart("properties");
    for (var namespace : properties.byNamespace().entrySet()) {
      json.writeObjectFieldStart(namespace.getKey());
      for (var property : namespace.getValue().entrySet()) {
        json.writeObjectFieldStart(property.getKey());
        json.writeFieldName("value");
        writeValue(json, property.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, PropertyValue value) throws IOException {
    switch (value) {
      case PropertyValue.Text(String text) -> json.writeString(text);
      case PropertyValue.Whole(long number) -> json.writeNumber(number);
      case PropertyValue.Flag(boolean flag) -> json.writeBoolean(flag);
    }
  }
}
