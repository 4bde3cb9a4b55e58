package io.parley.core.chat;

import io.parley.core.Rejection;
import io.parley.core.license.License;
import io.parley.core.user.Caller;

/// What a caller sees when looking for a chat. The one place where access to a chat is checked on
/// the way to a decision.
public sealed interface Sight {
  /// The caller may see the chat.
  record Of(Chat chat) implements Sight {}

  /// The caller may not, or there is none.
  record None(Rejection rejection) implements Sight {}

  /// Looks for a chat of a license, on behalf of a caller. An agent sees chats according to the
  /// token's reach, a customer those that the customer is in.
  static Sight of(License license, Caller caller, ChatId chatId) {
    Chat chat = license.chatOrNull(chatId);
    if (chat == null) {
      return new None(new Rejection.ChatNotFound(chatId));
    }
    boolean sees =
        switch (caller) {
          case Caller.BySystem() -> true;
          case Caller.ByCustomer customer -> chat.isPresent(customer.id());
          case Caller.ByAgent agent ->
              switch (agent.reach()) {
                case ALL -> true;
                case ACCESS ->
                    chat.isPresent(agent.id())
                        || chat.access().admits(license.groupsOf(agent.id()));
                case MY -> chat.isPresent(agent.id());
              };
        };
    return sees ? new Of(chat) : new None(new Rejection.ChatForbidden(chatId));
  }
}
