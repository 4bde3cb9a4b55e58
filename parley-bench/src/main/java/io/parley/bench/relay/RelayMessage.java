package io.parley.bench.relay;

/// A message on its way through a relay, rendered already.
///
/// @param chat where it was sent
/// @param sender by whom
/// @param requestId of the request, as it stood in it
/// @param number its place in the chat
/// @param createdAtMicros when it was taken, since the epoch
/// @param event the event's JSON
record RelayMessage(
    RelayChat chat,
    RelaySession sender,
    String requestId,
    int number,
    long createdAtMicros,
    String event) {

  /// Sends the response to the sender, then the push to both sides and to those who follow the
  /// chat.
  void deliver() {
    sender.send(response());
    sender.send(push("{\"request_id\":\"" + requestId + "\","));
    var other = chat.otherThan(sender);
    var followers = chat.followers();
    if (other == null && followers.isEmpty()) {
      return;
    }
    var push = push("{");
    if (other != null) {
      other.send(push);
    }
    for (var follower : followers) {
      follower.send(push);
    }
  }

  private String response() {
    return "{\"request_id\":\""
        + requestId
        + "\",\"action\":\"send_event\",\"type\":\"response\",\"success\":true,"
        + "\"payload\":{\"event_id\":\""
        + chat.threadId()
        + '_'
        + number
        + "\"}}";
  }

  private String push(String beginning) {
    return beginning
        + "\"action\":\"incoming_event\",\"type\":\"push\",\"payload\":{\"chat_id\":\""
        + chat.id()
        + "\",\"thread_id\":\""
        + chat.threadId()
        + "\",\"event\":"
        + event
        + "}}";
  }
}
