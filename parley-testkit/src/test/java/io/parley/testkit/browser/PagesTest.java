package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations between the Chat Widget and the Agent App, as people have them: each in a window
/// of their own.
class PagesTest {
  private static final double PATIENCE_MILLIS = 30_000;
  private static final String ANNA = "dal:demo-anna";

  @TempDir private static Path directory;

  private static DemoServer server;
  private static Browsers browsers;
  private static AgentApp anna;

  @BeforeAll
  static void openTheAgentApp() {
    browsers = Browsers.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server = DemoServer.start(directory.resolve("data"));
    anna =
        AgentApp.signIn(
            browsers.visitor(1320, 820), server.address(), "anna@example.com", "demo-anna");
  }

  @AfterAll
  static void closeEverything() {
    if (browsers != null) {
      browsers.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void openItAnew() {
    anna.anew();
  }

  @AfterEach
  void shouldHaveThrownNothing() {
    assertThat(browsers.errors()).isEmpty();
  }

  @Test
  void shouldHoldAWholeConversation() {
    ChatWidget mara = customer("Mara").say("Is the fern in stock?");
    anna.openChat("Mara").message("Is the fern in stock?");
    anna.say("It is. How many?").note("She bought two last spring.");
    mara.message("It is. How many?");
    mara.write("Three, and a pot");
    assertThat(anna.page().locator(".peek .bubble")).hasText("Three, and a pot");
    Browsers.keep(anna.page(), "agent-app");
    Browsers.keep(mara.page(), "chat-widget");
    mara.say("Three, please.");
    anna.message("Three, please.");
    assertThat(mara.frame().getByText("· Seen")).isVisible();
    assertThat(mara.messages()).doesNotContain("She bought two last spring.");

    anna.end();
    mara.frame().getByText("Good").click();

    assertThat(anna.page().locator(".thread-mark").getByText("rated good").first()).isVisible();
    assertThat(ChatWidget.again(mara.page()).message("Three, please.")).isVisible();
  }

  @Test
  void shouldLoseAndDoubleNothingWhenTheServerIsKilledAndStartedAgain() {
    ChatWidget jonas = customer("Jonas").say("one");
    anna.openChat("Jonas").say("two");
    jonas.message("two");

    server.kill();
    jonas.say("three").say("four");
    anna.say("five").say("six");
    assertThat(anna.page().locator(".trouble")).isVisible();
    server.startAgain();

    List.of("three", "four", "five", "six").forEach(anna::message);
    List.of("three", "four", "five", "six").forEach(jonas::message);
    assertThat(jonas.frame().locator(".pending")).hasCount(0);
    assertThat(anna.page().locator(".conversation .pending")).hasCount(0);
    assertThat(said(jonas.frame().locator(".log .bubble:not(.form-answers)")))
        .containsExactlyInAnyOrder("one", "two", "three", "four", "five", "six")
        .containsSubsequence("one", "two", "three", "four")
        .containsSubsequence("one", "two", "five", "six")
        .isEqualTo(said(anna.page().locator(".conversation .bubble:not(.form-answers)")));
    anna.end();
  }

  @Test
  void shouldHandAChatToAnotherAgent() {
    ChatWidget luis = customer("Luis").say("I need somebody from sales.");
    anna.openChat("Luis");
    AgentApp ben =
        AgentApp.signIn(
            browsers.visitor(1200, 800), server.address(), "ben@example.com", "demo-ben");

    anna.transferTo("Ben Sales");
    ben.openChat("Luis").say("Here I am.");

    luis.message("Here I am.");
    assertThat(luis.frame().locator(".who h1")).hasText("Ben Sales");
    ben.end().goAway();
    ben.page().context().close();
  }

  @Test
  void shouldLetANormalAgentHandAChatToWhoAcceptsChats() {
    ChatWidget rita = customer("Rita").say("Who can help me?");
    anna.openChat("Rita");
    AgentApp clara =
        AgentApp.signIn(
            browsers.visitor(1200, 800), server.address(), "clara@example.com", "demo-clara");
    var access =
        "{\"resource\": \"chat\", \"id\": \"%s\", \"access\": {\"group_ids\": [1, 2]}}"
            .formatted(anna.page().url().replaceFirst(".*/", ""));
    assertThat(server.web().agent(ANNA, "set_access", access).status()).isEqualTo(200);
    assertThat(anna.page().locator(".who p")).containsText("Support");
    anna.transferTo("Clara Support");
    clara.openChat("Rita").say("Anna knows more about that.");
    rita.message("Anna knows more about that.");

    clara.button("Transfer").click();
    Locator colleague =
        clara.page().locator(".choice-row", new Page.LocatorOptions().setHasText("Anna Owner"));
    assertThat(colleague).containsText("Accepts chats");
    colleague.click();

    anna.openChat("Rita").say("I do.");
    rita.message("I do.");
    anna.end();
    clara.goAway();
    clara.page().context().close();
  }

  @Test
  void shouldAnswerARichMessageByItsButton() {
    ChatWidget aiko = customer("Aiko").say("Which sizes are there?");
    anna.openChat("Aiko").message("Which sizes are there?");
    sendToOpenChat(
        """
        {"type": "rich_message", "template_id": "quick_replies", "recipients": "all", "elements": [
          {"title": "Which one?", "buttons": [
            {"text": "Small", "type": "message", "value": "The small one", "postback_id": "small"},
            {"text": "Large", "type": "message", "value": "The large one", "postback_id": "large"}]}]}
        """);

    aiko.frame()
        .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Large"))
        .click();

    anna.message("The large one");
    assertThat(
            anna.page()
                .locator(".conversation")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Large")))
        .hasAttribute("aria-pressed", "true");
    anna.end();
  }

  @Test
  void shouldShowFilesOnBothSides() throws IOException {
    Path picture = directory.resolve("fern.png");
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path list = Files.writeString(directory.resolve("prices.txt"), "Boston fern: 18 euros");
    ChatWidget zoe = customer("Zoe").say("Look at this one.");
    anna.openChat("Zoe");

    zoe.attach(picture);
    anna.attach(list);

    assertThat(anna.page().locator(".conversation .picture img")).hasAttribute("alt", "fern.png");
    assertThat(zoe.frame().locator(".log .picture img")).isVisible();
    assertThat(zoe.frame().locator(".log .file-name")).hasText("prices.txt");
    Browsers.keep(zoe.page(), "chat-widget-files");
    anna.end();
  }

  @Test
  void shouldShutOutACustomerWhoIsBanned() {
    ChatWidget tom = customer("Tom").say("Buy my watches!");
    anna.openChat("Tom").choose("Ban the customer");
    anna.page()
        .locator(".dialog")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ban").setExact(true))
        .click();

    assertThat(tom.frame().getByText("The chat is not available."))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
  }

  @Test
  void shouldShutNobodyOut() {
    ChatWidget nora = customer("Nora").say("Can you read this?");
    anna.openChat("Nora").message("Can you read this?");
    assertThat(Accessibility.problems(nora.page())).as("the shop with the open widget").isEmpty();
    assertThat(Accessibility.problems(anna.page())).as("an open chat").isEmpty();

    for (String place : List.of("traffic", "archives", "reports", "settings/own")) {
      anna.page().navigate(server.address() + "/agent/#/" + place);
      anna.page().locator(".page h1").waitFor();
      Browsers.keep(anna.page(), place.replace('/', '-'));
      assertThat(Accessibility.problems(anna.page())).as(place).isEmpty();
    }
    anna.page().navigate(server.address() + "/accounts/tokens");
    anna.page().locator("h1").waitFor();
    Browsers.keep(anna.page(), "access-tokens");
    assertThat(Accessibility.problems(anna.page())).as("the page of tokens").isEmpty();
    anna.page().navigate(server.address() + "/agent/#/chats");
    anna.openChat("Nora").end();
  }

  @Test
  void shouldFitASmallScreen() {
    Page small = browsers.visitor(320, 560);
    ChatWidget.open(small, server.address()).begin("Small").say("Hello from a small screen");
    ChatWidget opened = ChatWidget.again(small);
    opened.message("Hello from a small screen");
    Browsers.keep(small, "chat-widget-320");

    Object overflow =
        opened.frame().locator("html").evaluate("page => page.scrollWidth - page.clientWidth");

    assertThat(overflow).isEqualTo(0);
    anna.openChat("Small").end();
  }

  private static ChatWidget customer(String name) {
    return ChatWidget.open(browsers.visitor(1000, 760), server.address()).begin(name);
  }

  private static List<String> said(Locator bubbles) {
    return bubbles.allInnerTexts().stream().map(String::strip).toList();
  }

  /// Sends what the Agent App has no button for.
  private static void sendToOpenChat(String event) {
    String chatId = anna.page().url().replaceFirst(".*/", "");
    var answer =
        server
            .web()
            .agent(
                ANNA,
                "send_event",
                "{\"chat_id\": \"%s\", \"event\": %s}".formatted(chatId, event));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }
}
