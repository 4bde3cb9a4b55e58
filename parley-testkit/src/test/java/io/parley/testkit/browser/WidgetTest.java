package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.parley.server.config.ServerConfig;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The Chat Widget on somebody's website, and agents who speak the API.
class WidgetTest {
  private static final double PATIENCE_MILLIS = 30_000;
  private static final String LICENSE = "data-license=\"100\"";
  private static final String LICENSE_WITH_FORMS = "data-license=\"101\"";

  @RegisterExtension
  private static final AfterTestExecutionCallback EVIDENCE =
      context ->
          context
              .getExecutionException()
              .ifPresent(
                  _ ->
                      WidgetTest.browsers.keepAll(
                          "failed-" + context.getRequiredTestMethod().getName()));

  private static ParleyServer server;
  private static Browsers browsers;
  private static Website website;

  @BeforeAll
  static void open() {
    browsers = Browsers.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server =
        ParleyServer.start(
            ServerConfig.DEFAULTS.withPrivateTargetsAllowed(),
            TestLicense.license(100)
                .agent("anna@example.com")
                .maxChatsCount(1)
                .agent("ben@example.com"),
            TestLicense.license(101)
                .agent("olga@example.com")
                .part(
                    "forms",
                    """
                    [ { type: postchat, group_id: 0, enabled: true, fields: [
                        { id: "1", type: rating, label: "How did we do?" },
                        { id: "2", type: radio, label: "Did we solve it?", required: true,
                          options: [ { id: "0", label: "Yes" }, { id: "1", label: "No" } ] },
                        { id: "3", type: textarea, label: "What could be better?" } ] } ]""")
                .part(
                    "greetings",
                    """
                    [ { id: 7, text: "New shoes are here!", agent: olga@example.com,
                        rules: [ { type: url_current, operator: doesnt_contain, value: later } ] },
                      { id: 8, text: "Still looking?", agent: olga@example.com,
                        rules: [ { type: visit_time_page, operator: greater_or_equal, value: 1 } ] } ]"""));
    website = new Website(server.address());
  }

  @AfterAll
  static void close() {
    if (browsers != null) {
      browsers.close();
      website.close();
      server.close();
    }
  }

  @AfterEach
  void everybodyGoes() {
    server.dismiss();
    browsers.closeWindows();
    assertThat(browsers.errors()).isEmpty();
  }

  private static ChatWidget visitor() {
    return ChatWidget.on(browsers.visitor(1000, 760), website.page(LICENSE));
  }

  /// The chat that a customer began with that text.
  private static TestChat chatOf(TestAgent agent, String text) {
    JsonNode chat =
        agent
            .sees("incoming_chat_thread", payload -> payload.toString().contains(text))
            .path("chat");
    return new TestChat(chat.path("id").asText(), chat.at("/thread/id").asText());
  }

  private static Locator button(ChatWidget widget, String name) {
    return widget
        .frame()
        .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
  }

  @Test
  void shouldReadFromRightToLeftWhereTheWebsiteDoes() {
    TestAgent anna = server.agent("anna@example.com");
    Page page = browsers.visitor(1000, 760);
    ChatWidget widget =
        ChatWidget.on(page, website.page("lang=\"ar\" dir=\"rtl\"", LICENSE))
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
  void shouldShowWhereALinkLeads() {
    TestAgent anna = server.agent("anna@example.com");
    String address = website.page(LICENSE);
    ChatWidget widget = visitor().begin("").say("Is it this one? " + address);
    chatOf(anna, address);

    Locator preview = widget.frame().locator(".link-preview");

    assertThat(preview).containsText("Shoes of Acme");
    assertThat(preview).containsText("Shoes for those who walk");
    assertThat(preview).hasAttribute("href", address);
    Browsers.keep(widget.page(), "widget-link-preview");
  }

  @Test
  void shouldAskAfterwardsWhatTheLicenseWantsToKnow() {
    TestAgent olga = server.agent("olga@example.com");
    ChatWidget widget =
        ChatWidget.on(browsers.visitor(1000, 760), website.page(LICENSE_WITH_FORMS))
            .begin("")
            .say("Do they come in red?");
    TestChat chat = chatOf(olga, "in red?");

    olga.does("close_thread", "{chat_id: '%s'}", chat.id());
    widget.frame().getByText("Good", new FrameLocator.GetByTextOptions().setExact(true)).click();
    button(widget, "Send").click();
    assertThat(widget.frame().locator(".survey .problem")).hasText("This is needed");
    Browsers.keep(widget.page(), "widget-survey-afterwards");
    assertThat(Accessibility.problems(widget.page())).isEmpty();
    widget.frame().getByLabel("Yes").check();
    widget.frame().getByLabel("What could be better?").fill("Nothing");
    button(widget, "Send").click();

    assertThat(
            olga.sees("chat_thread_properties_updated", chat)
                .at("/properties/rating/score")
                .toString())
        .contains("1");
    JsonNode form =
        olga.sees("incoming_event", each -> each.at("/event/type").asText().equals("filled_form"))
            .path("event");
    assertThat(form.at("/fields").findValuesAsText("answer")).contains("Nothing");
    assertThat(widget.frame().getByText("Thank you for your feedback!")).isVisible();
  }

  @Test
  void shouldTakeARatingWithAComment() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("Is it warm?");
    TestChat chat = chatOf(anna, "warm?");
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());

    button(widget, "Bad").click();
    widget.frame().getByLabel("Tell us more").fill("Too slow");
    Browsers.keep(widget.page(), "widget-rating");
    assertThat(Accessibility.problems(widget.page())).isEmpty();
    widget.frame().locator(".comment .button").click();

    assertThat(
            anna.sees(
                    "chat_thread_properties_updated", each -> each.toString().contains("Too slow"))
                .at("/properties/rating")
                .toString())
        .contains("\"score\":{\"value\":0}");
    assertThat(widget.frame().getByText("Thank you for your feedback!")).isVisible();
  }

  @Test
  void shouldOpenWhatButtonsLeadTo() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("Where is my parcel?");
    TestChat chat = chatOf(anna, "my parcel?");
    anna.does(
        "send_event",
        """
        {chat_id: '%s', event: {type: 'rich_message', template_id: 'cards', recipients: 'all', elements: [
          {title: 'On its way', subtitle: 'Tomorrow', image: {url: '%s/demo/pictures/parcel.svg'}, buttons: [
            {type: 'webview', text: 'Follow it', value: '%s/demo/parcel/?order=5512', webview_height: 'compact', postback_id: 'followed'},
            {type: 'url', text: 'The shop', value: '%s/demo/shop/', postback_id: 'shop'},
            {type: 'phone', text: 'Call us', value: '+15550100', postback_id: 'called'},
            {type: 'message', text: 'Change the day', value: 'Please come on Friday', postback_id: 'day'},
            {type: 'cancel', text: 'Never mind', value: 'Never mind', postback_id: 'nothing'}]}]}}
        """,
        chat.id(),
        server.address(),
        server.address(),
        server.address());
    assertThat(widget.frame().locator(".card img")).hasJSProperty("complete", true);
    Browsers.keep(widget.page(), "widget-card");
    assertThat(Accessibility.problems(widget.page())).isEmpty();

    button(widget, "Follow it").click();
    FrameLocator view = widget.frame().frameLocator(".webview.compact iframe");
    assertThat(view.locator("#order")).hasText("5512");
    Browsers.keep(widget.page(), "widget-webview");
    button(widget, "Back").press("Escape");
    assertThat(widget.frame().locator(".webview")).hasCount(0);
    assertThat(widget.page().locator(".frame.open")).hasCount(1);
    assertThat(postback(anna, "followed")).isTrue();

    Locator shop =
        widget
            .frame()
            .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("The shop"));
    assertThat(shop).hasAttribute("href", server.address() + "/demo/shop/");
    assertThat(shop).hasAttribute("target", "_blank");
    assertThat(
            widget
                .frame()
                .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Call us")))
        .hasAttribute("href", "tel:+15550100");

    button(widget, "Never mind").click();
    assertThat(postback(anna, "nothing")).isTrue();
    button(widget, "Change the day").click();
    JsonNode said = anna.hears(chat, "Please come on Friday");
    assertThat(said.at("/postback/id").asText()).isEqualTo("day");
    assertThat(widget.messages()).doesNotContain("Never mind");
  }

  private static boolean postback(TestAgent agent, String id) {
    return agent
        .sees("incoming_rich_message_postback", each -> each.at("/postback/id").asText().equals(id))
        .at("/postback/toggled")
        .asBoolean();
  }

  @Test
  void shouldTakeAMessageWhenNobodyIsThere() {
    ChatWidget widget = visitor();
    assertThat(
            widget
                .frame()
                .getByText(
                    "Nobody is here right now",
                    new FrameLocator.GetByTextOptions().setExact(false)))
        .isVisible();
    Browsers.keep(widget.page(), "widget-nobody-there");
    assertThat(Accessibility.problems(widget.page())).isEmpty();

    widget.frame().getByLabel("Name").fill("Nora");
    widget.frame().getByLabel("E-mail").fill("nora@");
    widget.frame().getByLabel("Message").fill("Please write to me");
    button(widget, "Leave the message").click();
    assertThat(widget.frame().getByText("This is no e-mail address")).isVisible();
    widget.frame().getByLabel("E-mail").fill("nora@example.net");
    button(widget, "Leave the message").click();
    assertThat(
            widget
                .frame()
                .getByText(
                    "We have your message", new FrameLocator.GetByTextOptions().setExact(false)))
        .isVisible();
    Browsers.keep(widget.page(), "widget-message-left");

    TestAgent anna = server.agent("anna@example.com");
    JsonNode mine =
        anna.sees("chat_user_added", each -> each.toString().contains("anna@example.com"));
    var chat = new TestChat(mine.path("chat_id").asText(), mine.path("thread_id").asText());
    anna.says(chat, "Here we are again");
    widget.message("Here we are again");
    assertThat(
            widget
                .frame()
                .getByText(
                    "We have your message", new FrameLocator.GetByTextOptions().setExact(false)))
        .hasCount(0);
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());
  }

  @Test
  void shouldObeyTheWebsite() {
    TestAgent anna = server.agent("anna@example.com");
    Page page = browsers.visitor(1000, 760);
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
    page.navigate(website.page(LICENSE));
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
    TestAgent anna = server.agent("anna@example.com");
    String address = website.page(LICENSE);
    Page first = browsers.visitor(900, 700);
    ChatWidget one = ChatWidget.on(first, address);
    one.frame().locator(".home").waitFor();
    Page second = browsers.anotherTab(first.context());
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
  void shouldGoBackThroughEarlierThreadsByScrolling() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("thread 1, line 1");
    TestChat chat = chatOf(anna, "thread 1");
    for (int thread = 1; thread <= 8; thread++) {
      if (thread > 1) {
        anna.does("activate_chat", "{chat: {id: '%s'}}", chat.id());
      }
      for (int line = 2; line <= 8; line++) {
        anna.says(chat, "thread %d, line %d".formatted(thread, line));
      }
      anna.does("close_thread", "{chat_id: '%s'}", chat.id());
    }

    ChatWidget again = ChatWidget.again(widget.page());
    again.message("thread 8, line 8");
    assertThat(again.messages()).doesNotContain("thread 3, line 2");
    Locator list = again.frame().locator(".log");
    list.evaluate("list => list.scrollTo(0, 0)");
    again.message("thread 3, line 2");
    assertThat((Integer) list.evaluate("list => Math.round(list.scrollTop)")).isGreaterThan(100);
    list.evaluate("list => list.scrollTo(0, 0)");
    again.message("thread 1, line 1");

    assertThat(again.messages())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(
                    thread ->
                        IntStream.rangeClosed(thread == 1 ? 1 : 2, 8)
                            .mapToObj(line -> "thread %d, line %d".formatted(thread, line)))
                .toList());
  }

  @Test
  void shouldTakePastedAndDroppedFilesAndShowHowFarTheyAre() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("See here");
    TestChat chat = chatOf(anna, "See here");
    var upload = new AtomicReference<Route>();
    Pattern uploads = Pattern.compile(".*/upload_file.*");
    widget.page().route(uploads, upload::set);

    widget
        .frame()
        .locator("#text")
        .evaluate(
            """
            field => {
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File(['pasted'], 'pasted.txt', {type: 'text/plain'}));
              field.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
            }
            """);
    assertThat(widget.frame().getByLabel("Uploading")).isVisible();
    widget.page().waitForCondition(() -> upload.get() != null);
    Browsers.keep(widget.page(), "widget-upload");
    upload.get().resume();
    assertThat(widget.frame().locator(".file-name")).hasText("pasted.txt");
    assertThat(fileSent(anna, chat)).isEqualTo("pasted.txt");
    widget.page().unroute(uploads);

    widget
        .frame()
        .locator(".widget")
        .evaluate(
            """
            widget => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['dropped'], 'dropped.txt', {type: 'text/plain'}));
              const init = {dataTransfer, bubbles: true, cancelable: true};
              widget.dispatchEvent(new DragEvent('dragover', init));
              widget.dispatchEvent(new DragEvent('drop', init));
            }
            """);
    assertThat(widget.frame().locator(".file-name"))
        .hasText(new String[] {"pasted.txt", "dropped.txt"});
    assertThat(fileSent(anna, chat)).isEqualTo("dropped.txt");
    assertThat(widget.frame().locator(".drop")).hasCount(0);
  }

  private static String fileSent(TestAgent agent, TestChat chat) {
    return agent
        .sees(
            "incoming_event",
            each ->
                each.path("chat_id").asText().equals(chat.id())
                    && each.at("/event/type").asText().equals("file"))
        .at("/event/name")
        .asText();
  }

  @Test
  void shouldKnowTheVisitorAgainWhereBrowsersKeepNothingForFrames() {
    TestAgent anna = server.agent("anna@example.com");
    String elsewhere = website.page(LICENSE).replace("127.0.0.1", "localhost");
    Page page = browsers.visitor(1000, 760);
    ChatWidget widget = ChatWidget.on(page, elsewhere).begin("").say("From another site");
    anna.says(chatOf(anna, "another site"), "Welcome");
    widget.message("Welcome");

    assertThat(ChatWidget.again(page).message("From another site")).isVisible();
    ChatWidget tab = ChatWidget.on(browsers.anotherTab(page.context()), elsewhere);
    assertThat(tab.message("Welcome")).isVisible();
  }

  @Test
  void shouldCountWhatWasNotRead() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("I am off for tea");
    TestChat chat = chatOf(anna, "for tea");
    Page page = widget.page();
    page.locator(".launcher").click();

    anna.says(chat, "Here is news");
    anna.says(chat, "And more");

    assertThat(page.locator(".badge")).hasText("2");
    assertThat(page.locator(".launcher")).hasAttribute("aria-label", "Open chat (2 unread)");
    Browsers.keep(page, "widget-unread");
    anna.sawNo("events_marked_as_seen");
    page.locator(".launcher").click();
    anna.sees("events_marked_as_seen", chat);
    assertThat(page.locator(".badge")).isHidden();
  }

  @Test
  void shouldShowAgentsWhatIsBeingWrittenAndCustomersThatSomebodyWrites() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("").say("Hello there");
    TestChat chat = chatOf(anna, "Hello there");

    widget.write("I wonder wheth");
    anna.does("send_typing_indicator", "{chat_id: '%s', is_typing: true}", chat.id());

    assertThat(anna.sees("incoming_sneak_peek", chat).at("/sneak_peek/text").asText())
        .isEqualTo("I wonder wheth");
    assertThat(widget.frame().locator(".typing")).containsText("Anna is typing");
    Browsers.keep(widget.page(), "widget-typing");
  }

  @Test
  void shouldPutEmojiWhereTheCaretIsByKeyboardAlone() {
    TestAgent anna = server.agent("anna@example.com");
    ChatWidget widget = visitor().begin("");
    widget.write("Thanks!");

    button(widget, "Emoji").press("Enter");
    Locator table = widget.frame().locator(".emoji-table button").first();
    assertThat(table).isFocused();
    Browsers.keep(widget.page(), "widget-emoji");
    assertThat(Accessibility.problems(widget.page())).isEmpty();
    table.press("ArrowRight");
    widget.page().keyboard().press("Enter");
    assertThat(widget.frame().locator("#text")).hasValue("Thanks!😄");
    assertThat(widget.frame().locator("#text")).isFocused();
    widget.page().keyboard().press("Enter");

    chatOf(anna, "Thanks!😄");
  }

  @Test
  void shouldSayThatOneWaitsAndWhoHasComeAtLast() {
    TestAgent ben = server.agent("ben@example.com");
    ChatWidget first = visitor().begin("").say("I was first");
    TestChat before = chatOf(ben, "I was first");
    ChatWidget widget = visitor().begin("").say("I wait gladly");

    assertThat(widget.frame().locator(".waiting")).containsText("can write already");
    Browsers.keep(widget.page(), "widget-queued");
    assertThat(Accessibility.problems(widget.page())).isEmpty();

    ben.does("close_thread", "{chat_id: '%s'}", before.id());
    chatOf(ben, "I wait gladly");
    assertThat(widget.frame().locator(".waiting")).hasCount(0);
    assertThat(widget.frame().locator(".who h1")).hasText("Ben");
    assertThat(first.frame().getByText("This chat has ended.")).isVisible();
  }

  @Test
  void shouldGreetBeforeTheChat() {
    TestAgent olga = server.agent("olga@example.com");
    Page page = browsers.visitor(1000, 760);
    page.navigate(website.page(LICENSE_WITH_FORMS));

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
    Page page = browsers.visitor(1000, 760);

    page.navigate(website.page(LICENSE_WITH_FORMS) + "?later");

    assertThat(page.locator(".greeting")).containsText("Still looking?");
  }

  @Test
  void shouldBeUsedByKeyboardAlone() {
    TestAgent anna = server.agent("anna@example.com");
    Page page = browsers.visitor(1000, 760);
    page.navigate(website.page(LICENSE));
    page.locator(".launcher").waitFor();

    page.keyboard().press("Tab");
    assertThat(page.locator(".launcher")).isFocused();
    page.keyboard().press("Enter");
    ChatWidget widget = ChatWidget.of(page);
    assertThat(button(widget, "Start the chat")).isFocused();
    Browsers.keep(page, "widget-home");
    page.keyboard().press("Enter");
    assertThat(widget.frame().locator("#text")).isFocused();
    page.keyboard().type("By hand");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("on two lines");
    page.keyboard().press("Enter");
    TestChat chat = chatOf(anna, "By hand");
    assertThat(widget.message("By hand")).containsText("on two lines");

    button(widget, "More").press("Enter");
    assertThat(button(widget, "End the chat")).isVisible();
    page.keyboard().press("Escape");
    assertThat(button(widget, "End the chat")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(page.locator(".frame.open")).hasCount(0);
    assertThat(page.locator(".launcher")).isFocused();
    anna.says(chat, "Still here?");
    assertThat(page.locator(".badge")).hasText("1");
  }
}
