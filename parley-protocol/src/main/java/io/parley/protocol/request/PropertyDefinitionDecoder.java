package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.property.DefineProperties;
import io.parley.core.property.GetPropertyDefinitions;
import io.parley.core.property.PropertyDefinition;
import io.parley.core.property.PropertyDefinition.Range;
import io.parley.core.property.PropertyDefinition.Rights;
import io.parley.core.property.PropertyLocation;
import io.parley.core.property.PropertyType;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.method.Call;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads definitions of properties.
public final class PropertyDefinitionDecoder {
  private static final int MAX_DEFINITIONS = 100;
  private static final int MAX_DOMAIN = 1000;
  private static final Map<String, PropertyType> TYPES =
      Map.of(
          "int", PropertyType.INT,
          "string", PropertyType.STRING,
          "bool", PropertyType.BOOL,
          "tokenized_string", PropertyType.TOKENIZED_STRING);

  private PropertyDefinitionDecoder() {}

  /// Create Properties, which 3.2 calls Register Properties.
  public static Command define(ObjectNode payload, Call call) {
    Caller.ByAgent caller = ChatDecoder.agent(call);
    String namespace = Objects.requireNonNullElse(caller.clientId(), "");
    Fields request = Fields.of(payload);
    if (payload.isEmpty()) {
      throw request.invalid("must define a property");
    }
    if (payload.size() > MAX_DEFINITIONS) {
      throw request.invalid("must define at most " + MAX_DEFINITIONS + " properties");
    }
    var definitions = new ArrayList<PropertyDefinition>();
    for (Map.Entry<String, JsonNode> entry : payload.properties()) {
      String name = PropertiesDecoder.key(request, entry.getKey(), "the name of a property");
      definitions.add(definition(namespace, name, request.object(name), call.version()));
    }
    return new DefineProperties(caller, definitions);
  }

  /// Get Property Configs, which 3.2 calls List Registered Properties.
  public static Command list(ObjectNode payload, Call call) {
    return new GetPropertyDefinitions(
        ChatDecoder.agent(call), Fields.of(payload).flagOrFalse("all"));
  }

  /// True if a request asks for what belongs to other applications, too.
  public static boolean asksForAll(ObjectNode payload, UserId actor) {
    return payload.path("all").asBoolean(false);
  }

  private static PropertyDefinition definition(
      String namespace, String name, Fields given, ApiVersion version) {
    return new PropertyDefinition(
        namespace,
        name,
        given.choice("type", TYPES),
        locations(given.object("locations"), version),
        domain(given),
        range(given.objectOrNull("range")),
        given.filledTextOrNull("description", Text.LABEL));
  }

  private static Map<PropertyLocation, Rights> locations(Fields given, ApiVersion version) {
    var locations = new EnumMap<PropertyLocation, Rights>(PropertyLocation.class);
    for (Map.Entry<String, JsonNode> entry : given.node().properties()) {
      PropertyLocation location = locationOrNull(entry.getKey(), version);
      if (location == null) {
        throw given.invalid("must have no other members than the locations of the version");
      }
      locations.put(location, rights(given.object(entry.getKey()).object("access")));
    }
    if (locations.isEmpty()) {
      throw given.invalid("must have one location at least");
    }
    return locations;
  }

  /// Licenses and groups are locations since 3.2.
  private static @Nullable PropertyLocation locationOrNull(String name, ApiVersion version) {
    for (PropertyLocation location : PropertyLocation.values()) {
      if (location.name().toLowerCase(Locale.ROOT).equals(name) && isKnown(location, version)) {
        return location;
      }
    }
    return null;
  }

  /// True if the version knows of the location.
  public static boolean isKnown(PropertyLocation location, ApiVersion version) {
    return switch (location) {
      case CHAT, THREAD, EVENT -> true;
      case LICENSE, GROUP -> version.atLeast(ApiVersion.V3_2);
    };
  }

  private static Rights rights(Fields access) {
    for (Map.Entry<String, JsonNode> entry : access.node().properties()) {
      if (!entry.getKey().equals("agent") && !entry.getKey().equals("customer")) {
        throw access.invalid("must have no other members than agent and customer");
      }
    }
    Fields agent = access.objectOrNull("agent");
    Fields customer = access.objectOrNull("customer");
    if (agent == null && customer == null) {
      throw access.invalid("must have one of agent, customer at least");
    }
    return new Rights(
        agent != null && agent.flag("read"),
        agent != null && agent.flag("write"),
        customer != null && customer.flag("read"),
        customer != null && customer.flag("write"));
  }

  private static List<PropertyValue> domain(Fields given) {
    ArrayNode array = given.arrayOrNull("domain", MAX_DOMAIN);
    if (array == null) {
      return List.of();
    }
    if (array.isEmpty()) {
      throw given.invalid("domain", "must not be empty");
    }
    var domain = new ArrayList<PropertyValue>(array.size());
    for (JsonNode value : array) {
      domain.add(PropertiesDecoder.value(value, given, "domain[" + domain.size() + "]"));
    }
    return domain.stream().distinct().toList();
  }

  private static @Nullable Range range(@Nullable Fields given) {
    if (given == null) {
      return null;
    }
    Integer from = given.integerOrNull("from", Integer.MIN_VALUE, Integer.MAX_VALUE);
    Integer to = given.integerOrNull("to", Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (from == null && to == null) {
      throw given.invalid("must have one of from, to at least");
    }
    return new Range(from, to);
  }
}
