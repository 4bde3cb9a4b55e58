package io.parley.core;

import io.parley.core.chat.ChatId;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import io.parley.core.webhook.WebhookId;

/// Why a command was refused; expected, and never a bug.
///
/// The two tables say how each is told to whoever made the request.
public sealed interface Rejection {
  /// The documented kind of the refusal.
  default ErrorType type() {
    return switch (this) {
      case ChatNotFound _,
          ChatAlreadyActive _,
          GroupNotFound _,
          AgentNotFound _,
          CustomerNotFound _,
          MemberCannotUnfollow _,
          WebhookNotFound _,
          InvalidField _ ->
          ErrorType.VALIDATION;
      case ChatForbidden _, NotInChat _, Forbidden _ -> ErrorType.AUTHORIZATION;
      case ChatInactive _ -> ErrorType.CHAT_INACTIVE;
      case ChatLimitReached _, LimitReached _ -> ErrorType.LIMIT_REACHED;
      case GroupsOffline _ -> ErrorType.GROUPS_OFFLINE;
      case AgentOffline _ -> ErrorType.AGENT_OFFLINE;
      case NoAgentForTransfer _, GroupUnavailable _ -> ErrorType.GROUP_UNAVAILABLE;
      case NoSuchGroup _ -> ErrorType.GROUP_NOT_FOUND;
      case GroupOffline _ -> ErrorType.GROUP_OFFLINE;
      case CustomerIsBanned _ -> ErrorType.CUSTOMER_BANNED;
      case RequesterOffline _ -> ErrorType.REQUESTER_ALREADY_OFFLINE;
      case RequesterUnknown _ -> ErrorType.AUTHENTICATION;
      case RequesterSuspended _ -> ErrorType.REQUESTER_SUSPENDED;
      case RequesterAwaitingApproval _ -> ErrorType.REQUESTER_AWAITING_APPROVAL;
      case NotPossible _ -> ErrorType.NOT_ALLOWED;
    };
  }

  /// One sentence for the developer who made the request; names the field or the thing.
  default String message() {
    return switch (this) {
      case ChatNotFound(var chatId) -> "`chat_id`: chat " + chatId + " not found";
      case ChatForbidden(var chatId) -> "No access to chat " + chatId;
      case ChatInactive(var chatId) -> "Chat " + chatId + " has no active thread";
      case ChatAlreadyActive(var chatId) -> "`chat.id`: chat " + chatId + " is already active";
      case ChatLimitReached(_, var limit) ->
          "The customer has reached the limit of " + limit + " chat(s)";
      case AgentOffline(var field) ->
          "`" + field + "`: the agent is offline or can't take the chat";
      case GroupNotFound(var field, var groupId) ->
          "`" + field + "`: group " + groupId + " not found";
      case NoSuchGroup(var groupId) -> "Group " + groupId + " not found";
      case AgentNotFound(var field, var agentId) ->
          "`" + field + "`: agent " + agentId + " not found";
      case CustomerNotFound(var field, var customerId) ->
          "`" + field + "`: customer " + customerId + " not found";
      case NotInChat(var chatId, _) -> "The requester is not a user of chat " + chatId;
      case MemberCannotUnfollow(var chatId) ->
          "`chat_id`: users of chat " + chatId + " can't unfollow it";
      case RequesterUnknown(_) -> "The requester is not an agent of the license";
      case WebhookNotFound(var webhookId) -> "`webhook_id`: webhook " + webhookId + " not found";
      case LimitReached(var message) -> message;
      case NotPossible(var message) -> message;
      case Forbidden(var message) -> message;
      case InvalidField(var field, var problem) -> "`" + field + "`: " + problem;
      case GroupsOffline _,
          NoAgentForTransfer _,
          GroupOffline _,
          GroupUnavailable _,
          CustomerIsBanned _,
          RequesterOffline _,
          RequesterSuspended _,
          RequesterAwaitingApproval _ ->
          type().message();
    };
  }

  /// No chat has that id.
  record ChatNotFound(ChatId chatId) implements Rejection {}

  /// The chat exists, and is none of the caller's business.
  record ChatForbidden(ChatId chatId) implements Rejection {}

  /// The chat has no active thread.
  record ChatInactive(ChatId chatId) implements Rejection {}

  /// The chat has an active thread already.
  record ChatAlreadyActive(ChatId chatId) implements Rejection {}

  /// The customer has as many chats as the license allows.
  record ChatLimitReached(CustomerId customerId, int limit) implements Rejection {}

  /// No agent of the chat's groups accepts chats, and the chat is not continuous.
  record GroupsOffline() implements Rejection {}

  /// The agent that a chat should go to can't take it.
  record AgentOffline(String field) implements Rejection {}

  /// No agent of the groups that a chat should go to can take it.
  record NoAgentForTransfer() implements Rejection {}

  /// A group of the request does not exist.
  record GroupNotFound(String field, GroupId groupId) implements Rejection {}

  /// The group that is asked for does not exist.
  record NoSuchGroup(GroupId groupId) implements Rejection {}

  /// No agent of the group accepts chats.
  record GroupOffline(GroupId groupId) implements Rejection {}

  /// All agents of the group are busy.
  record GroupUnavailable(GroupId groupId) implements Rejection {}

  /// The customer is banned.
  record CustomerIsBanned(CustomerId customerId) implements Rejection {}

  /// An agent of the request does not exist.
  record AgentNotFound(String field, AgentId agentId) implements Rejection {}

  /// A customer of the request does not exist.
  record CustomerNotFound(String field, CustomerId customerId) implements Rejection {}

  /// The caller is not a user of the chat, and the action is for its users.
  record NotInChat(ChatId chatId, UserId userId) implements Rejection {}

  /// Users of a chat can't unfollow it.
  record MemberCannotUnfollow(ChatId chatId) implements Rejection {}

  /// The acting agent is not logged in.
  record RequesterOffline(AgentId agentId) implements Rejection {}

  /// The acting agent is not an agent of the license any more, or may not work.
  record RequesterUnknown(AgentId agentId) implements Rejection {}

  /// The acting agent's rights are withdrawn for now.
  record RequesterSuspended(AgentId agentId) implements Rejection {}

  /// Nobody has let the acting agent in yet.
  record RequesterAwaitingApproval(AgentId agentId) implements Rejection {}

  /// No webhook has that id.
  record WebhookNotFound(WebhookId webhookId) implements Rejection {}

  /// The license has as many of something as it may have.
  record LimitReached(String message) implements Rejection {}

  /// The action makes no sense as things are.
  record NotPossible(String message) implements Rejection {}

  /// The action is not for this caller.
  record Forbidden(String message) implements Rejection {}

  /// A field of the request is wrong in a way that only the state could tell.
  record InvalidField(String field, String problem) implements Rejection {}
}
