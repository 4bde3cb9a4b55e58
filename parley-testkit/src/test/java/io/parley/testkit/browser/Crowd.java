package io.parley.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import java.util.ArrayList;
import java.util.List;

/// Much to show, made quickly: requests go out many at a time.
final class Crowd {
  private static final int AT_ONCE = 10;

  private Crowd() {}

  /// Has an agent send numbered messages, of which some are longer than others.
  static void say(TestAgent agent, TestChat chat, int from, int to) {
    var waiting = new ArrayList<String>();
    for (int number = from; number <= to; number++) {
      String more = number % 7 == 0 ? " and much more to say about it".repeat(number % 9) : "";
      waiting.add(
          agent
              .connection()
              .send(
                  "send_event",
                  "{chat_id: '%s', event: {type: 'message', text: 'number %s%s', recipients: 'all'}}",
                  chat.id(),
                  number,
                  more));
      if (waiting.size() == AT_ONCE || number == to) {
        answered(agent, "send_event", waiting);
      }
    }
  }

  /// Has an agent start chats of the agent's own.
  static void startChats(TestAgent agent, int count) {
    var waiting = new ArrayList<String>();
    for (int number = 1; number <= count; number++) {
      waiting.add(agent.connection().send("start_chat", "{}"));
      if (waiting.size() == AT_ONCE || number == count) {
        answered(agent, "start_chat", waiting);
      }
    }
  }

  private static void answered(TestAgent agent, String action, List<String> waiting) {
    waiting.forEach(
        each -> {
          var response = agent.connection().response(action, each);
          assertThat(response.success()).as("%s: %s", action, response.payload()).isTrue();
        });
    waiting.clear();
    agent.connection().forgetFrames();
  }
}
