package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.Command;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.user.AgentId;
import io.parley.core.user.UserId;
import io.parley.protocol.method.Call;
import java.util.Map;

/// Reads the requests that add users to chats and remove them.
public final class ChatUserDecoder {
  private static final Map<String, UserType> TYPES =
      Map.of("agent", UserType.AGENT, "customer", UserType.CUSTOMER);

  private enum UserType {
    AGENT,
    CUSTOMER
  }

  private ChatUserDecoder() {}

  /// Add User to Chat.
  public static Command addUser(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    UserId userId =
        switch (request.choice("user_type", TYPES)) {
          case AGENT -> agent(request);
          case CUSTOMER -> Ids.customer(request, "user_id");
        };
    return new AddUserToChat(ChatDecoder.agent(call), ChatDecoder.chatId(request), userId);
  }

  /// Remove User from Chat. Customers can't be removed.
  public static Command removeUser(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    if (request.choice("user_type", TYPES) == UserType.CUSTOMER) {
      throw request.invalid("user_type", "must be agent: customers can't be removed");
    }
    return new RemoveUserFromChat(
        ChatDecoder.agent(call), ChatDecoder.chatId(request), agent(request));
  }

  private static AgentId agent(Fields request) {
    return new AgentId(request.text("user_id", Text.AGENT_ID));
  }
}
