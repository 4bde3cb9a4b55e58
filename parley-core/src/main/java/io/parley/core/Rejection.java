package io.parley.core;

import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.core.webhook.WebhookId;

/// Why a command was refused; expected, and never a bug.
public sealed interface Rejection {
  /// The documented kind of the refusal.
  ErrorType type();

  /// One sentence for the developer who made the request; names the field or the thing.
  String message();

  /// No chat has that id.
  record ChatNotFound(ChatId chatId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`chat_id`: chat " + chatId + " not found";
    }
  }

  /// The chat exists, and is none of the caller's business.
  record ChatForbidden(ChatId chatId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.AUTHORIZATION;
    }

    @Override
    public String message() {
      return "No access to chat " + chatId;
    }
  }

  /// The chat has no active thread.
  record ChatInactive(ChatId chatId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.CHAT_INACTIVE;
    }

    @Override
    public String message() {
      return "Chat " + chatId + " has no active thread";
    }
  }

  /// The chat has an active thread already.
  record ChatAlreadyActive(ChatId chatId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`chat.id`: chat " + chatId + " is already active";
    }
  }

  /// The customer has as many chats as the license allows.
  record ChatLimitReached(CustomerId customerId, int limit) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.LIMIT_REACHED;
    }

    @Override
    public String message() {
      return "The customer has reached the limit of " + limit + " chat(s)";
    }
  }

  /// No agent of the chat's groups accepts chats, and the chat is not continuous.
  record GroupsOffline() implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.GROUPS_OFFLINE;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// The agent that a chat should go to can't take it.
  record AgentOffline(String field) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.AGENT_OFFLINE;
    }

    @Override
    public String message() {
      return "`" + field + "`: the agent is offline or can't take the chat";
    }
  }

  /// No agent of the groups that a chat should go to can take it.
  record NoAgentForTransfer() implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.GROUP_UNAVAILABLE;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// A group of the request does not exist.
  record GroupNotFound(String field, GroupId groupId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`" + field + "`: group " + groupId + " not found";
    }
  }

  /// The group that is asked for does not exist.
  record NoSuchGroup(GroupId groupId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.GROUP_NOT_FOUND;
    }

    @Override
    public String message() {
      return "Group " + groupId + " not found";
    }
  }

  /// No agent of the group accepts chats.
  record GroupOffline(GroupId groupId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.GROUP_OFFLINE;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// All agents of the group are busy.
  record GroupUnavailable(GroupId groupId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.GROUP_UNAVAILABLE;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// The customer is banned.
  record CustomerIsBanned(CustomerId customerId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.CUSTOMER_BANNED;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// An agent of the request does not exist.
  record AgentNotFound(String field, AgentId agentId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`" + field + "`: agent " + agentId + " not found";
    }
  }

  /// A customer of the request does not exist.
  record CustomerNotFound(String field, CustomerId customerId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`" + field + "`: customer " + customerId + " not found";
    }
  }

  /// The caller is not a user of the chat, and the action is for its users.
  record NotInChat(ChatId chatId, UserId userId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.AUTHORIZATION;
    }

    @Override
    public String message() {
      return "The requester is not a user of chat " + chatId;
    }
  }

  /// Users of a chat can't unfollow it.
  record MemberCannotUnfollow(ChatId chatId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`chat_id`: users of chat " + chatId + " can't unfollow it";
    }
  }

  /// The acting agent is not logged in.
  record RequesterOffline(AgentId agentId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.REQUESTER_ALREADY_OFFLINE;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// The acting agent is not an agent of the license any more, or may not work.
  record RequesterUnknown(AgentId agentId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.AUTHENTICATION;
    }

    @Override
    public String message() {
      return "The requester is not an agent of the license";
    }
  }

  /// The acting agent's rights are withdrawn for now.
  record RequesterSuspended(AgentId agentId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.REQUESTER_SUSPENDED;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// Nobody has let the acting agent in yet.
  record RequesterAwaitingApproval(AgentId agentId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.REQUESTER_AWAITING_APPROVAL;
    }

    @Override
    public String message() {
      return type().message();
    }
  }

  /// No webhook has that id.
  record WebhookNotFound(WebhookId webhookId) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`webhook_id`: webhook " + webhookId + " not found";
    }
  }

  /// The license has as many of something as it may have.
  record LimitReached(String message) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.LIMIT_REACHED;
    }
  }

  /// The action makes no sense as things are.
  record NotPossible(String message) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.NOT_ALLOWED;
    }
  }

  /// The action is not for this caller.
  record Forbidden(String message) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.AUTHORIZATION;
    }
  }

  /// A field of the request is wrong in a way that only the state could tell.
  record InvalidField(String field, String problem) implements Rejection {
    @Override
    public ErrorType type() {
      return ErrorType.VALIDATION;
    }

    @Override
    public String message() {
      return "`" + field + "`: " + problem;
    }
  }
}
