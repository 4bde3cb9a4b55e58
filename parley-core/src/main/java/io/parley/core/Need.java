package io.parley.core;

import io.parley.core.chat.ChatId;
import io.parley.core.chat.ThreadId;
import io.parley.core.event.EventId;
import io.parley.core.event.FileId;
import io.parley.core.user.CustomerId;

/// Something that must be in memory before a command is decided.
public sealed interface Need {
  /// A chat with its last thread, and the customers in it.
  record OfChat(ChatId chatId) implements Need {}

  /// A customer, with the ids of all the customer's chats.
  record OfCustomer(CustomerId customerId) implements Need {}

  /// A thread of a chat, without its events; given through [Context#threadOrNull] unless it is the
  /// last of its chat.
  record OfThread(ChatId chatId, ThreadId threadId) implements Need {}

  /// An event of a chat; given through [Context#eventOrNull].
  record OfEvent(ChatId chatId, EventId eventId) implements Need {}

  /// The events of the last thread of a chat, at the moment of the decision; given through
  /// [Context#eventsOf].
  record OfLastThreadEvents(ChatId chatId) implements Need {}

  /// A file that was uploaded to the license; given through [Context#fileOrNull].
  record OfFile(FileId fileId) implements Need {}
}
