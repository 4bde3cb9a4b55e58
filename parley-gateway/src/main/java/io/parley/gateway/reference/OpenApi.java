package io.parley.gateway.reference;

import static io.parley.gateway.reference.MethodNotes.JSON;
import static io.parley.gateway.reference.MethodNotes.nameOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.ErrorType;
import io.parley.gateway.http.HttpStatus;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Errors;
import io.parley.protocol.schema.JsonSchema;
import io.parley.protocol.schema.Member;
import io.parley.protocol.schema.Sample;
import io.parley.protocol.schema.Shape;
import io.parley.protocol.schema.WebhookBodies;
import io.parley.protocol.schema.WebhookBody;
import io.parley.protocol.webhook.WebhookTable;
import io.parley.protocol.webhook.WebhookTable.Filter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The Web APIs as an OpenAPI 3.1 description, and what webhooks send.
final class OpenApi {
  private static final String PLACE = "#/components/schemas/";
  private static final String WEBHOOKS = "Webhooks";

  private final JsonSchema schemas = new JsonSchema(JsonSchema.Strangers.TOLERATED, PLACE);

  private OpenApi() {}

  /// The description of the methods that are reached over HTTP, in each version in which they are.
  static ObjectNode of(List<Method> methods) {
    return new OpenApi().described(methods);
  }

  private ObjectNode described(List<Method> methods) {
    ObjectNode root = JSON.objectNode().put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Parley Web APIs")
        .put("version", ApiVersion.V3_1.number())
        .put(
            "description",
            "Every request is a POST with a JSON body. Members that are not described are passed"
                + " over, and one that is null counts as absent.");
    root.putArray("servers").addObject().put("url", "/");
    ArrayNode tags = root.putArray("tags");
    for (Api api : Api.values()) {
      tags.addObject().put("name", MethodNotes.titleOf(api));
    }
    tags.addObject().put("name", WEBHOOKS);
    ObjectNode paths = root.putObject("paths");
    for (Method method : methods) {
      Contract contract = method.contract();
      if (contract != null && method.transports().contains(Transport.WEB)) {
        for (ApiVersion version : new TreeSet<>(method.versions())) {
          paths.putObject(path(version, method)).set("post", operation(version, method, contract));
        }
      }
    }
    ObjectNode webhooks = root.putObject("webhooks");
    for (WebhookBody body : WebhookBodies.bodies()) {
      webhooks.putObject(body.action()).set("post", webhook(body));
    }
    ObjectNode components = root.putObject("components");
    schemas.of(Errors.PAYLOAD);
    components.set("schemas", schemas.structures());
    ObjectNode security = components.putObject("securitySchemes");
    bearer(security, "agent", "An access token of an agent, or a personal one.");
    bearer(security, "customer", "A customer's access token.");
    return root;
  }

  private static void bearer(ObjectNode to, String name, String description) {
    to.putObject(name).put("type", "http").put("scheme", "bearer").put("description", description);
  }

  private static String path(ApiVersion version, Method method) {
    return "/v" + version.number() + "/" + nameOf(method.api()) + "/action/" + method.name();
  }

  private ObjectNode operation(ApiVersion version, Method method, Contract contract) {
    JsonSchema mine = schemas.within(nameOf(method.api()) + ".");
    ObjectNode operation =
        JSON.objectNode()
            .put("operationId", id(version, method))
            .put("summary", contract.summary());
    operation.putArray("tags").add(MethodNotes.titleOf(method.api()));
    operation.set("security", security(method));
    MethodNotes.write(operation, method, contract, Transport.WEB);
    if (method.api() == Api.CUSTOMER) {
      operation.set("parameters", tenant());
    }
    operation.set("requestBody", body(mine, contract.request()));
    ObjectNode responses = operation.putObject("responses");
    ObjectNode success = responses.putObject("200").put("description", "It is done.");
    content(success, "application/json", mine.of(contract.answer()))
        .set("example", Sample.FULL.of(contract.answer()));
    failures(responses, contract);
    return operation;
  }

  /// The oldest version of a method has its plain name.
  private static String id(ApiVersion version, Method method) {
    String plain = nameOf(method.api()) + "." + method.name();
    return version == new TreeSet<>(method.versions()).first()
        ? plain
        : plain + ".v" + version.number();
  }

  /// One of the scopes is enough.
  private static ArrayNode security(Method method) {
    String scheme = method.api() == Api.CUSTOMER ? "customer" : "agent";
    ArrayNode alternatives = JSON.arrayNode();
    if (method.scopes().anyOf().isEmpty()) {
      alternatives.addObject().putArray(scheme);
    }
    for (String scope : method.scopes().anyOf()) {
      alternatives.addObject().putArray(scheme).add(scope);
    }
    return alternatives;
  }

  private static ArrayNode tenant() {
    ArrayNode parameters = JSON.arrayNode();
    parameter(parameters, "license_id", "integer", "the license; this or organization_id");
    parameter(parameters, "organization_id", "string", "the organization; this or license_id");
    return parameters;
  }

  private static void parameter(ArrayNode to, String name, String type, String description) {
    to.addObject()
        .put("name", name)
        .put("in", "query")
        .put("description", description)
        .putObject("schema")
        .put("type", type);
  }

  private static ObjectNode body(JsonSchema schemas, Shape request) {
    ObjectNode body = JSON.objectNode().put("required", !Sample.LEAST.of(request).isEmpty());
    if (file(request) != null) {
      content(body, "multipart/form-data", schemas.of(request));
      return body;
    }
    ObjectNode examples =
        content(body, "application/json", schemas.of(request)).putObject("examples");
    examples.putObject("least").set("value", Sample.LEAST.of(request));
    examples.putObject("full").set("value", Sample.FULL.of(request));
    return body;
  }

  private static @Nullable Member file(Shape request) {
    return request instanceof Shape.OfObject object
        ? object.members().stream()
            .filter(member -> member.shape() instanceof Shape.OfFile)
            .findFirst()
            .orElse(null)
        : null;
  }

  /// What a receiver gets, which proves who sends it by a signature.
  private ObjectNode webhook(WebhookBody body) {
    ObjectNode operation =
        JSON.objectNode()
            .put("operationId", "webhook." + body.action())
            .put("summary", body.summary());
    operation.putArray("tags").add(WEBHOOKS);
    operation.putArray("security");
    operation.set("x-filters", filters(body));
    ArrayNode headers = operation.putArray("parameters");
    header(headers, "X-Parley-Delivery", "the delivery: the same however often it is sent");
    header(
        headers,
        "X-Parley-Signature",
        "`sha256=` and the HMAC-SHA256 of the body under the secret key, in hexadecimal digits");
    ObjectNode sent = operation.putObject("requestBody").put("required", true);
    content(sent, "application/json", schemas.within("webhook.").of(body.shape()))
        .set("example", Sample.FULL.of(body.shape()));
    operation
        .putObject("responses")
        .putObject("2XX")
        .put("description", "It was taken; with any other answer it is sent again.");
    return operation;
  }

  private static ArrayNode filters(WebhookBody body) {
    ArrayNode names = JSON.arrayNode();
    WebhookTable.rows().stream()
        .filter(row -> row.name().equals(body.action()))
        .flatMap(row -> row.filters().stream().map(Filter::wireName).sorted())
        .forEach(names::add);
    return names;
  }

  private static void header(ArrayNode to, String name, String description) {
    to.addObject()
        .put("name", name)
        .put("in", "header")
        .put("required", true)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode content(ObjectNode of, String type, ObjectNode schema) {
    ObjectNode content = of.putObject("content").putObject(type);
    content.set("schema", schema);
    return content;
  }

  private void failures(ObjectNode responses, Contract contract) {
    Map<Integer, List<ErrorType>> byStatus =
        MethodNotes.errors(contract, Transport.WEB).stream()
            .collect(Collectors.groupingBy(HttpStatus::of, TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, types) -> {
          String names =
              types.stream()
                  .map(type -> "`" + type.wireName() + "`: " + type.message())
                  .collect(Collectors.joining("; "));
          ObjectNode response =
              responses.putObject(String.valueOf(status)).put("description", names);
          content(response, "application/json", schemas.of(Errors.PAYLOAD));
        });
  }
}
