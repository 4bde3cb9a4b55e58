package io.parley.core.webhook;

/// What a webhook tells of. The names on the wire differ from version to version.
public enum WebhookAction {
  /// A chat has a new thread.
  THREAD_STARTED,
  /// A thread was closed.
  THREAD_CLOSED,
  /// Groups got access to a chat or a customer.
  ACCESS_GRANTED,
  /// Groups lost access.
  ACCESS_REVOKED,
  /// Access was set anew.
  ACCESS_SET,
  /// A user came to a chat.
  USER_ADDED_TO_CHAT,
  /// A user left a chat.
  USER_REMOVED_FROM_CHAT,
  /// A thread has a new event.
  EVENT_ADDED,
  /// An event is another now.
  EVENT_UPDATED,
  /// A button of a rich message was pressed.
  POSTBACK_SENT,
  /// Properties of a chat were set.
  CHAT_PROPERTIES_UPDATED,
  /// Properties of a chat were deleted.
  CHAT_PROPERTIES_DELETED,
  /// Properties of a thread were set.
  THREAD_PROPERTIES_UPDATED,
  /// Properties of a thread were deleted.
  THREAD_PROPERTIES_DELETED,
  /// Properties of an event were set.
  EVENT_PROPERTIES_UPDATED,
  /// Properties of an event were deleted.
  EVENT_PROPERTIES_DELETED,
  /// A thread got a tag.
  THREAD_TAGGED,
  /// A thread lost a tag.
  THREAD_UNTAGGED,
  /// An agent accepts chats, does not, or is offline now.
  ROUTING_STATUS_SET,
  /// An agent was deleted.
  AGENT_DELETED,
  /// There is a new customer.
  CUSTOMER_CREATED,
  /// A user has seen events.
  EVENTS_SEEN
}
