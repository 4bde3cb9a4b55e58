package io.parley.gateway.sockjs;

import io.parley.gateway.rtm.Framing;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The frames of SockJS: `o` opens, `h` is a heartbeat, `a[…]` brings messages, `c[…]` closes.
/// Clients send arrays of strings, or one string.
final class SockJsFraming implements Framing {
  static final SockJsFraming INSTANCE = new SockJsFraming();
  static final String OPEN = "o";
  static final String HEARTBEAT = "h";

  private SockJsFraming() {}

  @Override
  public List<String> encode(List<String> messages) {
    return List.of(messages(messages));
  }

  static String messages(List<String> messages) {
    return "a" + new JsonArray(messages).encode();
  }

  static String close(int code, String reason) {
    return "c" + new JsonArray().add(code).add(reason).encode();
  }

  @Override
  public Optional<List<String>> decode(String text) {
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    try {
      return switch (Json.decodeValue(text)) {
        case String message -> Optional.of(List.of(message));
        case JsonArray array -> strings(array);
        case null, default -> Optional.empty();
      };
    } catch (DecodeException _) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> strings(JsonArray array) {
    var messages = new ArrayList<String>();
    for (Object each : array) {
      if (!(each instanceof String message)) {
        return Optional.empty();
      }
      messages.add(message);
    }
    return Optional.of(messages);
  }
}
