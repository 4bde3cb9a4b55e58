package io.parley.gateway.reference;

import static io.parley.gateway.reference.MethodNotes.JSON;
import static io.parley.gateway.reference.MethodNotes.nameOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Errors;
import io.parley.protocol.schema.JsonSchema;
import io.parley.protocol.schema.Push;
import io.parley.protocol.schema.Pushes;
import io.parley.protocol.schema.Sample;
import java.util.List;

/// The RTM APIs as an AsyncAPI 3 description: a channel for each API, an operation for each method
/// with its reply, and one for each push. It is told from the server's side: requests are received,
/// pushes are sent.
final class AsyncApi {
  private static final String PLACE = "#/components/schemas/";
  private static final String ERROR = "error";

  private final ApiVersion version;
  private final JsonSchema schemas = new JsonSchema(JsonSchema.Strangers.TOLERATED, PLACE);
  private final ObjectNode channels = JSON.objectNode();
  private final ObjectNode operations = JSON.objectNode();

  private AsyncApi(ApiVersion version) {
    this.version = version;
  }

  /// The description of the methods of a version that are reached over a connection, and of all
  /// pushes.
  static ObjectNode of(ApiVersion version, List<Method> methods) {
    return new AsyncApi(version).described(methods);
  }

  private ObjectNode described(List<Method> methods) {
    for (Api api : List.of(Api.AGENT, Api.CUSTOMER)) {
      channel(api);
    }
    for (Method method : methods) {
      Contract contract = method.contract();
      if (contract != null
          && method.transports().contains(Transport.RTM)
          && method.versions().contains(version)) {
        request(method, contract);
      }
    }
    Pushes.pushes().forEach(this::push);
    ObjectNode root = JSON.objectNode().put("asyncapi", "3.0.0");
    root.putObject("info")
        .put("title", "Parley RTM APIs")
        .put("version", version.number())
        .put(
            "description",
            "Text frames over WebSocket, or SockJS at the same address with /sjs instead of /ws."
                + " Log in within 30 seconds. Responses carry the request_id of their request; so do"
                + " the pushes that a request caused, on the connection that made it.");
    root.putObject("servers").putObject("here").put("host", "localhost:8080").put("protocol", "ws");
    root.set("channels", channels);
    root.set("operations", operations);
    root.putObject("components").set("schemas", schemas.structures());
    return root;
  }

  private void channel(Api api) {
    String tenant = api == Api.CUSTOMER ? "?license_id={license_id}" : "";
    ObjectNode channel =
        channels
            .putObject(nameOf(api))
            .put("address", "/v" + version.number() + "/" + nameOf(api) + "/rtm/ws" + tenant)
            .put("title", MethodNotes.titleOf(api));
    if (api == Api.CUSTOMER) {
      channel
          .putObject("parameters")
          .putObject("license_id")
          .put("description", "The license; organization_id may stand in its place.");
    }
    ObjectNode error = responseFrame(JSON.objectNode().put("type", "string"), false);
    payload(error, schemas.of(Errors.PAYLOAD), true);
    channel
        .putObject("messages")
        .putObject(ERROR)
        .put("summary", "The request was refused.")
        .set("payload", error);
  }

  private ObjectNode messages(Api api) {
    return (ObjectNode) channels.path(nameOf(api)).path("messages");
  }

  private void request(Method method, Contract contract) {
    Api api = method.api();
    JsonSchema mine = schemas.within(nameOf(api) + ".");
    ObjectNode asked = frame();
    properties(asked).set("action", constant(method.name()));
    if (api == Api.AGENT) {
      properties(asked)
          .putObject("author_id")
          .put("type", "string")
          .put("description", "a bot of the application, in whose name it is asked");
    }
    asked.putArray("required").add("action");
    payload(asked, mine.of(contract.request()), !Sample.LEAST.of(contract.request()).isEmpty());
    ObjectNode request = message(api, method.name(), contract.summary(), asked);
    ObjectNode example = JSON.objectNode().put("request_id", "1").put("action", method.name());
    example(request, "least", example.deepCopy(), Sample.LEAST.of(contract.request()));
    example(request, "full", example, Sample.FULL.of(contract.request()));

    ObjectNode answered = responseFrame(constant(method.name()), true);
    payload(answered, mine.of(contract.answer()), true);
    String answerName = method.name() + ".response";
    ObjectNode response = message(api, answerName, "It is done.", answered);
    example(
        response,
        "full",
        JSON.objectNode()
            .put("request_id", "1")
            .put("action", method.name())
            .put("type", "response")
            .put("success", true),
        Sample.FULL.of(contract.answer()));

    ObjectNode operation = operation(api, method.name(), "receive", contract.summary());
    MethodNotes.write(operation, method, contract, Transport.RTM);
    operation.putArray("messages").add(reference(api, method.name()));
    ObjectNode reply = operation.putObject("reply");
    reply.putObject("channel").put("$ref", "#/channels/" + nameOf(api));
    reply.putArray("messages").add(reference(api, answerName)).add(reference(api, ERROR));
  }

  private void push(Push push) {
    ObjectNode sent = frame();
    properties(sent).set("action", constant(push.name()));
    properties(sent).set("type", constant("push"));
    sent.putArray("required").add("action").add("type");
    payload(sent, schemas.within(nameOf(push.api()) + ".").of(push.payload()), true);
    String name = push.name() + ".push";
    ObjectNode message = message(push.api(), name, push.summary(), sent);
    example(
        message,
        "full",
        JSON.objectNode().put("action", push.name()).put("type", "push"),
        Sample.FULL.of(push.payload()));
    operation(push.api(), name, "send", push.summary())
        .putArray("messages")
        .add(reference(push.api(), name));
  }

  private ObjectNode operation(Api api, String name, String action, String summary) {
    ObjectNode operation =
        operations
            .putObject(nameOf(api) + "." + name)
            .put("action", action)
            .put("title", name)
            .put("summary", summary);
    operation.putObject("channel").put("$ref", "#/channels/" + nameOf(api));
    return operation;
  }

  private ObjectNode message(Api api, String name, String summary, ObjectNode payload) {
    ObjectNode message = messages(api).putObject(name).put("name", name).put("summary", summary);
    message.put("contentType", "application/json").set("payload", payload);
    message.putArray("examples");
    return message;
  }

  private static void example(ObjectNode message, String name, ObjectNode frame, JsonNode payload) {
    frame.set("payload", payload);
    message.withArray("examples").addObject().put("name", name).set("payload", frame);
  }

  private static ObjectNode frame() {
    ObjectNode frame = JSON.objectNode().put("type", "object");
    frame.putObject("properties").putObject("request_id").put("type", "string");
    return frame;
  }

  private static ObjectNode responseFrame(ObjectNode action, boolean success) {
    ObjectNode frame = frame();
    properties(frame).set("action", action);
    properties(frame).set("type", constant("response"));
    properties(frame).putObject("success").put("const", success);
    frame.putArray("required").add("action").add("type").add("success");
    return frame;
  }

  private static void payload(ObjectNode frame, ObjectNode schema, boolean required) {
    properties(frame).set("payload", schema);
    if (required) {
      frame.withArray("required").add("payload");
    }
  }

  private static ObjectNode properties(ObjectNode frame) {
    return (ObjectNode) frame.path("properties");
  }

  private static ObjectNode constant(String value) {
    return JSON.objectNode().put("const", value);
  }

  private static ObjectNode reference(Api api, String message) {
    return JSON.objectNode().put("$ref", "#/channels/" + nameOf(api) + "/messages/" + message);
  }
}
