package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.parley.testkit.browser.AgentAppStage.ANNA;
import static io.parley.testkit.browser.AgentAppStage.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The places of the Agent App beside an open chat: its lists, traffic, archives, reports,
/// settings; for administrators and for others, on any screen, in any light.
class AgentAppPlacesTest {
  private static final List<String> PLACES =
      List.of(
          "chats",
          "traffic",
          "archives",
          "reports",
          "settings/own",
          "settings/widget",
          "settings/agents",
          "settings/groups",
          "settings/bots",
          "settings/webhooks",
          "settings/properties",
          "settings/tokens");

  @RegisterExtension private static final AgentAppStage stage = new AgentAppStage(1);

  private final AgentApp anna = stage.anna();
  private final Page page = anna.page();

  @Test
  void shouldShowEachChatInItsListAndItsPlaceInLine() {
    TestCustomer first = stage.customer("First");
    TestChat mine = first.startsChat("one");
    anna.row("First").waitFor();
    TestCustomer second = stage.customer("Second");
    TestChat waiting = second.startsChat("two");
    TestCustomer third = stage.customer("Third");
    TestChat last = third.startsChat("three");

    assertThat(anna.section("My chats")).containsText("1");
    assertThat(anna.section("Queued")).containsText("2");
    assertThat(anna.row("Second").locator(".position")).hasText("#1");
    assertThat(anna.row("Third").locator(".position")).hasText("#2");

    close(second, waiting);
    assertThat(anna.row("Third").locator(".position")).hasText("#1");
    close(third, last);
    close(first, mine);
    assertThat(anna.section("Just closed")).isVisible();
  }

  @Test
  void shouldShowWhoIsOnTheSiteAndBeginAChat() {
    TestCustomer iris = stage.customer("Iris");
    iris.does("update_customer_page", "{url: 'https://shop.example/pots', title: 'Our pots'}");
    anna.go("traffic");
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Iris"));
    assertThat(row).containsText("Our pots");

    row.getByText("Start a chat").click();

    assertThat(page.locator(".conversation h2")).hasText("Iris");
    anna.say("May I help you?");
    anna.message("May I help you?");
    anna.end();
    iris.close();
    anna.go("traffic");
    assertThat(row).hasCount(0);
  }

  @Test
  void shouldFindConversationsByEveryFilter() {
    TestCustomer ella = stage.customer("Ella");
    TestChat chat = ella.startsChat("The marmalade is late", 1);
    anna.go("chats").row("Ella").waitFor();
    stage
        .server()
        .web()
        .agent(
            TestLicense.tokenOf(ANNA),
            "tag_chat_thread",
            "{chat_id: '%s', thread_id: '%s', tag: 'breakfast'}",
            chat.id(),
            chat.threadId());
    ella.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: {score: 1}}}",
        chat.id(),
        chat.threadId());
    close(ella, chat);
    TestCustomer finn = stage.customer("Finn");
    close(finn, finn.startsChat("Something else"));
    anna.go("archives");

    filterAndFind("Words", "marmalade");
    filterAndFind("Tag", "breakfast");
    choose("Agent", "Anna");
    assertThat(result("Ella")).isVisible();
    anna.button("Clear").click();
    choose("Group", "Sales");
    assertThat(result("Finn")).hasCount(0);
    assertThat(result("Ella")).isVisible();
    choose("Rating", "Good");
    assertThat(result("Ella")).isVisible();
    choose("Rating", "Bad");
    assertThat(page.locator(".results")).containsText("Nothing found");
    anna.button("Clear the filters").click();
    anna.button("More filters").click();
    page.getByLabel("Property", exact()).fill("rating.score");
    assertThat(result("Finn")).hasCount(0);
    choose("The property", "is one of");
    choose("It holds", "a number");
    page.getByLabel("Value", exact()).fill("1");
    assertThat(result("Ella")).isVisible();
    anna.button("Clear").click();
    choose("The tag", "is not there");
    assertThat(result("Ella")).hasCount(0);
    assertThat(result("Finn")).isVisible();
    anna.button("Clear").click();
    choose("A goal", "is there");
    assertThat(result("Finn")).hasCount(0);
    anna.button("Clear").click();
    choose("A sale", "is there");
    assertThat(result("Finn")).hasCount(0);
    anna.button("Clear").click();
    choose("Survey", "before the chat");
    page.getByLabel("Answer", exact()).fill("1");
    assertThat(result("Finn")).hasCount(0);
    anna.button("Clear").click();
    page.getByLabel("Thread ids", exact()).fill(chat.threadId());
    assertThat(result("Finn")).hasCount(0);

    result("Ella").click();
    assertThat(page.locator(".reader .bubble")).hasText("The marmalade is late");
  }

  @Test
  void shouldPlotWhatTheArchivesTell() {
    TestCustomer rosa = stage.customer("Rosa");
    TestChat chat = rosa.startsChat("How long does it take?");
    anna.go("chats").openChat("Rosa").say("Two days.");
    anna.message("Two days.");
    rosa.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: {score: 1}}}",
        chat.id(),
        chat.threadId());
    close(rosa, chat);

    anna.go("reports");
    page.getByText("7 days").click();

    assertThat(page.locator("svg.plot")).hasCount(3);
    assertThat(page.locator("svg.plot[aria-label='Conversations a day'] rect")).not().hasCount(0);
    assertThat(page.locator("svg.plot circle")).not().hasCount(0);
    assertThat(page.locator("svg.plot rect.good")).not().hasCount(0);
  }

  @Test
  void shouldConfigureAgentsGroupsBotsAndProperties() {
    anna.go("settings/groups");
    anna.button("Add a group").click();
    page.getByLabel("Name", exact()).fill("Night shift");
    page.getByLabel("Ben", exact()).selectOption("normal");
    anna.button("Add").click();
    assertThat(tableRow("Night shift")).containsText("Ben");
    anna.go("settings/agents");
    anna.button("Add an agent").click();
    page.getByLabel("E-mail address").fill("dora@example.com");
    page.getByLabel("Name", exact()).fill("Dora");
    page.getByLabel("Night shift").check();
    anna.button("Add").click();
    assertThat(tableRow("Dora")).containsText("Night shift");
    anna.go("settings/bots");
    anna.button("Add a bot").click();
    page.getByLabel("Name", exact()).fill("Answering machine");
    anna.button("Add").click();
    assertThat(tableRow("Answering machine")).isVisible();
    anna.go("settings/properties");
    assertThat(tableRow("rating.score")).isVisible();

    anna.go("settings/agents");
    tableRow("Dora").getByText("Change").click();
    anna.button("Delete").click();
    anna.button("Really?").click();
    assertThat(tableRow("Dora")).hasCount(0);
  }

  @Test
  void shouldTellHowTheDeliveriesOfAWebhookGo() {
    anna.go("settings/webhooks");
    anna.button("Register a webhook").click();
    page.getByLabel("When").selectOption("incoming_chat_thread");
    page.getByLabel("Address").fill("https://receiver.invalid/hook");
    page.getByLabel("Secret").fill("s3cret");
    anna.button("Register").click();
    assertThat(tableRow("incoming_chat_thread")).containsText("Nothing sent yet");

    TestCustomer hugo = stage.customer("Hugo");
    close(hugo, hugo.startsChat("Hello"));
    anna.button("Refresh").click();

    assertThat(tableRow("incoming_chat_thread").locator(".tag")).isVisible();
    tableRow("incoming_chat_thread").getByText("Unregister").click();
    anna.button("Really?").click();
    assertThat(page.getByText("No webhooks yet")).isVisible();
  }

  @Test
  void shouldShowNormalAgentsTheirOwnSettingsAlone() {
    AgentApp ben =
        AgentApp.open(stage.browsers().visitor(1200, 800), stage.server().address(), BEN);
    ben.go("settings/agents");

    assertThat(ben.page().locator(".settings-split nav a"))
        .hasText(new String[] {"You", "Chat Widget", "Tokens"});
    assertThat(ben.page().locator(".settings-page")).containsText("Canned responses");
    ben.go("settings/widget");
    assertThat(ben.page().locator(".snippet")).containsText("data-license=\"100\"");
    ben.go("settings/tokens");
    assertThat(ben.page().getByText("Make and revoke tokens"))
        .hasAttribute("href", "/accounts/tokens");
    ben.goAway();
    ben.page().context().close();
  }

  @Test
  void shouldShutNobodyOutInTheDarkEither() {
    Page dark = stage.browsers().inTheDark(1280, 800);
    AgentApp ben = AgentApp.open(dark, stage.server().address(), ANNA);
    for (String place : PLACES) {
      ben.go(place);
      dark.locator(".place h1").waitFor();
      assertThat(dark.locator(".ghosts, .spinner")).hasCount(0);
      assertThat(Accessibility.problems(dark)).as("%s, dark", place).isEmpty();
      Browsers.keep(dark, "dark-" + place.replace('/', '-'));
      anna.go(place);
      page.locator(".place h1").waitFor();
      assertThat(page.locator(".ghosts, .spinner")).hasCount(0);
      assertThat(Accessibility.problems(page)).as("%s, light", place).isEmpty();
    }
    dark.context().close();
  }

  @Test
  void shouldFitAPhone() {
    Page phone = stage.browsers().visitor(360, 640);
    AgentApp pocket = AgentApp.open(phone, stage.server().address(), ANNA);
    for (String place : PLACES) {
      pocket.go(place);
      phone.locator(".place h1").waitFor();
      assertThat(phone.locator(".ghosts, .spinner")).hasCount(0);
      assertThat(phone.evaluate("document.querySelector('.place').scrollWidth - innerWidth"))
          .as(place)
          .isEqualTo(0);
      Browsers.keep(phone, "phone-" + place.replace('/', '-'));
    }
    phone.context().close();
  }

  private void filterAndFind(String label, String value) {
    page.getByLabel(label, exact()).fill(value);
    assertThat(result("Finn")).hasCount(0);
    assertThat(result("Ella")).isVisible();
    anna.button("Clear").click();
    assertThat(result("Finn")).isVisible();
  }

  private void choose(String label, String option) {
    page.getByLabel(label, exact()).selectOption(new SelectOption().setLabel(option));
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private Locator result(String customer) {
    return page.locator(".result", new Page.LocatorOptions().setHasText(customer));
  }

  private Locator tableRow(String text) {
    return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
  }

  private static void close(TestCustomer customer, TestChat chat) {
    customer.does("close_thread", "{chat_id: '%s'}", chat.id());
  }
}
