package io.parley.core.event;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The system messages that the server itself sends (references, System messages).
public final class SystemMessages {
  private SystemMessages() {}

  /// An agent closed the thread.
  public static EventBody archivedByAgent(String agentName) {
    return new EventBody.SystemMessage(
        "manual_archived_agent", agentName + " archived the chat", Map.of("agent", agentName));
  }

  /// The customer closed the thread.
  public static EventBody archivedByCustomer(String customerName) {
    return new EventBody.SystemMessage(
        "manual_archived_customer",
        customerName + " archived the chat",
        Map.of("customer", customerName));
  }

  /// The router closed a thread in which nothing happened for `inactivity`.
  public static EventBody archivedInactive(Duration inactivity) {
    String minutes = minutes(inactivity);
    return new EventBody.SystemMessage(
        "routing.archived_inactive",
        "Chat archived due to " + minutes + " minutes of inactivity",
        Map.of("duration", minutes));
  }

  /// Nothing happened in an active thread for `inactivity`.
  public static EventBody idle(Duration inactivity) {
    String minutes = minutes(inactivity);
    return new EventBody.SystemMessage(
        "routing.idle",
        "Chat is idle due to " + minutes + " minutes of inactivity",
        Map.of("duration", minutes));
  }

  /// An agent was added to a chat that had agents.
  public static EventBody agentAdded(String initiator, String agent) {
    return new EventBody.SystemMessage(
        "agent_added",
        initiator + " added " + agent + " to the chat",
        Map.of("initiator", initiator, "agent", agent));
  }

  /// An agent joined a chat that had agents.
  public static EventBody agentJoined(String agent) {
    return new EventBody.SystemMessage(
        "agent_joined", agent + " joined the chat", Map.of("agent", agent));
  }

  /// An agent left the chat.
  public static EventBody agentLeft(String agent) {
    return new EventBody.SystemMessage(
        "agent_left", agent + " left the chat", Map.of("agent", agent));
  }

  /// An agent was removed by another.
  public static EventBody agentRemoved(String initiator, String agent) {
    return new EventBody.SystemMessage(
        "agent_removed",
        initiator + " removed " + agent + " from the chat",
        Map.of("initiator", initiator, "agent", agent));
  }

  /// A customer was added to the chat.
  public static EventBody customerAdded(String initiator, String customer) {
    return new EventBody.SystemMessage(
        "customer_added",
        initiator + " added " + customer + " to the chat",
        Map.of("initiator", initiator, "customer", customer));
  }

  /// The chat was transferred.
  public static EventBody transferred(String initiator, String targets) {
    return new EventBody.SystemMessage(
        "chat_transferred",
        initiator + " transferred the chat to " + targets,
        Map.of("initiator", initiator, "targets", targets));
  }

  /// The customer rated the chat.
  public static EventBody rated(String customer, String score) {
    return new EventBody.SystemMessage(
        "rating.chat_rated",
        customer + " rated the chat as " + score,
        Map.of("customer", customer, "score", score));
  }

  /// The customer commented on the chat.
  public static EventBody commented(String customer, String comment) {
    return new EventBody.SystemMessage(
        "rating.chat_commented",
        customer + " left the following comment: " + comment,
        Map.of("customer", customer, "comment", comment));
  }

  /// The customer took the rating back.
  public static EventBody ratingCanceled(String customer) {
    return new EventBody.SystemMessage(
        "rating.chat_rating_canceled",
        customer + " canceled the chat rating",
        Map.of("customer", customer));
  }

  /// An agent changed the customer's name, address or both.
  ///
  /// @param name the new name; null if it stays
  /// @param email the new address; null if it stays
  public static EventBody customerUpdated(
      String initiator, @Nullable String name, @Nullable String email) {
    var vars = new TreeMap<String, String>();
    vars.put("initiator", initiator);
    if (name != null) {
      vars.put("customer_name", name);
    }
    if (email != null) {
      vars.put("customer_email", email);
    }
    String what = name == null ? "email" : email == null ? "name" : "name and email";
    String values = name == null ? email : email == null ? name : name + ", " + email;
    return new EventBody.SystemMessage(
        "customer_updated",
        initiator + " has changed customer's " + what + " to " + values,
        Map.copyOf(vars));
  }

  /// The customer was banned, which ended the chat.
  public static EventBody customerBanned(String agent, int days) {
    return new EventBody.SystemMessage(
        "customer_banned",
        "Chat archived because customer was banned by " + agent + " for " + days + " day(s)",
        Map.of("agent", agent, "duration", Integer.toString(days)));
  }

  private static String minutes(Duration duration) {
    return Long.toString(Math.max(1, duration.toMinutes()));
  }
}
