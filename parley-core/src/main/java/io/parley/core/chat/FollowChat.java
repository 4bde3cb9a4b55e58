package io.parley.core.chat;

import io.parley.core.Command;
import io.parley.core.Context;
import io.parley.core.Decision;
import io.parley.core.Need;
import io.parley.core.Rejection;
import io.parley.core.Result;
import io.parley.core.customer.Customer;
import io.parley.core.event.Event;
import io.parley.core.license.License;
import io.parley.core.user.AgentId;
import io.parley.core.user.Caller;
import java.util.List;

/// Marks a chat as followed (Follow Chat): the agent is told of everything in it until the chat is
/// activated again. Nothing happens if the agent follows it already or is in it.
public record FollowChat(Caller.ByAgent caller, ChatId chatId) implements Command {

  @Override
  public List<Need> needs() {
    return List.of(new Need.OfChat(chatId), new Need.OfLastThreadEvents(chatId));
  }

  @Override
  public Decision decide(License license, Context context) {
    return switch (license.sight(caller, chatId)) {
      case Sight.None(Rejection rejection) -> Decision.rejected(rejection);
      case Sight.Of(Chat chat) -> follow(license, context, chat);
    };
  }

  private Decision follow(License license, Context context, Chat chat) {
    AgentId agentId = caller.id();
    if (license.agentOrNull(agentId) == null) {
      return Decision.rejected(new Rejection.RequesterUnknown(agentId));
    }
    if (chat.isPresent(agentId) || chat.followers().contains(agentId)) {
      return Decision.accepted(new Result.ChatFollowed(chatId));
    }
    ChatThread thread = chat.lastThread();
    List<Event> events = thread == null ? List.of() : context.eventsOf(thread.id());
    Customer customer = chat.customerId().map(license::customerOrNull).orElse(null);
    return Decision.accepted(
        new Result.ChatFollowed(chatId), new ChatFollowed(agentId, chat, events, customer));
  }
}
