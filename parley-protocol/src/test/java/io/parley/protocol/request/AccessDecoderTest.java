package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.access.Access;
import io.parley.core.access.AccessOperation;
import io.parley.core.chat.AddUserToChat;
import io.parley.core.chat.ChangeChatAccess;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.RemoveUserFromChat;
import io.parley.core.chat.TransferChat;
import io.parley.core.chat.TransferTarget;
import io.parley.core.customer.ChangeCustomerAccess;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDecoderTest {
  private static final ChatId CHAT = new ChatId("PJ0MRSHTDG");
  private static final AgentId BOB = new AgentId("bob@example.com");

  @ParameterizedTest
  @CsvSource({"grant_access, GRANT", "revoke_access, REVOKE", "set_access, SET"})
  void shouldReadAccessToAChatAndToACustomer(String method, AccessOperation operation) {
    assertThat(
            byAgent(
                method, "{resource: 'chat', id: 'PJ0MRSHTDG', access: {type: 'group', id: 19}}"))
        .isEqualTo(new ChangeChatAccess(ANNA, CHAT, operation, Access.of(new GroupId(19))));
    assertThat(
            byAgent(
                method,
                "{resource: 'customer', id: 'B7EFF798-f8df-4364-8059-649c35c9ed0c',"
                    + " access: {type: 'group', id: '0'}}"))
        .isEqualTo(new ChangeCustomerAccess(ANNA, CARL.id(), operation, Access.of(GroupId.ALL)));
  }

  @Test
  void shouldReadAccessInTheFormOfTheDataStructure() {
    assertThat(
            byAgent(
                "set_access", "{resource: 'chat', id: 'PJ0MRSHTDG', access: {group_ids: [3, 1]}}"))
        .isEqualTo(
            new ChangeChatAccess(
                ANNA, CHAT, AccessOperation.SET, Access.of(new GroupId(1), new GroupId(3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `resource`: is required
          {resource: "thread"} | `resource`: must be one of chat, customer
          {resource: "chat", access: {type: "group", id: 1}} | `id`: is required
          {resource: "customer", id: "PJ0MRSHTDG", access: {type: "group", id: 1}} | `id`: must be a UUID
          {resource: "chat", id: "A"} | `access`: is required
          {resource: "chat", id: "A", access: {}} | `access.type`: is required
          {resource: "chat", id: "A", access: {type: "agent", id: 1}} | `access.type`: must be one of group
          {resource: "chat", id: "A", access: {type: "group"}} | `access.id`: is required
          {resource: "chat", id: "A", access: {type: "group", id: -1}} | `access.id`: must be the number of a group
          {resource: "chat", id: "A", access: {type: "group", id: "x"}} | `access.id`: must be the number of a group
          {resource: "chat", id: "A", access: {type: "group", id: 1.5}} | `access.id`: must be the number of a group
          {resource: "chat", id: "A", access: {group_ids: []}} | `access.group_ids`: must not be empty
          {resource: "chat", id: "A", access: {group_ids: [1, true]}} | `access.group_ids[1]`: must be the number of a group
          """)
  void shouldRefuseAccessThatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("grant_access", payload)).isEqualTo(problem);
  }

  @Test
  void shouldReadATransfer() {
    assertThat(
            byAgent(
                "transfer_chat",
                "{chat_id: 'PJ0MRSHTDG', target: {type: 'group', ids: [19, '3', 19]}}"))
        .isEqualTo(
            new TransferChat(
                ANNA,
                CHAT,
                new TransferTarget.ToGroups(List.of(new GroupId(19), new GroupId(3))),
                false));
    assertThat(
            byAgent(
                "transfer_chat",
                "{chat_id: 'PJ0MRSHTDG', force: true,"
                    + " target: {type: 'agent', ids: ['bob@example.com']}}"))
        .isEqualTo(new TransferChat(ANNA, CHAT, new TransferTarget.ToAgents(List.of(BOB)), true));
    assertThat(byAgent("transfer_chat", "{chat_id: 'PJ0MRSHTDG'}"))
        .isEqualTo(new TransferChat(ANNA, CHAT, null, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `chat_id`: is required
          {chat_id: "A", target: {}} | `target.type`: is required
          {chat_id: "A", target: {type: "customer", ids: ["x"]}} | `target.type`: must be one of agent, group
          {chat_id: "A", target: {type: "group"}} | `target.ids`: is required
          {chat_id: "A", target: {type: "agent"}} | `target.ids`: is required
          {chat_id: "A", target: {type: "group", ids: []}} | `target.ids`: must not be empty
          {chat_id: "A", target: {type: "agent", ids: []}} | `target.ids`: must not be empty
          {chat_id: "A", target: {type: "agent", ids: [1]}} | `target.ids[0]`: must be a string
          {chat_id: "A", target: {type: "group", ids: ["bob"]}} | `target.ids[0]`: must be the number of a group
          {chat_id: "A", force: "yes"} | `force`: must be true or false
          """)
  void shouldRefuseATransferThatIsNotAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("transfer_chat", payload)).isEqualTo(problem);
  }

  @Test
  void shouldReadWhomToAddAndToRemove() {
    String agent = "{chat_id: 'PJ0MRSHTDG', user_id: 'bob@example.com', user_type: 'agent'}";
    String customer =
        "{chat_id: 'PJ0MRSHTDG', user_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',"
            + " user_type: 'customer'}";

    assertThat(byAgent("add_user_to_chat", agent)).isEqualTo(new AddUserToChat(ANNA, CHAT, BOB));
    assertThat(byAgent("add_user_to_chat", customer))
        .isEqualTo(new AddUserToChat(ANNA, CHAT, CARL.id()));
    assertThat(byAgent("remove_user_from_chat", agent))
        .isEqualTo(new RemoveUserFromChat(ANNA, CHAT, BOB));
    assertThat(problemOfAgent("remove_user_from_chat", customer))
        .isEqualTo("`user_type`: must be agent: customers can't be removed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | `user_type`: is required
          {user_type: "bot"} | `user_type`: must be one of agent, customer
          {user_type: "agent"} | `user_id`: is required
          {user_type: "customer", user_id: "bob@example.com"} | `user_id`: must be a UUID
          {user_type: "agent", user_id: "bob@example.com"} | `chat_id`: is required
          """)
  void shouldRefuseToAddWhoIsNotNamedAsDocumented(String payload, String problem) {
    assertThat(problemOfAgent("add_user_to_chat", payload)).isEqualTo(problem);
  }
}
