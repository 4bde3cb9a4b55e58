package io.parley.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.core.ErrorType;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Errors;
import io.parley.protocol.schema.JsonSchema;
import io.parley.protocol.schema.Pushes;
import io.parley.protocol.schema.Shape;
import io.parley.protocol.schema.WebhookBodies;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds what a server says against what the catalogue promises. The schemas are those of the API
/// reference, but no member may be there that they don't describe.
final class WireShapes {
  private static final int ENOUGH = 12;
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<Shape, Schema> COMPILED = new ConcurrentHashMap<>();
  private static final Map<String, ErrorType> ERRORS =
      Arrays.stream(ErrorType.values())
          .collect(Collectors.toUnmodifiableMap(ErrorType::wireName, type -> type));

  private WireShapes() {}

  /// What is wrong with the answer to a method, or null.
  ///
  /// @param success whether it says that the request succeeded
  static @Nullable String problemOfAnswer(
      ApiVersion version,
      Api api,
      Transport transport,
      String name,
      boolean success,
      JsonNode payload) {
    Contract contract =
        CATALOGUE.find(version, api, transport, name).map(Method::contract).orElse(null);
    String what = (success ? "the answer to " : "the error of ") + name + " of " + api;
    if (!success) {
      String problem = problem(what, payload, Errors.PAYLOAD);
      return problem != null || contract == null
          ? problem
          : problemOfError(what, payload, contract, transport);
    }
    return contract == null ? null : problem(what, payload, contract.answer());
  }

  /// What is wrong with a push, or null.
  static @Nullable String problemOfPush(Api api, String name, JsonNode payload) {
    return Pushes.find(api, name)
        .map(push -> Optional.ofNullable(problem("the push " + name, payload, push.payload())))
        .orElseGet(() -> Optional.of("the push " + name + " of " + api + " is not in Pushes"))
        .orElse(null);
  }

  /// What is wrong with the body of a webhook, or null.
  static @Nullable String problemOfWebhook(JsonNode body) {
    String action = body.path("action").asText();
    return WebhookBodies.find(action)
        .map(told -> Optional.ofNullable(problem("the webhook " + action, body, told.shape())))
        .orElseGet(() -> Optional.of("the webhook " + action + " is not in WebhookBodies"))
        .orElse(null);
  }

  private static @Nullable String problemOfError(
      String what, JsonNode payload, Contract contract, Transport transport) {
    ErrorType type = ERRORS.get(payload.path("error").path("type").asText());
    return type == null
            || contract.errors().contains(type)
            || Errors.common(transport).contains(type)
        ? null
        : what + " is " + type.wireName() + ", which its contract does not name";
  }

  private static @Nullable String problem(String what, JsonNode json, Shape shape) {
    var errors = COMPILED.computeIfAbsent(shape, WireShapes::compiled).validate(json);
    return errors.isEmpty()
        ? null
        : what
            + " is not as its contract says:\n  "
            + errors.stream()
                .limit(ENOUGH)
                .map(Object::toString)
                .collect(Collectors.joining("\n  "))
            + "\n  in "
            + json;
  }

  private static Schema compiled(Shape shape) {
    var writer = new JsonSchema(JsonSchema.Strangers.REFUSED, "#/$defs/");
    ObjectNode schema = writer.of(shape);
    schema.set("$defs", writer.structures());
    return REGISTRY.getSchema(schema);
  }
}
