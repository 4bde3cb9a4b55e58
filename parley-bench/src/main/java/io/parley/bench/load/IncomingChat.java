package io.parley.bench.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/// What an `incoming_chat_thread` push says about who talks to whom.
///
/// @param chatId the chat
/// @param userIds everyone in it, as the receiver of the push sees them
record IncomingChat(String chatId, Set<String> userIds) {
  private static final JsonFactory JSON = new JsonFactory();

  /// Reads the push.
  static IncomingChat read(byte[] push) {
    var chatId = "";
    var userIds = new HashSet<String>();
    try (var parser = JSON.createParser(push)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && "id".equals(parser.currentName())) {
          var place = parser.getParsingContext().pathAsPointer().toString();
          if (place.equals("/payload/chat/id")) {
            chatId = parser.getText();
          } else if (place.matches("/payload/chat/users/\\d+/id")) {
            userIds.add(parser.getText());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new IncomingChat(chatId, userIds);
  }
}
