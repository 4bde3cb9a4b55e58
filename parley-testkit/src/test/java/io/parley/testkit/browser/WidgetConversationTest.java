package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.parley.testkit.browser.WidgetStage.LICENSE;
import static io.parley.testkit.browser.WidgetStage.chatOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.parley.server.config.ServerConfig;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What visitors say and see in the Chat Widget while agents, who speak the API, answer.
class WidgetConversationTest {
  @RegisterExtension
  private static final WidgetStage stage =
      new WidgetStage(
          () ->
              ParleyServer.start(
                  ServerConfig.DEFAULTS.withPrivateTargetsAllowed(),
                  TestLicense.license(100)
                      .agent("anna@example.com")
                      .maxChatsCount(1)
                      .agent("ben@example.com")));

  @Test
  void shouldShowWhereALinkLeads() {
    TestAgent anna = stage.server().agent("anna@example.com");
    String address = stage.website().page(LICENSE);
    ChatWidget widget = stage.visitor().begin("").say("Is it this one? " + address);
    chatOf(anna, address);

    Locator preview = widget.frame().locator(".link-preview");

    assertThat(preview).containsText("Shoes of Acme");
    assertThat(preview).containsText("Shoes for those who walk");
    assertThat(preview).hasAttribute("href", address);
    Browsers.keep(widget.page(), "widget-link-preview");
  }

  @Test
  void shouldOpenWhatButtonsLeadTo() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("Where is my parcel?");
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
        stage.server().address(),
        stage.server().address(),
        stage.server().address());
    assertThat(widget.frame().locator(".card img")).hasJSProperty("complete", true);
    Browsers.keep(widget.page(), "widget-card");
    assertThat(Accessibility.problems(widget.page())).isEmpty();

    widget.button("Follow it").click();
    FrameLocator view = widget.frame().frameLocator(".webview.compact iframe");
    assertThat(view.locator("#order")).hasText("5512");
    Browsers.keep(widget.page(), "widget-webview");
    widget.button("Back").press("Escape");
    assertThat(widget.frame().locator(".webview")).hasCount(0);
    assertThat(widget.page().locator(".frame.open")).hasCount(1);
    assertThat(postback(anna, "followed")).isTrue();

    Locator shop =
        widget
            .frame()
            .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("The shop"));
    assertThat(shop).hasAttribute("href", stage.server().address() + "/demo/shop/");
    assertThat(shop).hasAttribute("target", "_blank");
    assertThat(
            widget
                .frame()
                .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Call us")))
        .hasAttribute("href", "tel:+15550100");

    widget.button("Never mind").click();
    assertThat(postback(anna, "nothing")).isTrue();
    widget.button("Change the day").click();
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
  void shouldGoBackThroughEarlierThreadsByScrolling() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("thread 1, line 1");
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
  void shouldGoBackBehindTheHundredthThread() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("where everything began");
    TestChat chat = chatOf(anna, "where everything began");
    for (int thread = 2; thread <= 110; thread++) {
      anna.does("close_thread", "{chat_id: '%s'}", chat.id());
      anna.does("activate_chat", "{chat: {id: '%s'}}", chat.id());
    }
    anna.says(chat, "and where it is now");

    ChatWidget again = ChatWidget.again(widget.page());
    again.message("and where it is now");
    again
        .frame()
        .locator(".log")
        .evaluate(
            """
            async (list) => {
              const end = performance.now() + 30_000;
              while (!list.textContent.includes('where everything began') && performance.now() < end) {
                list.scrollTo(0, 0);
                list.dispatchEvent(new Event('scroll'));
                await new Promise((resolve) => requestAnimationFrame(resolve));
              }
            }
            """);

    assertThat(again.messages()).contains("where everything began");
  }

  @Test
  void shouldTakePastedAndDroppedFilesAndShowHowFarTheyAre() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("See here");
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

  @Test
  void shouldSendAFileOnceMoreWhoseUploadFailed() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("My receipt");
    TestChat chat = chatOf(anna, "My receipt");
    Pattern uploads = Pattern.compile(".*/upload_file.*");
    widget.page().route(uploads, Route::abort);
    widget.attach(new FilePayload("receipt.txt", "text/plain", new byte[] {1, 2, 3}));
    assertThat(widget.frame().locator(".failed")).containsText("receipt.txt");

    widget.page().unroute(uploads);
    widget.button("Try again").click();

    assertThat(fileSent(anna, chat)).isEqualTo("receipt.txt");
    assertThat(widget.frame().locator(".file-name")).hasText("receipt.txt");
    assertThat(widget.frame().locator(".failed")).hasCount(0);
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
  void shouldCountWhatWasNotRead() {
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("I am off for tea");
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
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("Hello there");
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
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("");
    widget.write("Thanks!");

    widget.button("Emoji").press("Enter");
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
    TestAgent ben = stage.server().agent("ben@example.com");
    ChatWidget first = stage.visitor().begin("").say("I was first");
    TestChat before = chatOf(ben, "I was first");
    ChatWidget widget = stage.visitor().begin("").say("I wait gladly");

    assertThat(widget.frame().locator(".waiting")).containsText("can write already");
    Browsers.keep(widget.page(), "widget-queued");
    assertThat(Accessibility.problems(widget.page())).isEmpty();

    ben.does("close_thread", "{chat_id: '%s'}", before.id());
    chatOf(ben, "I wait gladly");
    assertThat(widget.frame().locator(".waiting")).hasCount(0);
    assertThat(widget.frame().locator(".who h1")).hasText("Ben");
    assertThat(first.frame().getByText("This chat has ended.")).isVisible();
  }
}
