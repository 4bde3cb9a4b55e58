package io.parley.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A client of everything that is reached by HTTP requests. What a method answers is held against
/// what the catalogue promises ([WireShapes]).
public final class WebClient {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();
  static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PLACE = "%s";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern METHOD =
      Pattern.compile(
          "(/(?<version>v[\\d.]+))?/(?<api>agent|customer|configuration)/action/(?<name>\\w+)");

  private final URI server;

  /// The API of the server there.
  public WebClient(URI server) {
    this.server = server;
  }

  /// An answer.
  ///
  /// @param body a missing node if there was none
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /// The type of the error that the answer tells of; empty if it tells of none.
    public String errorType() {
      return body.path("error").path("type").asText("");
    }
  }

  /// Calls a method of the Agent Chat API.
  ///
  /// @param payload JSON; names may go without quotes, texts may have single ones
  public Answer agent(String token, String action, String payload, Object... values) {
    return post(
        "/v3.1/agent/action/" + action, "Bearer " + token, json(payload, values).toString());
  }

  /// Calls a method of the Agent Chat API as a bot.
  ///
  /// @param payload as for agents
  public Answer bot(String token, String botId, String action, String payload, Object... values) {
    return send(
        "POST",
        "/v3.1/agent/action/" + action,
        json(payload, values).toString(),
        List.of("Authorization", "Bearer " + token, "X-Author-Id", botId));
  }

  /// Calls a method of the Configuration API.
  ///
  /// @param version like `3.1`
  /// @param payload as for agents
  public Answer configuration(
      String version, String token, String action, String payload, Object... values) {
    return post(
        "/v" + version + "/configuration/action/" + action,
        "Bearer " + token,
        json(payload, values).toString());
  }

  /// Calls a method of the Customer Chat API.
  ///
  /// @param payload as for agents
  public Answer customer(CustomerAccess access, String action, String payload, Object... values) {
    return customer(access.licenseId(), access.token(), action, json(payload, values).toString());
  }

  /// Calls a method of the Customer Chat API.
  public Answer customer(long licenseId, String token, String action, String payload) {
    return post(
        "/v3.1/customer/action/" + action + "?license_id=" + licenseId, "Bearer " + token, payload);
  }

  /// Reads JSON with values in the places of `%s`.
  static JsonNode json(String payload, Object... values) {
    var text = new StringBuilder(payload);
    int place = 0;
    for (Object value : values) {
      place = text.indexOf(PLACE, place);
      text.replace(place, place + PLACE.length(), value.toString());
      place += value.toString().length();
    }
    try {
      return JSON.readTree(text.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the payload is no JSON: " + text, e);
    }
  }

  /// Posts JSON.
  public Answer post(String path, @Nullable String authorization, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  /// Sends any request.
  ///
  /// @param headers names and values in turn
  public Answer send(String method, String path, String body, List<String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return send(request.build());
  }

  /// Uploads a file as an agent.
  public Answer upload(String token, String filename, byte[] content) {
    return send(form("/v3.1/agent/action/upload_file", token, "file", filename, content));
  }

  /// Uploads a file as an agent, but sends it only when the server says that it may be sent.
  public Answer uploadWhenAsked(String token, String filename, byte[] content) {
    HttpRequest upload = form("/v3.1/agent/action/upload_file", token, "file", filename, content);
    return send(HttpRequest.newBuilder(upload, (_, _) -> true).expectContinue(true).build());
  }

  /// Uploads a file as a customer.
  public Answer upload(CustomerAccess customer, String filename, byte[] content) {
    String path = "/v3.1/customer/action/upload_file?license_id=" + customer.licenseId();
    return send(form(path, customer.token(), "file", filename, content));
  }

  /// Sends a form with one file.
  ///
  /// @param field what the form calls the file
  public Answer postForm(String path, String token, String field, String filename, byte[] content) {
    return send(form(path, token, field, filename, content));
  }

  private HttpRequest form(
      String path, String token, String field, String filename, byte[] content) {
    String boundary = "----------------------------------boundary";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, field, filename);
    var body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
        .build();
  }

  /// Asks for the bytes at an address.
  ///
  /// @param method `GET` or `HEAD`
  /// @param headers names and values by turns
  public HttpResponse<byte[]> bytes(String method, String address, String... headers) {
    var request =
        HttpRequest.newBuilder(server.resolve(address))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Gets a page.
  public Answer get(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build());
  }

  /// Deletes what is at an address.
  public Answer delete(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).DELETE().build());
  }

  private static Answer send(HttpRequest request) {
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      var answer = new Answer(response.statusCode(), json(response.body()), response);
      check(request, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Fails if the answer of a method is not as the catalogue promises.
  private static void check(HttpRequest request, Answer answer) {
    Matcher method = METHOD.matcher(request.uri().getPath());
    if (!method.matches()) {
      return;
    }
    String number =
        Optional.ofNullable(method.group("version"))
            .or(() -> request.headers().firstValue("X-API-Version"))
            .orElse("");
    String problem =
        WireShapes.problemOfAnswer(
            ApiVersion.of(number).orElse(ApiVersion.V3_1),
            Api.valueOf(method.group("api").toUpperCase(Locale.ROOT)),
            Transport.WEB,
            method.group("name"),
            answer.status() == 200,
            answer.body());
    if (problem != null) {
      throw new AssertionError(problem);
    }
  }

  /// The text as JSON; a missing node if it is none.
  private static JsonNode json(String text) throws IOException {
    return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode();
  }
}
