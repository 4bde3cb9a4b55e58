package io.parley.bench.relay;

import io.parley.bench.load.JsonScan;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/// One connection of a relay: an agent's or a customer's.
final class RelaySession {
  private static final JsonScan.Key ACTION = JsonScan.Key.of("action");
  private static final JsonScan.Key REQUEST_ID = JsonScan.Key.of("request_id");
  private static final JsonScan.Key CHAT_ID = JsonScan.Key.of("chat_id");
  private static final JsonScan.Key TEXT = JsonScan.Key.of("text");
  private static final JsonScan.Key TOKEN = JsonScan.Key.of("token");

  private final RelayDoor door;
  private final ServerWebSocket socket;
  private final boolean isAgent;
  private long licenseId;
  private String userId = "";

  RelaySession(RelayDoor door, ServerWebSocket socket, boolean isAgent, long licenseId) {
    this.door = door;
    this.socket = socket;
    this.isAgent = isAgent;
    this.licenseId = licenseId;
  }

  long licenseId() {
    return licenseId;
  }

  String userId() {
    return userId;
  }

  RelayDoor door() {
    return door;
  }

  /// Writes a frame, on the thread of the connection or not.
  void send(String frame) {
    if (!socket.isClosed()) {
      var _ = socket.writeTextMessage(frame);
    }
  }

  void received(Buffer frame) {
    var bytes = frame.getBytes();
    var action = JsonScan.string(ACTION, bytes, 0, bytes.length);
    var requestId = JsonScan.string(REQUEST_ID, bytes, 0, bytes.length);
    switch (action) {
      case "send_event" -> sendEvent(requestId, bytes);
      case "login" -> {
        logIn(JsonScan.string(TOKEN, bytes, 0, bytes.length));
        respond(requestId, action, "{\"chats\":[]}");
      }
      case "start_chat" -> startChat(requestId);
      case "follow_chat" -> {
        var chat = door.switchboard().chat(JsonScan.string(CHAT_ID, bytes, 0, bytes.length));
        if (chat != null) {
          chat.follow(this);
        }
        respond(requestId, action, "{}");
      }
      case "close_thread" -> {
        door.switchboard().closed(JsonScan.string(CHAT_ID, bytes, 0, bytes.length));
        respond(requestId, action, "{}");
      }
      case "logout" -> {
        closed();
        respond(requestId, action, "{}");
      }
      default -> respond(requestId, action, "{}");
    }
  }

  void closed() {
    door.switchboard().left(this);
  }

  private void logIn(String token) {
    var secret = token.substring(token.lastIndexOf(' ') + 1);
    if (isAgent) {
      licenseId = door.licenseOfAgent(secret);
      userId = secret.substring(secret.indexOf(':') + 1) + "@example.com";
      door.switchboard().agentCame(this);
    } else {
      userId = secret.substring(secret.indexOf(':') + 1);
    }
  }

  private void startChat(String requestId) {
    var chat = door.switchboard().connect(this);
    if (chat == null) {
      send(
          "{\"request_id\":\"%s\",\"action\":\"start_chat\",\"type\":\"response\",\"success\":false,\"payload\":{}}"
              .formatted(requestId));
      return;
    }
    respond(
        requestId,
        "start_chat",
        "{\"chat_id\":\"%s\",\"thread_id\":\"%s\"}".formatted(chat.id(), chat.threadId()));
    var push =
        "{\"action\":\"incoming_chat_thread\",\"type\":\"push\",\"payload\":{\"chat\":{\"id\":\"%s\","
                .formatted(chat.id())
            + "\"users\":[{\"id\":\"%s\",\"type\":\"customer\"},{\"id\":\"%s\",\"type\":\"agent\"}],"
                .formatted(userId, chat.agent().userId)
            + "\"thread\":{\"id\":\"%s\",\"active\":true}}}}".formatted(chat.threadId());
    send(push);
    chat.agent().send(push);
  }

  private void sendEvent(String requestId, byte[] request) {
    var chat = door.switchboard().chat(JsonScan.string(CHAT_ID, request, 0, request.length));
    if (chat == null) {
      send(
          "{\"request_id\":\"%s\",\"action\":\"send_event\",\"type\":\"response\",\"success\":false,\"payload\":{}}"
              .formatted(requestId));
      return;
    }
    var number = chat.nextEvent();
    var createdAtMicros = door.time().nowMicros();
    var event =
        "{\"id\":\""
            + chat.threadId()
            + '_'
            + number
            + "\",\"created_at\":\""
            + door.time().text(createdAtMicros)
            + "\",\"recipients\":\"all\",\"type\":\"message\",\"text\":\""
            + JsonScan.string(TEXT, request, 0, request.length)
            + "\",\"author_id\":\""
            + userId
            + "\"}";
    door.ledger().accept(new RelayMessage(chat, this, requestId, number, createdAtMicros, event));
  }

  private void respond(String requestId, String action, String payload) {
    send(
        "{\"request_id\":\"%s\",\"action\":\"%s\",\"type\":\"response\",\"success\":true,\"payload\":%s}"
            .formatted(requestId, action, payload));
  }
}
