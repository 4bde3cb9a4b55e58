package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.chat.Membership;
import io.parley.core.customer.Customer;
import io.parley.core.user.AgentId;
import io.parley.core.user.CustomerId;
import io.parley.core.user.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Users of a chat, agents and customers alike.
public final class UserJson {
  private UserJson() {}

  /// The name of the kind of user: `agent` or `customer`.
  public static String typeOf(UserId userId) {
    return switch (userId) {
      case AgentId _ -> "agent";
      case CustomerId _ -> "customer";
    };
  }

  /// Writes one user.
  ///
  /// @param customers profiles; without one, a customer is written with the id alone
  public static void write(
      JsonGenerator json, Viewer viewer, Membership member, Map<CustomerId, Customer> customers)
      throws IOException {
    switch (member.userId()) {
      case AgentId agentId -> AgentJson.writeMember(json, viewer, agentId, member);
      case CustomerId customerId ->
          CustomerJson.writeMember(json, viewer, customerId, customers.get(customerId), member);
    }
  }

  /// Writes the member `users`: everyone who ever was in the chat, as far as the viewer may know.
  static void writeAll(
      JsonGenerator json,
      Viewer viewer,
      List<Membership> members,
      Map<CustomerId, Customer> customers)
      throws IOException {
    json.writeArrayFieldStart("users");
    for (Membership member : members) {
      if (viewer.sees(member)) {
        write(json, viewer, member, customers);
      }
    }
    json.writeEndArray();
  }

  /// Writes the member `user_ids`.
  static void writeIds(JsonGenerator json, Viewer viewer, List<UserId> userIds) throws IOException {
    json.writeArrayFieldStart("user_ids");
    for (UserId userId : userIds) {
      json.writeString(viewer.idOf(userId));
    }
    json.writeEndArray();
  }

  /// Writes what belongs to the user's place in the chat.
  static void writePlace(JsonGenerator json, Membership member) throws IOException {
    json.writeBooleanField("present", member.present());
    OptionalMember.write(json, "events_seen_up_to", member.eventsSeenUpTo());
  }
}
