package io.parley.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.ErrorType;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import io.parley.protocol.method.Catalogue;
import io.parley.protocol.method.Method;
import io.parley.protocol.schema.Contract;
import io.parley.protocol.schema.Sample;
import io.parley.testkit.NoErrorsLogged;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.RtmClient;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import io.parley.testkit.WebClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whatever is asked, of every method and at every door: there is an answer, it is one of the
/// documented ones, and everybody else goes on talking.
///
/// The seed is reported, and stands in each failure; `-Dparley.seed=N` repeats a run.
@ExtendWith(NoErrorsLogged.class)
class AnyRequestTest {
  private static final int PER_METHOD = Integer.getInteger("parley.requests", 12);
  private static final int MAX_FRAME = 64 * 1024;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final List<String> OF_CONFIGURATION =
      List.of("olga@example.com", "otto@example.com", "0", "1", "dora@example.com", "nothing");

  /// What a request may be refused with, when the server is well and the client is not too fast.
  private static final Set<String> REFUSALS =
      EnumSet.complementOf(
              EnumSet.of(
                  ErrorType.INTERNAL,
                  ErrorType.REQUEST_TIMEOUT,
                  ErrorType.SERVICE_UNAVAILABLE,
                  ErrorType.PENDING_REQUESTS_LIMIT_REACHED))
          .stream()
          .map(ErrorType::wireName)
          .collect(Collectors.toSet());

  private static final Map<String, Integer> STATUSES =
      Map.ofEntries(
          Map.entry("authentication", 401),
          Map.entry("authorization", 403),
          Map.entry("customer_banned", 403),
          Map.entry("not_allowed", 403),
          Map.entry("requester_awaiting_approval", 403),
          Map.entry("requester_suspended", 403),
          Map.entry("group_not_found", 404),
          Map.entry("license_not_found", 404),
          Map.entry("not_found", 404),
          Map.entry("entity_too_large", 413),
          Map.entry("misdirected_request", 421),
          Map.entry("too_many_requests", 429));

  private final long seed = Long.getLong("parley.seed", System.nanoTime());
  private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final ParleyServer server =
      ParleyServer.start(
          TestLicense.license(100)
              .setting("max_customer_chats_count", 1_000)
              .group(1, "Sales")
              .agent("anna@example.com", 1)
              .agent("ben@example.com"),
          TestLicense.license(200).agent("dora@example.com"),
          TestLicense.license(300).owner("olga@example.com").owner("otto@example.com"));
  private final Crowd crowd = new Crowd(server, chance);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldAnswerWhateverIsAskedOfAnyMethod(TestReporter reporter) {
    reporter.publishEntry("parley.seed", Long.toString(seed));
    for (int round = 0; round < PER_METHOD; round++) {
      for (Method method : new Catalogue().methods()) {
        if (method.api() != Api.CONFIGURATION) {
          method.transports().forEach(transport -> ask(method, transport));
        }
      }
    }

    shouldStillServeAConversation();
  }

  /// On a license of its own, whose people may all be gone in the end.
  @Test
  void shouldAnswerWhateverIsAskedOfTheConfiguration(TestReporter reporter) {
    reporter.publishEntry("parley.seed", Long.toString(seed));
    var disturbance = new Disturbance(chance, OF_CONFIGURATION);
    for (int round = 0; round < PER_METHOD; round++) {
      for (Method method : new Catalogue().methods()) {
        Contract contract = method.contract();
        if (method.api() == Api.CONFIGURATION
            && contract != null
            && Sample.FULL.of(contract.request()) instanceof ObjectNode payload) {
          if (chance.nextInt(4) > 0) {
            disturbance.disturb(payload);
          }
          ask(method, payload);
        }
      }
    }

    shouldStillServeAConversation();
  }

  private void ask(Method method, ObjectNode payload) {
    for (ApiVersion version : method.versions()) {
      String path = "/v%s/configuration/action/%s".formatted(version.number(), method.name());
      String token =
          TestLicense.tokenOf(chance.nextBoolean() ? "olga@example.com" : "otto@example.com");
      check(
          method.name() + " " + payload, server.web().post(path, "Bearer " + token, text(payload)));
    }
  }

  @Test
  void shouldAnswerOrCloseWhateverFramesCome(TestReporter reporter) {
    reporter.publishEntry("parley.seed", Long.toString(seed));
    for (String frame : Noise.frames(chance)) {
      for (String path : List.of("/v3.1/agent/rtm/ws", "/v3.1/customer/rtm/ws?license_id=100")) {
        RtmClient connection = server.connection(path);
        connection.sendText(frame);
        checkEach(frame, connection);
      }
    }
    RtmClient connection = server.connection("/v3.1/agent/rtm/ws");
    connection.sendBinary(new byte[] {0, 1, 2, (byte) 0xff});
    checkEach("binary", connection);

    shouldStillServeAConversation();
  }

  @Test
  void shouldAnswerWhateverComesToTheWebApi(TestReporter reporter) {
    reporter.publishEntry("parley.seed", Long.toString(seed));
    for (Noise.WebRequest request : Noise.webRequests(crowd)) {
      WebClient.Answer answer =
          server.web().send(request.method(), request.path(), request.body(), request.headers());
      check(request.toString(), answer);
      assertThat(answer.status()).as("seed %s: %s", seed, request).isEqualTo(request.status());
    }

    shouldStillServeAConversation();
  }

  private void ask(Method method, Transport transport) {
    ObjectNode payload = payload(method);
    if (transport == Transport.WEB) {
      String path =
          method.api() == Api.AGENT
              ? "/v3.1/agent/action/" + method.name()
              : "/v3.1/customer/action/" + method.name() + "?license_id=100";
      String token = method.api() == Api.AGENT ? crowd.agentToken() : crowd.customerToken();
      check(
          method.name() + " " + payload, server.web().post(path, "Bearer " + token, text(payload)));
    } else {
      RtmClient connection = method.api() == Api.AGENT ? crowd.agent() : crowd.customer();
      ObjectNode frame = JSON.createObjectNode();
      frame.put("request_id", "any").put("action", method.name()).set("payload", payload);
      JsonNode answer = answer(connection, frame);
      if (answer == null) {
        assertThat(text(frame).length() > MAX_FRAME || crowd.mayBeClosed(connection))
            .as("seed %s: closed after %s", seed, frame)
            .isTrue();
      } else {
        check(frame.toString(), answer);
      }
      connection.forgetFrames();
    }
  }

  /// The answer; one to a frame that is too deep to be read has no request id.
  private @Nullable JsonNode answer(RtmClient connection, ObjectNode frame) {
    try {
      connection.sendText(text(frame));
    } catch (CompletionException _) {
      connection.awaitClose();
      return null;
    }
    try {
      return connection.frameOrEnd(
          each ->
              each.path("type").asText().equals("response")
                  && each.path("request_id").asText("any").equals("any"));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("seed " + seed + ": no answer to " + frame, e);
    }
  }

  private ObjectNode payload(Method method) {
    List<String> proper = ProperPayloads.of(method);
    String template = proper.get(chance.nextInt(proper.size()));
    try {
      var payload = (ObjectNode) JSON.readTree(crowd.fill(template));
      if (chance.nextInt(4) > 0) {
        new Disturbance(chance, crowd.ids()).disturb(payload);
      }
      return payload;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(template, e);
    }
  }

  private void check(String request, JsonNode answer) {
    JsonNode payload = answer.path("payload");
    assertThat(payload.isObject()).as("seed %s: %s: %s", seed, request, answer).isTrue();
    if (!answer.path("success").asBoolean()) {
      checkError(request, payload.path("error"));
    }
  }

  private void check(String request, WebClient.Answer answer) {
    if (answer.status() == 200) {
      assertThat(answer.body().isContainerNode()).as("seed %s: %s", seed, request).isTrue();
      assertThat(answer.body().has("error")).as("seed %s: %s", seed, request).isFalse();
    } else {
      JsonNode error = answer.body().path("error");
      checkError(request, error);
      if (answer.status() != 405) {
        assertThat(answer.status())
            .as("seed %s: %s: %s", seed, request, error)
            .isEqualTo(STATUSES.getOrDefault(error.path("type").asText(), 400));
      }
    }
  }

  private void checkError(String request, JsonNode error) {
    assertThat(error.path("type").asText())
        .as("seed %s: %s: %s", seed, request, error)
        .isIn(REFUSALS);
    assertThat(error.path("message").asText()).as("seed %s: %s", seed, request).isNotBlank();
  }

  /// A connection on which nobody has logged in is answered with errors until it is closed.
  private void checkEach(String frame, RtmClient connection) {
    JsonNode answer = connection.frameOrEnd(_ -> true);
    if (answer != null
        && !answer.path("action").asText().endsWith("_disconnected")
        && !answer.path("action").asText().equals("ping")) {
      assertThat(answer.path("success").asBoolean(true)).as("%s: %s", frame, answer).isFalse();
      check(frame, answer);
    }
    connection.close();
  }

  private void shouldStillServeAConversation() {
    var ben = server.agent("ben@example.com");
    var eve = server.customer();
    TestChat chat = eve.startsChat("Is anybody there?");
    ben.does("follow_chat", "{chat_id: '%s'}", chat.id());
    eve.says(chat, "Hello?");
    ben.hears(chat, "Hello?");
    ben.says(chat, "Here I am");
    eve.hears(chat, "Here I am");
    assertThat(crowd.foreignChatIsUntouched()).isTrue();
  }

  private static String text(@Nullable JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
