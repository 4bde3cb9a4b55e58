package io.parley.store.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The definition of a property, without its namespace and name.
public final class DefinitionCodec {

  private DefinitionCodec() {}

  /// A definition to JSON.
  public static String encode(PropertyDefinition definition) {
    return JsonObject.write(
        json ->
            json.text("type", name(definition.type()))
                .text("description", definition.description())
                .object(
                    "locations",
                    new TreeMap<>(definition.locations()),
                    DefinitionCodec::writeLocations)
                .array(
                    "domain",
                    definition.domain(),
                    (each, value) -> PropertiesCodec.write(each, "v", value))
                .object("range", definition.range(), DefinitionCodec::writeRange));
  }

  /// JSON to a definition.
  public static PropertyDefinition decode(String namespace, String name, String text) {
    JsonNode json = JsonObject.read(text);
    var locations = new EnumMap<PropertyLocation, Rights>(PropertyLocation.class);
    json.path("locations")
        .properties()
        .forEach(
            entry ->
                locations.put(
                    PropertyLocation.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                    rights(entry.getValue())));
    var domain = new ArrayList<PropertyValue>();
    json.path("domain").forEach(item -> domain.add(PropertiesCodec.value(item.path("v"))));
    return new PropertyDefinition(
        namespace,
        name,
        PropertyType.valueOf(JsonObject.text(json, "type").toUpperCase(Locale.ROOT)),
        locations,
        domain,
        range(json.get("range")),
        JsonObject.textOrNull(json, "description"));
  }

  private static void writeLocations(JsonObject json, Map<PropertyLocation, Rights> locations) {
    locations.forEach(
        (location, rights) ->
            json.object(
                name(location),
                rights,
                (each, given) ->
                    each.flag("agent_reads", given.agentReads())
                        .flag("agent_writes", given.agentWrites())
                        .flag("customer_reads", given.customerReads())
                        .flag("customer_writes", given.customerWrites())));
  }

  private static Rights rights(JsonNode json) {
    return new Rights(
        json.path("agent_reads").asBoolean(),
        json.path("agent_writes").asBoolean(),
        json.path("customer_reads").asBoolean(),
        json.path("customer_writes").asBoolean());
  }

  private static void writeRange(JsonObject json, Range range) {
    json.number("from", range.from()).number("to", range.to());
  }

  private static @Nullable Range range(@Nullable JsonNode json) {
    return json == null ? null : new Range(end(json.get("from")), end(json.get("to")));
  }

  private static @Nullable Integer end(@Nullable JsonNode json) {
    return json == null ? null : json.intValue();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
