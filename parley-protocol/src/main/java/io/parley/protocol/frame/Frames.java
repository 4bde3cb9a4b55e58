package io.parley.protocol.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.ErrorType;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.Payload;
import io.parley.protocol.push.EncodedPush;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Reads and writes the frames of the RTM API, and the bodies of the Web API.
public final class Frames {
  private static final int MAX_DEPTH = 64;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Frames() {}

  /// Reads a request frame.
  ///
  /// @throws io.parley.protocol.InvalidRequest if the text is no JSON object, has no `action`, or a
  ///     member of the wrong type
  public static RequestFrame parse(String text) {
    ObjectNode frame = object(text, "frame");
    String action = textOrNull(frame, "action");
    if (action == null) {
      throw new InvalidRequest("action", "is required");
    }
    return new RequestFrame(
        textOrNull(frame, "request_id"), action, payload(frame), textOrNull(frame, "author_id"));
  }

  /// What can be told of a frame that is refused, for the answer to name what it refuses: the id of
  /// the request if there is one, and the action, else an empty one.
  public static RequestFrame readable(String text) {
    ObjectNode frame;
    try {
      frame = object(text, "frame");
    } catch (InvalidRequest _) {
      frame = MAPPER.createObjectNode();
    }
    return new RequestFrame(
        frame.path("request_id").textValue(),
        frame.path("action").asText(""),
        MAPPER.createObjectNode(),
        null);
  }

  /// Reads the body of a Web API request: an object, or nothing, or `null`. An object that holds
  /// but a `payload` stands for that payload.
  ///
  /// @throws io.parley.protocol.InvalidRequest if it is anything else
  public static ObjectNode parseBody(String text) {
    String plain = withoutMark(text);
    if (plain.isBlank() || plain.strip().equals("null")) {
      return MAPPER.createObjectNode();
    }
    ObjectNode body = object(plain, "payload");
    return body.size() == 1 && body.has("payload") ? payload(body) : body;
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static ObjectNode object(String text, String name) {
    try {
      if (MAPPER.readTree(withoutMark(text)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new InvalidRequest(name, "is no well-formed JSON");
    }
    throw new InvalidRequest(name, "must be a JSON object");
  }

  private static ObjectNode payload(ObjectNode frame) {
    JsonNode payload = frame.get("payload");
    if (payload == null || payload.isNull()) {
      return MAPPER.createObjectNode();
    }
    if (payload instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidRequest("payload", "must be an object");
  }

  private static @Nullable String textOrNull(ObjectNode frame, String name) {
    JsonNode member = frame.get(name);
    if (member == null || member.isNull()) {
      return null;
    }
    if (!member.isTextual()) {
      throw new InvalidRequest(name, "must be a string");
    }
    return member.textValue();
  }

  /// A response that says success.
  public static String response(@Nullable String requestId, String action, Payload payload) {
    return object(json -> writeResponse(json, requestId, action, true, payload));
  }

  /// A response that says failure.
  ///
  /// @param data the error's `data`, if any
  public static String error(
      @Nullable String requestId,
      String action,
      ErrorType type,
      String message,
      @Nullable Payload data) {
    return object(
        json ->
            writeResponse(
                json, requestId, action, false, inner -> writeError(inner, type, message, data)));
  }

  private static void writeResponse(
      JsonGenerator json,
      @Nullable String requestId,
      String action,
      boolean success,
      Payload payload)
      throws IOException {
    if (requestId != null) {
      json.writeStringField("request_id", requestId);
    }
    json.writeStringField("action", action);
    json.writeStringField("type", "response");
    json.writeBooleanField("success", success);
    json.writeFieldName("payload");
    payload.writeTo(json);
  }

  /// The body of a successful Web API answer.
  public static String body(Payload payload) {
    return text(payload);
  }

  /// The body of a failed Web API answer.
  ///
  /// @param data the error's `data`, if any
  public static String errorBody(ErrorType type, String message, @Nullable Payload data) {
    return text(json -> writeError(json, type, message, data));
  }

  private static void writeError(
      JsonGenerator json, ErrorType type, String message, @Nullable Payload data)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
    json.writeStringField("type", type.wireName());
    json.writeStringField("message", message);
    if (data != null) {
      json.writeFieldName("data");
      data.writeTo(json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /// A push.
  public static EncodedPush push(String action, Payload payload) {
    return new EncodedPush(
        object(
            json -> {
              json.writeStringField("action", action);
              json.writeStringField("type", "push");
              json.writeFieldName("payload");
              payload.writeTo(json);
            }));
  }

  /// The text as a JSON string, quotes included.
  public static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  private static String object(Payload members) {
    return text(
        json -> {
          json.writeStartObject();
          members.writeTo(json);
          json.writeEndObject();
        });
  }

  private static String text(Payload payload) {
    var out = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      payload.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
