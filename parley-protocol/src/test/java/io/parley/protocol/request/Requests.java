package io.parley.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import io.parley.core.user.CustomerId;
import io.parley.core.user.Reach;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.InvalidRequest;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Call;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Handling;
import io.parley.protocol.method.Method;

/// Requests as an agent and a customer make them, through the catalogue.
final class Requests {
  static final Caller.ByAgent ANNA =
      new Caller.ByAgent(new AgentId("anna@example.com"), Reach.ALL, "client-1");
  static final Caller.ByCustomer CARL =
      new Caller.ByCustomer(new CustomerId("b7eff798-f8df-4364-8059-649c35c9ed0c"), "client-2");
  static final String CONNECTION = "connection-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private Requests() {}

  /// JSON, with single quotes or double ones.
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// What an agent's request becomes: a command, or a query.
  static Object byAgent(String method, String payload) {
    return decode(find(Api.AGENT, method), json(payload), ANNA);
  }

  /// What a customer's request becomes: a command, or a query.
  static Object byCustomer(String method, String payload) {
    return decode(find(Api.CUSTOMER, method), json(payload), CARL);
  }

  /// What is wrong with an agent's request.
  static String problemOfAgent(String method, String payload) {
    return problem(() -> byAgent(method, payload));
  }

  /// What is wrong with a customer's request.
  static String problemOfCustomer(String method, String payload) {
    return problem(() -> byCustomer(method, payload));
  }

  /// The message of the refusal that `request` ends in.
  static String problem(Runnable request) {
    InvalidRequest refusal = catchThrowableOfType(InvalidRequest.class, request::run);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.getMessage();
  }

  static Object decode(Method method, ObjectNode payload, Caller caller) {
    ApiVersion version =
        method.versions().contains(ApiVersion.V3_1) ? ApiVersion.V3_1 : ApiVersion.V3_2;
    var call = new Call(version, caller, CONNECTION);
    return switch (method.handling()) {
      case Handling.Submit(var decoder) -> decoder.decode(payload, call);
      case Handling.Ask(var decoder) -> decoder.decode(payload, call);
      case Handling.OfConnection.LOGIN ->
          method.api() == Api.AGENT ? AgentLogin.of(payload) : CustomerLogin.of(payload);
      case Handling.OfConnection _ -> payload;
      case Handling.OfServer.UPLOAD_FILE -> payload;
      case Handling.OfServer.GET_FORM -> FormRequest.of(payload);
      case Handling.OfServer.GET_URL_DETAILS -> UrlDetailsRequest.of(payload);
      case Handling.OfServer.CHECK_GOALS -> GoalsRequest.of(payload);
      case Handling.OfServer.GET_WEBHOOKS_CONFIG -> WebhookDecoder.list(payload, call);
    };
  }

  private static Method find(Api api, String name) {
    var catalogue = new Catalogue();
    return catalogue
        .find(ApiVersion.V3_1, api, Transport.RTM, name)
        .or(() -> catalogue.find(ApiVersion.V3_1, api, Transport.WEB, name))
        .or(() -> catalogue.find(ApiVersion.V3_2, api, Transport.WEB, name))
        .orElseThrow();
  }
}
