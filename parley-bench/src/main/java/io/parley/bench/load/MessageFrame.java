package io.parley.bench.load;

import java.nio.charset.StandardCharsets;

/// The `send_event` request of one conversation, made once and renumbered for every message.
///
/// The message's text begins with a mark, `c<conversation>s<message>` with five and seven
/// digits, which is also the request's id: by it responses and pushes are told apart without
/// further reading.
final class MessageFrame {
  /// How many bytes a mark takes.
  static final int MARK_LENGTH = 14;

  private static final int CONVERSATION_DIGITS = 5;
  private static final int MESSAGE_DIGITS = 7;
  private static final String FILLER = " - have you seen the parcel that I sent on Monday?";

  private final byte[] frame;
  private final int idDigits;
  private final int textDigits;

  MessageFrame(int conversation, String chatId) {
    var mark = "c%05ds0000000".formatted(conversation);
    var text =
        "{\"request_id\":\"%s\",\"action\":\"send_event\",\"payload\":{\"chat_id\":\"%s\","
                .formatted(mark, chatId)
            + "\"event\":{\"type\":\"message\",\"text\":\"%s\",\"recipients\":\"all\"}}}"
                .formatted(mark + FILLER);
    frame = text.getBytes(StandardCharsets.UTF_8);
    idDigits = text.indexOf(mark) + 2 + CONVERSATION_DIGITS;
    textDigits = text.lastIndexOf(mark) + 2 + CONVERSATION_DIGITS;
  }

  /// Sends the message with this number.
  void send(RtmConnection connection, int message) {
    var rest = message;
    for (var digit = MESSAGE_DIGITS - 1; digit >= 0; digit--) {
      var character = (byte) ('0' + rest % 10);
      frame[idDigits + digit] = character;
      frame[textDigits + digit] = character;
      rest /= 10;
    }
    connection.send(frame, frame.length);
  }

  /// The conversation's number in the mark at a place, or -1 when there is no mark.
  static int conversationAt(byte[] text, int at, int to) {
    return at < 0 || at + MARK_LENGTH > to || text[at] != 'c'
        ? -1
        : number(text, at + 1, CONVERSATION_DIGITS);
  }

  /// The message's number in the mark at a place that holds one.
  static int messageAt(byte[] text, int at) {
    return number(text, at + 2 + CONVERSATION_DIGITS, MESSAGE_DIGITS);
  }

  private static int number(byte[] text, int at, int digits) {
    var number = 0;
    for (var i = at; i < at + digits; i++) {
      var digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
