package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestCustomer;
import io.parley.testkit.TestLicense;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The Agent App through a long day: connections are lost, tokens end, windows are in the
/// background.
class AgentAppEnduranceTest {
  private static final String ANNA = "anna@example.com";
  private static final String SECOND_TOKEN = "token:anna-second";

  @RegisterExtension
  private static final Stage stage =
      new Stage(
          () ->
              ParleyServer.start(
                  TestLicense.license(100)
                      .setting("agent_disconnect_grace", 600)
                      .maxChatsCount(50)
                      .owner(ANNA)
                      .token(SECOND_TOKEN, ANNA, "*")));

  private static Line line;

  @BeforeAll
  static void layTheLine() {
    line = Line.to(stage.server().address());
  }

  @AfterAll
  static void takeItAway() {
    line.close();
  }

  @Test
  void shouldCatchUpWithWhatWasMissedWithoutAConnection() {
    Page page = stage.browsers().visitor(1200, 800);
    AgentApp anna = AgentApp.open(page, line.address(), ANNA);
    TestCustomer ida = stage.customer("Ida");
    TestChat chat = ida.startsChat("one");
    TestCustomer otto = stage.customer("Otto");
    TestChat other = otto.startsChat("I am in a hurry");
    anna.row("Otto").waitFor();
    anna.openChat("Ida").message("one");

    line.cut();
    assertThat(page.locator(".trouble")).isVisible();
    ida.says(chat, "two");
    ida.does("close_thread", "{chat_id: '%s'}", chat.id());
    ida.does("activate_chat", "{chat: {id: '%s'}}", chat.id());
    ida.says(chat, "three");
    otto.says(other, "four");
    otto.says(other, "five");
    anna.say("from afar");
    line.mend();

    ida.hears(chat, "from afar");
    List.of("two", "three", "from afar").forEach(anna::message);
    assertThat(page.locator(".pending")).hasCount(0);
    assertThat(page.locator(".conversation .bubble").allInnerTexts().stream().map(String::strip))
        .containsOnlyOnce("one", "two", "three", "from afar");
    assertThat(anna.row("Otto").locator(".count")).isVisible();
    anna.openChat("Otto");
    List.of("four", "five").forEach(anna::message);
    assertThat(anna.row("Otto").locator(".count")).hasCount(0);
    page.context().close();
  }

  @Test
  void shouldNoticeThatAChatHasEndedMeanwhile() {
    Page page = stage.browsers().visitor(1200, 800);
    AgentApp anna = AgentApp.open(page, line.address(), ANNA);
    TestCustomer emil = stage.customer("Emil");
    TestChat chat = emil.startsChat("Never mind");
    anna.openChat("Emil").message("Never mind");

    line.cut();
    assertThat(page.locator(".trouble")).isVisible();
    emil.does("close_thread", "{chat_id: '%s'}", chat.id());
    line.mend();

    assertThat(page.getByText("The conversation is over.")).isVisible();
    page.context().close();
  }

  @Test
  void shouldKeepWhatWasBegunWhenTheSignInEnds() {
    Page page = stage.browsers().visitor(1200, 800);
    page.addInitScript(
        "sessionStorage.setItem('parley:agent', JSON.stringify({token: sessionStorage.getItem('next')"
            + " ?? '%s', until: Date.now() + 3600_000, tab: 'a'}))".formatted(SECOND_TOKEN));
    page.navigate(stage.server().address() + "/agent/");
    page.locator(".rail").waitFor();
    TestCustomer fred = stage.customer("Fred");
    fred.startsChat("Hello");
    page.locator(".chat-row a", new Page.LocatorOptions().setHasText("Fred")).click();
    page.locator("#write").fill("Half of a thou");

    stage.server().web().delete("/token?token=" + SECOND_TOKEN);

    Locator prompt = page.locator("[role=alertdialog]");
    assertThat(prompt).containsText("Please sign in again");
    assertThat(Accessibility.problems(page)).isEmpty();
    page.evaluate("sessionStorage.setItem('next', '%s')".formatted(TestLicense.tokenOf(ANNA)));
    String chat = page.url();
    prompt.getByText("Sign in", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByLabel("Password")).isVisible();
    page.navigate(chat);
    assertThat(page.locator("#write")).hasValue("Half of a thou");
    page.context().close();
  }

  @Test
  void shouldRenewItsTokenInSilenceAndOnce() {
    Page page = stage.browsers().visitor(1200, 800);
    var renewals = new AtomicInteger();
    page.route(
        "**/v2/token",
        route -> {
          renewals.incrementAndGet();
          route.fulfill(
              new Route.FulfillOptions()
                  .setContentType("application/json")
                  .setBody(
                      "{\"access_token\": \"%s\", \"refresh_token\": \"new\", \"expires_in\": 28800}"
                          .formatted(TestLicense.tokenOf(ANNA))));
        });
    page.addInitScript(
        "sessionStorage.setItem('parley:agent',"
            + " JSON.stringify({token: 'old', refresh: 'r', until: Date.now() - 1, tab: 'b'}))");

    page.navigate(stage.server().address() + "/agent/#/settings/agents");

    assertThat(page.locator(".settings-page")).containsText(ANNA);
    assertThat(renewals).hasValue(1);
    assertThat(page.locator("[role=alertdialog]")).hasCount(0);
    page.context().close();
  }

  @Test
  void shouldNotifyOfMessagesInTheBackground() {
    Page page = stage.browsers().visitor(1200, 800);
    page.context().grantPermissions(List.of("notifications"));
    page.addInitScript(
        """
        window.notified = [];
        window.notes = 0;
        window.Notification = class {
          static permission = 'granted';
          static requestPermission = async () => 'granted';
          constructor(title, {body}) { window.notified.push(title + ': ' + body); }
          close() {}
        };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.notes++; return start.call(this, at); };
        """);
    AgentApp anna = AgentApp.open(page, stage.server().address(), ANNA);
    anna.go("settings/own");
    page.getByLabel("Desktop notifications").check();
    anna.go("chats");
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
    TestCustomer gina = stage.customer("Gina");

    TestChat chat = gina.startsChat("Hello");
    gina.says(chat, "Is anybody there?");

    page.waitForFunction("window.notified.includes('Gina: Is anybody there?') && window.notes > 0");
    assertThat(page.title()).startsWith("(");
    page.context().close();
  }
}
