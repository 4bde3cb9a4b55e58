package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.chat.DeleteChatProperties;
import io.parley.core.chat.DeleteEventProperties;
import io.parley.core.chat.DeleteThreadProperties;
import io.parley.core.chat.UpdateChatProperties;
import io.parley.core.chat.UpdateEventProperties;
import io.parley.core.chat.UpdateThreadProperties;
import io.parley.core.property.Properties;
import io.parley.protocol.method.Call;
import java.util.List;
import java.util.Map;

/// Reads the requests that set and delete properties of chats, threads and events.
public final class PropertyChangeDecoder {
  private PropertyChangeDecoder() {}

  /// Update Chat Properties.
  public static Command updateChat(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateChatProperties(
        call.caller(), ChatDecoder.chatId(request), properties(request));
  }

  /// Delete Chat Properties.
  public static Command deleteChat(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new DeleteChatProperties(call.caller(), ChatDecoder.chatId(request), names(request));
  }

  /// Update Chat Thread Properties.
  public static Command updateThread(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateThreadProperties(
        call.caller(), ChatDecoder.chatId(request), Ids.thread(request), properties(request));
  }

  /// Delete Chat Thread Properties.
  public static Command deleteThread(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new DeleteThreadProperties(
        call.caller(), ChatDecoder.chatId(request), Ids.thread(request), names(request));
  }

  /// Update Event Properties.
  public static Command updateEvent(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new UpdateEventProperties(
        call.caller(), ChatDecoder.chatId(request), Ids.event(request), properties(request));
  }

  /// Delete Event Properties.
  public static Command deleteEvent(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    return new DeleteEventProperties(
        call.caller(), ChatDecoder.chatId(request), Ids.event(request), names(request));
  }

  /// Properties to be set, one at least.
  static Properties properties(Fields request) {
    Fields given = request.object("properties");
    Properties properties = PropertiesDecoder.read(request, "properties");
    if (properties.isEmpty()) {
      throw given.invalid("must hold a property");
    }
    return properties;
  }

  /// Names of properties to be deleted, one at least.
  static Map<String, List<String>> names(Fields request) {
    Fields given = request.object("properties");
    Map<String, List<String>> names = PropertiesDecoder.names(given);
    if (names.isEmpty()) {
      throw given.invalid("must hold the name of a property");
    }
    return names;
  }
}
