package io.parley.core.chat;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.agent.Agent;
import io.parley.core.customer.Customer;
import io.parley.core.event.EventBody;
import io.parley.core.event.SystemMessages;
import io.parley.core.license.License;
import io.parley.core.user.Caller;
import io.parley.core.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closes the active thread of a chat (Close Thread). The chat goes on: it can be activated again.
///
/// A system message says who closed it. Refused when no thread is active.
public record CloseThread(Caller caller, ChatId chatId) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) ->
          chat.activeThread()
              .map(
                  _ ->
                      Decision.accepted(
                          Result.Done.DONE,
                          closing(chat, message(license), caller.userId(), context)))
              .orElseGet(() -> Decision.rejected(new Rejection.ChatInactive(chatId)));
    };
  }

  private @Nullable EventBody message(License license) {
    return switch (caller) {
      case Caller.ByAgent(var agentId, _, _) -> {
        Agent agent = license.agentOrNull(agentId);
        yield SystemMessages.archivedByAgent(agent == null ? agentId.value() : agent.name());
      }
      case Caller.ByCustomer(var customerId, _) -> {
        Customer customer = license.customerOrNull(customerId);
        yield SystemMessages.archivedByCustomer(
            customer == null ? "Customer" : customer.displayName());
      }
      case Caller.BySystem() -> null;
    };
  }

  /// The changes that close the active thread: a last message, if there is one, then the closing.
  public static List<Change> closing(
      Chat chat, @Nullable EventBody message, @Nullable UserId by, Context context) {
    return new ChatDraft(context, chat).close(message, by).changes();
  }
}
