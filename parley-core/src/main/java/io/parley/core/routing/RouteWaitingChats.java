package io.parley.core.routing;

import io.parley.core.Change;
import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Result;
import io.parley.core.chat.Assignment;
import io.parley.core.chat.Chat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatThread;
import io.parley.core.chat.Membership;
import io.parley.core.chat.UserAddedToChat;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Gives chats that wait to agents who have become free, those that wait longest first. The
/// server's
/// own, after anything that may have made an agent free.
public record RouteWaitingChats() implements Command {
  @Override
  public Decision decide(License license, Context context) {
    var changes = new ArrayList<Change>();
    var given = new HashMap<AgentId, Integer>();
    for (ChatId chatId : license.waitingChats()) {
      Chat chat = license.chatOrNull(chatId);
      if (chat != null
          && Router.route(license, chat.access(), given) instanceof Routing.Assigned(var agentId)) {
        chat.activeThread().ifPresent(thread -> changes.addAll(assign(chatId, thread, agentId)));
        given.merge(agentId, 1, Integer::sum);
      }
    }
    return Decision.accepted(Result.Done.DONE, changes);
  }

  private static List<Change> assign(ChatId chatId, ChatThread thread, AgentId agentId) {
    var changes = new ArrayList<Change>();
    changes.add(
        new UserAddedToChat(
            chatId,
            thread.id(),
            Membership.joining(agentId),
            null,
            UserAddedToChat.Reason.ROUTED,
            null));
    changes.addAll(Assignment.noted(chatId, thread));
    return changes;
  }
}
