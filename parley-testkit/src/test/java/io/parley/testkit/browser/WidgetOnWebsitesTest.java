package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.parley.testkit.browser.WidgetStage.LICENSE;
import static io.parley.testkit.browser.WidgetStage.chatOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The Chat Widget and the page that it is on: its language, scripts, tabs and keyboard, and whom
/// it greets there.
class WidgetOnWebsitesTest {
  private static final String LICENSE_WITH_GREETINGS = "data-license=\"101\"";

  private static final String GREETINGS =
      """
      [ { id: 7, text: "New shoes are here!", agent: olga@example.com,
          rules: [ { type: url_current, operator: doesnt_contain, value: later } ] },
        { id: 8, text: "Still looking?", agent: olga@example.com,
          rules: [ { type: visit_time_page, operator: greater_or_equal, value: 1 } ] } ]""";

  @RegisterExtension
  private static final WidgetStage stage =
      new WidgetStage(
          () ->
              ParleyServer.start(
                  TestLicense.license(100).agent("anna@example.com"),
                  TestLicense.license(101).agent("olga@example.com").part("greetings", GREETINGS)));

  @Test
  void shouldReadFromRightToLeftWhereTheWebsiteDoes() {
    TestAgent anna = stage.server().agent("anna@example.com");
    Page page = stage.browsers().visitor(1000, 760);
    ChatWidget widget =
        ChatWidget.on(page, stage.website().page("lang=\"ar\" dir=\"rtl\"", LICENSE))
            .begin("")
            .say("مرحبا");
    anna.says(chatOf(anna, "مرحبا"), "أهلا وسهلا");
    widget.message("أهلا وسهلا");

    assertThat(widget.frame().locator("html")).hasAttribute("dir", "rtl");
    assertThat(widget.frame().locator("html")).hasAttribute("lang", "ar");
    assertThat(page.locator(".launcher").boundingBox().x).isLessThan(100);
    assertThat(widget.frame().locator(".row.own .bubble").boundingBox().x)
        .isLessThan(widget.frame().locator(".row:not(.own) .bubble").boundingBox().x);
    Browsers.keep(page, "widget-right-to-left");
    assertThat(Accessibility.problems(page)).isEmpty();
  }

  @Test
  void shouldObeyTheWebsite() {
    TestAgent anna = stage.server().agent("anna@example.com");
    Page page = stage.browsers().visitor(1000, 760);
    page.addInitScript(
        """
        if (self === top) {
          window.told = [];
          window.Parley = [
            ['on', 'ready', () => told.push('ready')],
            ['on', 'open', () => told.push('open')],
            ['on', 'close', () => told.push('close')],
            ['on', 'chatStarted', () => told.push('chatStarted')],
            ['on', 'message', (message) => told.push('message from ' + message.author)],
            ['on', 'chatEnded', () => told.push('chatEnded')],
            ['setCustomer', {name: 'Mara Lind', email: 'mara@example.net', fields: {plan: 'gold'}}],
            ['open'],
          ];
        }
        """);
    page.navigate(stage.website().page(LICENSE));
    ChatWidget widget = ChatWidget.of(page).begin("").say("I am known");
    TestChat chat = chatOf(anna, "I am known");
    JsonNode customer =
        anna.does(
                "get_chat_threads",
                "{chat_id: '%s', thread_ids: ['%s']}",
                chat.id(),
                chat.threadId())
            .at("/chat/users/0");
    assertThat(customer.path("name").asText()).isEqualTo("Mara Lind");
    assertThat(customer.path("email").asText()).isEqualTo("mara@example.net");
    assertThat(customer.path("fields").toString()).contains("gold");
    anna.says(chat, "Hello Mara");
    widget.message("Hello Mara");

    page.evaluate("() => Parley.close()");
    assertThat(page.locator(".frame.open")).hasCount(0);
    page.evaluate("() => Parley.hide()");
    assertThat(page.locator(".launcher")).isHidden();
    page.evaluate("() => Parley.show()");
    assertThat(page.locator(".launcher")).isVisible();
    page.evaluate("() => { Parley.off('open', null); Parley.toggle(); }");
    assertThat(page.locator(".frame.open")).hasCount(1);
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());
    assertThat(widget.frame().getByText("This chat has ended.")).isVisible();

    assertThat(page.evaluate("() => told"))
        .isEqualTo(
            List.of(
                "open", "ready", "chatStarted", "message from Anna", "close", "open", "chatEnded"));
  }

  @Test
  void shouldKeepTabsInStep() {
    TestAgent anna = stage.server().agent("anna@example.com");
    String address = stage.website().page(LICENSE);
    Page first = stage.browsers().visitor(900, 700);
    ChatWidget one = ChatWidget.on(first, address);
    one.frame().locator(".home").waitFor();
    Page second = stage.browsers().anotherTab(first.context());
    ChatWidget other = ChatWidget.on(second, address);

    one.begin("").say("Said in one");
    TestChat chat = chatOf(anna, "Said in one");
    other.message("Said in one");
    other.say("Said in the other");
    anna.says(chat, "Heard in both");
    one.message("Heard in both");
    other.message("Heard in both");

    assertThat(one.messages()).isEqualTo(other.messages()).hasSize(3);
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());
    assertThat(one.frame().getByText("This chat has ended.")).isVisible();
    assertThat(other.frame().getByText("This chat has ended.")).isVisible();
  }

  @Test
  void shouldKnowTheVisitorAgainWhereBrowsersKeepNothingForFrames() {
    TestAgent anna = stage.server().agent("anna@example.com");
    String elsewhere = stage.website().page(LICENSE).replace("127.0.0.1", "localhost");
    Page page = stage.browsers().visitor(1000, 760);
    ChatWidget widget = ChatWidget.on(page, elsewhere).begin("").say("From another site");
    anna.says(chatOf(anna, "another site"), "Welcome");
    widget.message("Welcome");

    assertThat(ChatWidget.again(page).message("From another site")).isVisible();
    ChatWidget tab = ChatWidget.on(stage.browsers().anotherTab(page.context()), elsewhere);
    assertThat(tab.message("Welcome")).isVisible();
  }

  @Test
  void shouldGreetBeforeTheChat() {
    TestAgent olga = stage.server().agent("olga@example.com");
    Page page = stage.browsers().visitor(1000, 760);
    page.navigate(stage.website().page(LICENSE_WITH_GREETINGS));

    assertThat(page.locator(".greeting")).containsText("New shoes are here!");
    assertThat(page.locator(".badge")).hasText("1");
    Browsers.keep(page, "widget-greeting");
    assertThat(Accessibility.problems(page)).isEmpty();
    page.locator(".greeting .text").click();
    ChatWidget widget = ChatWidget.of(page);
    assertThat(page.locator(".greeting")).isHidden();
    assertThat(widget.frame().getByText("New shoes are here!")).isVisible();
    Browsers.keep(page, "widget-greeting-opened");
    widget.begin("").say("Which sizes?");

    JsonNode chat =
        olga.sees("incoming_chat_thread", each -> each.toString().contains("Which sizes?"));
    assertThat(chat.at("/chat/thread/properties/lc2/greeting_id").toString()).contains("7");
  }

  @Test
  void shouldGreetWhoStaysOnAPage() {
    Page page = stage.browsers().visitor(1000, 760);

    page.navigate(stage.website().page(LICENSE_WITH_GREETINGS) + "?later");

    assertThat(page.locator(".greeting")).containsText("Still looking?");
  }

  @Test
  void shouldBeUsedByKeyboardAlone() {
    TestAgent anna = stage.server().agent("anna@example.com");
    Page page = stage.browsers().visitor(1000, 760);
    page.navigate(stage.website().page(LICENSE));
    page.locator(".launcher").waitFor();

    page.keyboard().press("Tab");
    assertThat(page.locator(".launcher")).isFocused();
    page.keyboard().press("Enter");
    ChatWidget widget = ChatWidget.of(page);
    assertThat(widget.button("Start the chat")).isFocused();
    Browsers.keep(page, "widget-home");
    page.keyboard().press("Enter");
    assertThat(widget.frame().locator("#text")).isFocused();
    page.keyboard().type("By hand");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("on two lines");
    page.keyboard().press("Enter");
    TestChat chat = chatOf(anna, "By hand");
    assertThat(widget.message("By hand")).containsText("on two lines");

    widget.button("More").press("Enter");
    assertThat(widget.button("End the chat")).isVisible();
    page.keyboard().press("Escape");
    assertThat(widget.button("End the chat")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(page.locator(".frame.open")).hasCount(0);
    assertThat(page.locator(".launcher")).isFocused();
    anna.says(chat, "Still here?");
    assertThat(page.locator(".badge")).hasText("1");
  }
}
