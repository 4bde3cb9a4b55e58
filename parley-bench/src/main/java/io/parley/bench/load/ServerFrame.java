package io.parley.bench.load;

import java.nio.charset.StandardCharsets;

/// What is read in a frame that the server sent: of which kind it is, whether it says yes, and
/// where the mark stands that [MessageFrame] reads.
///
/// Places are those of [JsonScan]; a place that there is not is -1, and nothing stands there.
final class ServerFrame {
  private static final JsonScan.Key ACTION = JsonScan.Key.of("action");
  private static final JsonScan.Key REQUEST_ID = JsonScan.Key.of("request_id");
  private static final JsonScan.Key SUCCESS = JsonScan.Key.of("success");
  private static final JsonScan.Key TEXT = JsonScan.Key.of("text");
  private static final byte[] INCOMING_EVENT = bytes("incoming_event\"");
  private static final byte[] RESPONSE = bytes("\"type\":\"response\"");
  private static final byte[] TRUE = bytes("true");

  private ServerFrame() {}

  /// Where the name of the frame's action begins.
  static int action(byte[] frame, int from, int to) {
    return JsonScan.valueOf(ACTION, frame, from, to);
  }

  /// Whether the action at a place is the push of a new event.
  static boolean isIncomingEvent(byte[] frame, int action, int to) {
    return JsonScan.standsAt(INCOMING_EVENT, frame, action, to);
  }

  /// Whether a stretch of a frame says that it is a response.
  static boolean isResponse(byte[] frame, int from, int to) {
    return JsonScan.indexOf(RESPONSE, frame, from, to) >= 0;
  }

  /// Whether a response says that its request succeeded.
  ///
  /// @param from where to begin to look
  static boolean isSuccess(byte[] frame, int from, int to) {
    return JsonScan.standsAt(TRUE, frame, JsonScan.valueOf(SUCCESS, frame, from, to), to);
  }

  /// Where the text of the event begins that a push holds, and with it the mark of the message.
  static int text(byte[] frame, int action, int to) {
    return JsonScan.valueOf(TEXT, frame, action, to);
  }

  /// Where the id of the request begins that a response answers; that of a message is its mark.
  static int requestId(byte[] frame, int from, int to) {
    return JsonScan.valueOf(REQUEST_ID, frame, from, to);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
