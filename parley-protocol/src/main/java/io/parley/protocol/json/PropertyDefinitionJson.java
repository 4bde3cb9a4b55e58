package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyDefinitions;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyValue;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.request.PropertyDefinitionDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Definitions of properties, by namespace and name. Those that are for places alone of which a
/// version knows nothing are left out.
public final class PropertyDefinitionJson {
  private PropertyDefinitionJson() {}

  /// Writes all definitions.
  public static void writeAll(
      JsonGenerator json, ApiVersion version, PropertyDefinitions definitions) throws IOException {
    json.writeStartObject();
    for (var namespace : definitions.byNamespace().entrySet()) {
      List<PropertyDefinition> known =
          namespace.getValue().values().stream()
              .filter(definition -> !locations(definition, version).isEmpty())
              .toList();
      if (!known.isEmpty()) {
        json.writeObjectFieldStart(namespace.getKey());
        for (PropertyDefinition definition : known) {
          json.writeFieldName(definition.name());
          write(json, version, definition);
        }
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static List<PropertyLocation> locations(
      PropertyDefinition definition, ApiVersion version) {
    return definition.locations().keySet().stream()
        .filter(location -> PropertyDefinitionDecoder.isKnown(location, version))
        .sorted()
        .toList();
  }

  private static void write(JsonGenerator json, ApiVersion version, PropertyDefinition definition)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", definition.type().name().toLowerCase(Locale.ROOT));
    OptionalMember.write(json, "description", definition.description());
    json.writeObjectFieldStart("locations");
    for (PropertyLocation location : locations(definition, version)) {
      json.writeObjectFieldStart(location.name().toLowerCase(Locale.ROOT));
      writeAccess(json, rights(definition.locations(), location));
      json.writeEndObject();
    }
    json.writeEndObject();
    if (!definition.domain().isEmpty()) {
      json.writeArrayFieldStart("domain");
      for (PropertyValue value : definition.domain()) {
        PropertiesJson.writeBareValue(json, value);
      }
      json.writeEndArray();
    }
    Range range = definition.range();
    if (range != null) {
      json.writeObjectFieldStart("range");
      OptionalMember.write(json, "from", range.from());
      OptionalMember.write(json, "to", range.to());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static Rights rights(Map<PropertyLocation, Rights> locations, PropertyLocation location) {
    return locations.getOrDefault(location, new Rights(false, false, false, false));
  }

  /// Who has no right at all is left out.
  private static void writeAccess(JsonGenerator json, Rights rights) throws IOException {
    json.writeObjectFieldStart("access");
    writeUser(json, "agent", rights.agentReads(), rights.agentWrites());
    writeUser(json, "customer", rights.customerReads(), rights.customerWrites());
    json.writeEndObject();
  }

  private static void writeUser(JsonGenerator json, String user, boolean reads, boolean writes)
      throws IOException {
    if (reads || writes) {
      json.writeObjectFieldStart(user);
      json.writeBooleanField("read", reads);
      json.writeBooleanField("write", writes);
      json.writeEndObject();
    }
  }
}
