package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.parley.testkit.browser.AgentAppStage.ANNA;
import static io.parley.testkit.browser.AgentAppStage.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What agents do with a chat in the Agent App.
class AgentAppTest {
  @RegisterExtension private static final AgentAppStage stage = new AgentAppStage(50);

  private final AgentApp anna = stage.anna();
  private final Page page = anna.page();

  @Test
  void shouldOfferCannedResponsesByEitherSign() {
    TestCustomer cora = stage.customer("Cora");
    TestChat chat = cora.startsChat("Hello?");
    anna.openChat("Cora");

    anna.field().pressSequentially("Good day. #hel");
    assertThat(page.locator(".offers [aria-selected=true]"))
        .hasText("#helloHello! How can I help you today?");
    page.keyboard().press("Tab");
    assertThat(anna.field()).hasValue("Good day. Hello! How can I help you today?");
    anna.field().fill("");
    anna.field().pressSequentially("/bye");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");

    cora.hears(chat, "Thank you for writing to us. Have a nice day!");
    anna.end();
  }

  @Test
  void shouldKeepCannedResponsesThatWereChanged() {
    anna.go("settings/own");
    page.getByLabel("Change #moment").click();
    page.getByLabel("Text").fill("One moment, please.");
    anna.button("Save").click();
    page.reload();

    assertThat(page.locator(".canned")).containsText("One moment, please.");
    page.getByLabel("Delete #moment").click();
    assertThat(page.locator(".canned")).not().containsText("#moment");
  }

  @Test
  void shouldMoveTheFocusBeforeAnybodyCanWriteElsewhere() {
    anna.go("settings/own");

    Object focused =
        page.evaluate(
            """
            () => new Promise((resolve) => {
              new MutationObserver((changes, observer) => {
                if (document.getElementById('canned-tag')) {
                  observer.disconnect();
                  resolve(document.activeElement.id);
                }
              }).observe(document.body, {childList: true, subtree: true});
              document.querySelector('[aria-label="Change #moment"]').click();
            })
            """);

    assertThat(focused).isEqualTo("canned-tag");
  }

  @Test
  void shouldPutTagsOnAConversationAndTakeThemOff() {
    stage.customer("Tara").startsChat("Where is my parcel?");
    anna.openChat("Tara");

    anna.button("Tags").click();
    page.getByLabel("New tag").fill("delivery");
    anna.button("Add").click();
    assertThat(page.locator(".details .tag")).hasText("delivery");
    page.getByLabel("Remove delivery").click();

    assertThat(page.locator(".details .tag")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(page.locator(".dialog")).hasCount(0);
    anna.end();
  }

  @Test
  void shouldCallColleaguesInAndLetThemGo() {
    TestChat chat = stage.customer("Remo").startsChat("I need two people.");
    TestAgent ben = stage.server().agent(BEN);
    anna.openChat("Remo").choose("Add an agent");
    colleague("Ben").click();
    assertThat(state()).containsText("With you, Ben");
    ben.does("send_typing_indicator", "{chat_id: '%s', is_typing: true}", chat.id());
    assertThat(page.locator(".typing-line")).containsText("Ben is typing");

    anna.choose("Remove Ben");

    assertThat(state()).containsText("With you ·");
    ben.close();
    anna.end();
  }

  @Test
  void shouldSuperviseChatsOfOthersAndJoinThem() {
    TestCustomer mina = stage.customer("Mina");
    TestChat chat = mina.startsChat("Hello");
    TestAgent ben = stage.server().agent(BEN);
    anna.openChat("Mina").transferTo("Ben");
    assertThat(state()).containsText("With Ben");

    anna.choose("Supervise");
    assertThat(anna.section("Supervised")).isVisible();
    anna.field().fill("Offer her a discount.");
    page.keyboard().press("Enter");
    ben.hears(chat, "Offer her a discount.");
    mina.says(chat, "Are you there?");
    anna.message("Are you there?");
    anna.choose("Stop supervising");
    anna.button("Join").click();

    assertThat(state()).containsText("you");
    assertThat(mina.connection().waitingPushes("incoming_event"))
        .noneMatch(push -> push.toString().contains("discount"));
    anna.end();
    ben.close();
  }

  @Test
  void shouldShowWhatIsKnownOfTheCustomer() {
    TestCustomer vera = stage.customer("Vera");
    vera.does("update_customer", "{email: 'vera@example.com', fields: {plan: 'gold'}}");
    vera.does("update_customer_page", "{url: 'https://shop.example/ferns', title: 'Our ferns'}");
    TestChat chat = vera.startsChat("Hello");
    anna.openChat("Vera");
    Locator details = page.locator(".details");

    assertThat(details).containsText("vera@example.com");
    assertThat(details).containsText("gold");
    assertThat(details.getByText("Our ferns")).hasAttribute("href", "https://shop.example/ferns");
    vera.does(
        "update_chat_thread_properties",
        "{chat_id: '%s', thread_id: '%s', properties: {rating: {score: 1}}}",
        chat.id(),
        chat.threadId());
    details.getByText("Properties").click();
    assertThat(details).containsText("rating.score");

    details.getByText("Change", new Locator.GetByTextOptions().setExact(true)).first().click();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Vera Winter");
    anna.button("Save").click();
    assertThat(page.locator(".conversation h2")).hasText("Vera Winter");
    anna.end();
  }

  @Test
  void shouldShowCardsWithTheirButtons() {
    TestChat chat = stage.customer("Kira").startsChat("Show me something");
    anna.openChat("Kira");
    stage
        .server()
        .web()
        .agent(
            TestLicense.tokenOf(ANNA),
            "send_event",
            """
            {chat_id: '%s', event: {type: 'rich_message', template_id: 'cards', recipients: 'all', elements: [
              {title: 'Boston fern', subtitle: '18 euros', buttons: [
                {type: 'message', text: 'Take it', value: 'I take it', postback_id: 'take'},
                {type: 'url', text: 'Look', value: 'https://shop.example/fern', postback_id: 'look'}]},
              {title: 'Monstera', subtitle: '25 euros'}]}}
            """,
            chat.id());

    assertThat(page.locator(".card")).hasCount(2);
    assertThat(page.locator(".card-button").first()).hasText("Take it");
    assertThat(page.locator("a.card-button")).hasAttribute("href", "https://shop.example/fern");
    anna.end();
  }

  @Test
  void shouldSendANoteWithAFileOnceMoreWhoseUploadFailed() {
    stage.customer("Ruth").startsChat("May I have the bill?");
    anna.openChat("Ruth");
    page.route("**/upload_file", Route::abort);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Private note")).click();
    anna.attach(new FilePayload("bill.txt", "text/plain", new byte[] {1, 2, 3}));
    assertThat(page.locator(".failed")).containsText("bill.txt");

    page.unroute("**/upload_file");
    anna.button("Try again").click();

    assertThat(page.locator(".row.note .file-name")).hasText("bill.txt");
    assertThat(page.locator(".failed")).hasCount(0);
    anna.end();
  }

  @Test
  void shouldTellWhoListensToThePageWhatComes() {
    TestCustomer lena = stage.customer("Lena");
    TestChat chat = lena.startsChat("Hello");
    anna.openChat("Lena");

    lena.says(chat, "Can you hear me?");

    assertThat(page.locator("p[aria-live=polite]")).hasText("Lena: Can you hear me?");
    assertThat(page.locator(".log")).hasAttribute("aria-live", "off");
    anna.end();
  }

  @Test
  void shouldHoldAConversationByKeyboardAlone() {
    TestCustomer nils = stage.customer("Nils");
    TestChat chat = nils.startsChat("No mouse today?");
    anna.row("Nils").waitFor();
    press("Alt+1", "Escape");
    anna.row("Nils").focus();
    press("ArrowUp", "ArrowDown", "Enter");
    anna.message("No mouse today?");
    page.locator(".log").focus();
    press("/");
    page.keyboard().type("Keys are enough.");
    press("Enter");
    nils.hears(chat, "Keys are enough.");

    press("Alt+n");
    page.keyboard().type("He is kind.");
    press("Enter", "Alt+g");
    assertThat(page.getByLabel("New tag")).isFocused();
    page.keyboard().type("keyboard");
    press("Enter");
    assertThat(page.locator(".dialog .tag")).hasText("keyboard");
    press("Escape", "Alt+e");

    assertThat(page.getByText("The conversation is over.")).isVisible();
    assertThat(page.locator(".row.note .bubble")).hasText("He is kind.");
  }

  @Test
  void shouldTakeNoChatsWhileAway() {
    TestAgent ben = stage.server().agent(BEN);
    Locator accept = page.locator(".chat-list").getByLabel("Accept chats");

    accept.click();

    ben.sees(
        "agent_updated",
        push ->
            push.path("agent_id").asText().equals(ANNA)
                && push.path("routing_status").asText().equals("not_accepting_chats"));
    assertThat(page.locator(".me")).hasAttribute("aria-label", "Anna, away");
    accept.click();
    assertThat(page.locator(".me")).hasAttribute("aria-label", "Anna, accepting chats");
    ben.close();
  }

  private void press(String... keys) {
    List.of(keys).forEach(key -> page.keyboard().press(key));
  }

  private Locator colleague(String name) {
    return page.locator(".choice-row", new Page.LocatorOptions().setHasText(name));
  }

  private Locator state() {
    return page.locator(".conversation .who p");
  }
}
