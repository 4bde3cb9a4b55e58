package io.parley.gateway.rtm;

import java.util.List;
import java.util.Optional;

/// How messages are put into the texts of a WebSocket.
public interface Framing {
  /// Each message is a text of its own.
  Framing PLAIN =
      new Framing() {
        @Override
        public List<String> encode(List<String> messages) {
          return messages;
        }

        @Override
        public Optional<List<String>> decode(String text) {
          return Optional.of(List.of(text));
        }
      };

  /// The texts that bring these messages, in order.
  List<String> encode(List<String> messages);

  /// The messages that a text brings; empty if it is not well-formed.
  Optional<List<String>> decode(String text);
}
