package io.parley.core.chat;

import io.parley.core.customer.Customer;
import io.parley.core.user.UserId;
import org.jspecify.annotations.Nullable;

/// A user was added to a chat, or is back in it.
///
/// @param threadId the active thread, or null if there is none
/// @param customer the profile, if the user is a customer
/// @param requester who added the user; null for the router
public record UserAddedToChat(
    ChatId chatId,
    @Nullable ThreadId threadId,
    Membership member,
    @Nullable Customer customer,
    Reason reason,
    @Nullable UserId requester)
    implements ChatChange {

  /// Why a user was added.
  public enum Reason {
    /// Somebody asked for it, or the user did.
    MANUAL,
    /// The router gave the chat to an agent.
    ROUTED,
    /// The user wrote without joining.
    WROTE
  }
}
