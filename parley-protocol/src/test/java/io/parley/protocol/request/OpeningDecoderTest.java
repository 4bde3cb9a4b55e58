package io.parley.protocol.request;

import static io.parley.protocol.request.Requests.ANNA;
import static io.parley.protocol.request.Requests.CARL;
import static io.parley.protocol.request.Requests.byAgent;
import static io.parley.protocol.request.Requests.byCustomer;
import static io.parley.protocol.request.Requests.problemOfAgent;
import static io.parley.protocol.request.Requests.problemOfCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.access.Access;
import io.parley.core.chat.ActivateChat;
import io.parley.core.chat.ChatId;
import io.parley.core.chat.ChatOpening;
import io.parley.core.chat.StartChat;
import io.parley.core.event.EventBody;
import io.parley.core.event.NewEvent;
import io.parley.core.event.Recipients;
import io.parley.core.group.GroupId;
import io.parley.core.property.Properties;
import io.parley.core.property.PropertyValue;
import io.parley.core.user.CustomerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningDecoderTest {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{chat: null}", "{chat: {}}", "{chat: {id: '', thread: {}}}"})
  void shouldStartAPlainChat(String payload) {
    assertThat(byAgent("start_chat", payload)).isEqualTo(new StartChat(ANNA, ChatOpening.PLAIN));
    assertThat(byCustomer("start_chat", payload)).isEqualTo(new StartChat(CARL, ChatOpening.PLAIN));
  }

  @Test
  void shouldStartAChatWithEverything() {
    var command =
        byAgent(
            "start_chat",
            """
            {chat: {
               properties: {source: {type: 'facebook'}},
               users: [{id: 'B7EFF798-f8df-4364-8059-649c35c9ed0c', type: 'customer'}],
               thread: {
                 events: [
                   {type: 'message', custom_id: '31-0C', text: 'hello there', recipients: 'all'},
                   {type: 'system_message', system_message_type: 'x', text: 'hi', recipients: 'agents'}],
                 properties: {source: {type: 'facebook'}},
                 tags: ['bug_report']},
               access: {group_ids: [2, '1', 2]},
               is_followed: true},
             continuous: true}
            """);

    Properties facebook = Properties.of("source", "type", new PropertyValue.Text("facebook"));
    assertThat(command)
        .isEqualTo(
            new StartChat(
                ANNA,
                new ChatOpening(
                    Access.of(new GroupId(1), new GroupId(2)),
                    facebook,
                    facebook,
                    new CustomerId("b7eff798-f8df-4364-8059-649c35c9ed0c"),
                    List.of(
                        new NewEvent(
                            "31-0C",
                            Recipients.ALL,
                            Properties.NONE,
                            new EventBody.Message("hello there", null)),
                        new NewEvent(
                            null,
                            Recipients.AGENTS,
                            Properties.NONE,
                            new EventBody.SystemMessage("x", "hi", Map.of()))),
                    true)));
  }

  @Test
  void shouldActivateAChat() {
    assertThat(byAgent("activate_chat", "{chat: {id: 'PWJ8Y4THAV'}}"))
        .isEqualTo(new ActivateChat(ANNA, new ChatId("PWJ8Y4THAV"), ChatOpening.PLAIN));
    assertThat(
            byCustomer(
                "activate_chat", "{chat: {id: 'PWJ8Y4THAV', order: 343544565}, continuous: false}"))
        .isEqualTo(
            new ActivateChat(
                CARL,
                new ChatId("PWJ8Y4THAV"),
                new ChatOpening(null, Properties.NONE, Properties.NONE, null, List.of(), false)));
    assertThat(problemOfAgent("activate_chat", "{}")).isEqualTo("`chat`: is required");
    assertThat(problemOfAgent("activate_chat", "{chat: {}}")).isEqualTo("`chat.id`: is required");
  }

  @Test
  void shouldLetCustomersNameThemselvesOnly() {
    assertThat(
            byCustomer(
                "start_chat",
                "{chat: {users: [{id: 'b7eff798-f8df-4364-8059-649c35c9ed0c', type: 'customer'}]}}"))
        .isEqualTo(new StartChat(CARL, ChatOpening.PLAIN));
    assertThat(
            problemOfCustomer(
                "start_chat",
                "{chat: {users: [{id: 'a0c22fdd-fb71-40b5-bfc6-a8a0bc3117f5', type: 'customer'}]}}"))
        .isEqualTo("`chat.users[0].id`: must be the requester's own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {chat: 5} | `chat`: must be an object
          {continuous: 'yes'} | `continuous`: must be true or false
          {chat: {access: {}}} | `chat.access.group_ids`: is required
          {chat: {access: {group_ids: []}}} | `chat.access.group_ids`: must not be empty
          {chat: {access: {group_ids: [0, -1]}}} | `chat.access.group_ids[1]`: must be the number of a group
          {chat: {access: {group_ids: [99999999999]}}} | `chat.access.group_ids[0]`: must be the number of a group
          {chat: {users: {}}} | `chat.users`: must be an array
          {chat: {users: [1, 2]}} | `chat.users`: must have at most 1 element
          {chat: {users: [{type: 'agent', id: 'x'}]}} | `chat.users[0].type`: must be one of customer
          {chat: {users: [{id: 'x'}]}} | `chat.users[0].type`: is required
          {chat: {users: [{type: 'customer', id: 'x'}]}} | `chat.users[0].id`: must be a UUID
          {chat: {thread: {events: [null]}}} | `chat.thread.events[0]`: must be an object
          {chat: {thread: {events: [{type: 'message', text: 'a'}, {type: 'message', text: ''}]}}} | `chat.thread.events[1].text`: must not be empty
          {chat: {thread: {properties: {a: {b: []}}}}} | `chat.thread.properties.a.b`: must be a string, an integer of 32 bits, true or false
          """)
  void shouldNameTheFieldThatIsWrong(String payload, String problem) {
    assertThat(problemOfAgent("start_chat", payload)).isEqualTo(problem);
  }

  @Test
  void shouldBoundTheInitialEvents() {
    String event = "{type: 'message', text: 'a'}";

    assertThat(
            problemOfCustomer(
                "start_chat",
                "{chat: {thread: {events: [" + (event + ",").repeat(20) + event + "]}}}"))
        .isEqualTo("`chat.thread.events`: must have at most 20 elements");
  }
}
