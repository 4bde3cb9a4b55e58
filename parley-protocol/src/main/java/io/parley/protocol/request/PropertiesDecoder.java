package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.protocol.InvalidRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads properties: values by namespace and name, bare or as `{"value": …}`, the way answers of
/// version 3.1 have them.
final class PropertiesDecoder {
  private static final int MAX_PROPERTIES = 100;

  private PropertiesDecoder() {}

  /// The properties in a member, none if it is absent.
  static Properties read(Fields of, String member) {
    Fields namespaces = of.objectOrNull(member);
    if (namespaces == null || namespaces.node().isEmpty()) {
      return Properties.NONE;
    }
    var byNamespace = new HashMap<String, Map<String, PropertyValue>>();
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : namespaces.node().properties()) {
      String namespace = key(namespaces, entry.getKey(), "a namespace");
      Fields properties = namespaces.objectOrNull(namespace);
      if (properties == null) {
        continue;
      }
      count += properties.node().size();
      if (count > MAX_PROPERTIES) {
        throw namespaces.invalid("must hold at most " + MAX_PROPERTIES + " properties");
      }
      byNamespace.put(namespace, values(properties));
    }
    return new Properties(byNamespace);
  }

  /// The names of properties, by namespace; namespaces without any are left out.
  static Map<String, List<String>> names(Fields namespaces) {
    var byNamespace = new TreeMap<String, List<String>>();
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : namespaces.node().properties()) {
      String namespace = key(namespaces, entry.getKey(), "a namespace");
      List<String> names = namespaces.textsOrNull(namespace, MAX_PROPERTIES, Text.KEY);
      if (names != null && !names.isEmpty()) {
        count += names.size();
        byNamespace.put(namespace, names.stream().distinct().toList());
      }
    }
    if (count > MAX_PROPERTIES) {
      throw namespaces.invalid("must hold at most " + MAX_PROPERTIES + " properties");
    }
    return byNamespace;
  }

  private static Map<String, PropertyValue> values(Fields properties) {
    var values = new HashMap<String, PropertyValue>();
    for (Map.Entry<String, JsonNode> entry : properties.node().properties()) {
      String name = key(properties, entry.getKey(), "the name of a property");
      PropertyValue value = value(properties, name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }

  /// The key of a map, checked.
  static String key(Fields of, String key, String what) {
    String problem = Text.KEY.problem(key);
    if (problem != null) {
      throw of.invalid(what + " " + problem);
    }
    return key;
  }

  private static @Nullable PropertyValue value(Fields properties, String name) {
    JsonNode value = properties.get(name);
    if (value instanceof ObjectNode) {
      Fields wrapped = properties.object(name);
      JsonNode bare = wrapped.get("value");
      if (bare == null) {
        throw wrapped.invalid("value", "is required");
      }
      return value(bare, wrapped, "value");
    }
    return value == null ? null : value(value, properties, name);
  }

  /// A bare value.
  ///
  /// @param of whose member it is
  static PropertyValue value(JsonNode value, Fields of, String member) {
    if (value.isTextual()) {
      String problem = Text.CONTENT.problem(value.textValue());
      if (problem != null) {
        throw of.invalid(member, problem);
      }
      return new PropertyValue.Text(value.textValue());
    }
    if (value.isBoolean()) {
      return new PropertyValue.Flag(value.booleanValue());
    }
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return new PropertyValue.Whole(value.intValue());
    }
    throw notAValue(of, member);
  }

  private static InvalidRequest notAValue(Fields of, String member) {
    return of.invalid(member, "must be a string, an integer of 32 bits, true or false");
  }
}
