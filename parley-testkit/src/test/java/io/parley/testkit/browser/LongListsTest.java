package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The Agent App holds a few dozen rows in the page, however many messages and chats there are.
class LongListsTest {
  private static final double PATIENCE_MILLIS = 60_000;
  private static final String ANNA = "anna@example.com";
  private static final int MESSAGES = 5_000;
  private static final int CHATS = 500;
  private static final int MOST_ROWS = 120;

  /// Scrolls to the beginning by less than a page at a time, and notes what comes by.
  private static final String SCROLL_THROUGH =
      """
      async () => {
        const log = document.querySelector('.log');
        const frame = () => new Promise(requestAnimationFrame);
        const numbers = () => [...log.querySelectorAll('[data-event] .bubble')]
          .map(each => Number(each.textContent.match(/number (\\d+)/)?.[1] ?? 0)).filter(Boolean);
        const seen = new Set();
        let most = 0;
        let inOrder = true;
        for (;;) {
          const here = numbers();
          here.forEach(each => seen.add(each));
          inOrder = inOrder && here.every((each, at) => at === 0 || each === here[at - 1] + 1);
          most = Math.max(most, log.querySelectorAll('[data-event]').length);
          if (log.scrollTop === 0) {
            break;
          }
          log.scrollTop -= 400;
          await frame();
          await frame();
        }
        return {seen: seen.size, most, inOrder, first: numbers()[0]};
      }
      """;

  private static final String SCROLL_CHATS =
      """
      async () => {
        const rows = document.querySelector('.rows');
        const frame = () => new Promise(requestAnimationFrame);
        const seen = new Set();
        let most = 0;
        for (let before = -1; rows.scrollTop !== before;) {
          before = rows.scrollTop;
          const here = [...rows.querySelectorAll('.chat-row')];
          here.forEach(each => seen.add(each.dataset.key));
          most = Math.max(most, here.length);
          rows.scrollTop += 400;
          await frame();
          await frame();
        }
        return {seen: seen.size, most};
      }
      """;

  @RegisterExtension
  private static final Stage stage =
      new Stage(
          () -> ParleyServer.start(TestLicense.license(100).maxChatsCount(1_000).owner(ANNA)));

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @Test
  void shouldReachEveryMessageWithFewInThePage() {
    TestAgent agent = stage.server().agent(ANNA);
    TestCustomer reader = stage.server().customer();
    reader.does("update_customer", "{name: 'Reader'}");
    TestChat chat = reader.startsChat("number 1");
    Crowd.say(agent, chat, 2, MESSAGES);
    AgentApp anna =
        AgentApp.open(stage.browsers().visitor(1320, 820), stage.server().address(), ANNA);

    anna.openChat("Reader").message("number " + MESSAGES);
    Map<?, ?> found = evaluate(anna.page(), SCROLL_THROUGH);

    assertThat(found.get("seen")).isEqualTo(MESSAGES);
    assertThat(found.get("inOrder")).isEqualTo(true);
    assertThat(found.get("first")).isEqualTo(1);
    assertThat((Integer) found.get("most")).isLessThan(MOST_ROWS);
    reader.says(chat, "Down here!");
    anna.page().locator(".to-end button", new Page.LocatorOptions().setHasText("1 new")).click();
    assertThat(anna.message("Down here!")).isInViewport();
    anna.page().context().close();
    agent.close();
  }

  @Test
  void shouldReachEveryChatWithFewInThePage() {
    TestAgent agent = stage.server().agent(ANNA);
    Crowd.startChats(agent, CHATS);
    AgentApp anna =
        AgentApp.open(stage.browsers().visitor(1320, 820), stage.server().address(), ANNA);
    assertThat(anna.page().locator(".section-head").first()).containsText("My chats");
    anna.page()
        .waitForFunction(
            "most => Number(document.querySelector('.section-head .faint').textContent) >= most",
            CHATS);

    Map<?, ?> found = evaluate(anna.page(), SCROLL_CHATS);

    assertThat((Integer) found.get("seen")).isGreaterThanOrEqualTo(CHATS);
    assertThat((Integer) found.get("most")).isLessThan(MOST_ROWS);
    anna.page().context().close();
    agent.close();
  }

  private static Map<?, ?> evaluate(Page page, String script) {
    return (Map<?, ?>) page.evaluate(script);
  }
}
