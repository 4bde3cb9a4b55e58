package io.parley.testkit.browser;

import com.microsoft.playwright.Page;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.Map;

/// How long frames take while one scrolls through 5,000 messages and 500 chats; no test, for
/// figures say nothing of being right. `docs/performance.md` tells how to run it.
final class ScrollBenchmark {
  private static final String ANNA = "anna@example.com";
  private static final int ROUNDS = 3;
  private static final int MESSAGES = 5_000;
  private static final int CHATS = 500;

  /// Scrolls a list 150 pixels a frame, which is a quick hand, and measures each frame.
  private static final String FRAMES =
      """
      async ([name, step]) => {
        const list = document.querySelector(name);
        list.scrollTop = step > 0 ? 0 : list.scrollHeight;
        const frame = () => new Promise(requestAnimationFrame);
        await frame();
        const times = [];
        for (let last = await frame(), count = 0; count < 600; count++) {
          list.scrollTop += step;
          const now = await frame();
          times.push(now - last);
          last = now;
        }
        times.sort((one, other) => one - other);
        const at = part => times[Math.min(times.length - 1, Math.floor(times.length * part))];
        return {p50: at(0.5), p95: at(0.95), p99: at(0.99), most: times.at(-1)};
      }
      """;

  private ScrollBenchmark() {}

  /// Prints each round's figures.
  static void main() {
    try (var browsers = Browsers.open();
        var server =
            ParleyServer.start(TestLicense.license(100).maxChatsCount(1_000).owner(ANNA))) {
      TestAgent agent = server.agent(ANNA);
      TestCustomer reader = server.customer();
      reader.does("update_customer", "{name: 'Reader'}");
      TestChat chat = reader.startsChat("number 1");
      Crowd.startChats(agent, CHATS);
      Crowd.say(agent, chat, 2, MESSAGES);
      AgentApp anna = AgentApp.open(browsers.visitor(1320, 820), server.address(), ANNA);
      anna.openChat("Reader").message("number " + MESSAGES);
      for (int round = 1; round <= ROUNDS; round++) {
        print("messages", anna.page(), ".log", -150);
        print("chats", anna.page(), ".rows", 150);
      }
    }
  }

  private static void print(String what, Page page, String list, int step) {
    Map<?, ?> frames = (Map<?, ?>) page.evaluate(FRAMES, new Object[] {list, step});
    System.out.printf("%s: frames of %s ms%n", what, frames);
  }
}
