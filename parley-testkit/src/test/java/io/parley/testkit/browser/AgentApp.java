package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.parley.testkit.TestLicense;
import java.net.URI;
import java.nio.file.Path;

/// The Agent App in a window.
final class AgentApp {
  private static final String SIGNED_IN =
      """
      sessionStorage.getItem('parley:agent') ?? sessionStorage.setItem('parley:agent',
        JSON.stringify({token: '%s', until: Date.now() + 3600_000, tab: crypto.randomUUID()}));
      """;

  private final Page page;

  private AgentApp(Page page) {
    this.page = page;
  }

  /// Signs in as people do.
  static AgentApp signIn(Page page, URI server, String email, String password) {
    page.navigate(server + "/agent/");
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.locator(".rail").waitFor();
    return new AgentApp(page);
  }

  /// Opens it for an agent of a test's license who has signed in already.
  static AgentApp open(Page page, URI server, String agentId) {
    page.addInitScript(SIGNED_IN.formatted(TestLicense.tokenOf(agentId)));
    page.navigate(server + "/agent/");
    page.locator(".rail").waitFor();
    return new AgentApp(page);
  }

  Page page() {
    return page;
  }

  /// Opens the app anew, with its chats, whatever was left open in it.
  void anew() {
    page.evaluate("location.hash = '#/chats'");
    page.reload();
    page.locator("[data-place=chats]").waitFor();
  }

  /// Goes to another place of the app.
  AgentApp go(String place) {
    page.evaluate("place => location.hash = '#/' + place", place);
    page.locator("[data-place=%s]".formatted(place.replaceFirst("/.*", ""))).waitFor();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /// The field in which one writes.
  Locator field() {
    return page.locator("#write");
  }

  /// Opens the chat of somebody, from the list.
  AgentApp openChat(String customer) {
    row(customer).click();
    page.locator(".conversation .column-head").getByText(customer).first().waitFor();
    return this;
  }

  Locator row(String customer) {
    return page.locator(".chat-row a", new Page.LocatorOptions().setHasText(customer));
  }

  /// The heading of a section in the list of chats.
  Locator section(String name) {
    return page.locator(".section-head", new Page.LocatorOptions().setHasText(name));
  }

  AgentApp say(String text) {
    page.locator("#write").fill(text);
    page.keyboard().press("Enter");
    return this;
  }

  AgentApp note(String text) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Private note")).click();
    say(text);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Message")).click();
    return this;
  }

  AgentApp attach(Path file) {
    page.getByLabel("Attach files").setInputFiles(file);
    return this;
  }

  AgentApp attach(FilePayload file) {
    page.getByLabel("Attach files").setInputFiles(file);
    return this;
  }

  AgentApp transferTo(String agent) {
    button("Transfer").click();
    page.locator(".choice-row", new Page.LocatorOptions().setHasText(agent)).click();
    assertThat(page.locator(".notice")).containsText("The chat went to " + agent);
    return this;
  }

  /// Chooses from the menu of the open chat.
  AgentApp choose(String action) {
    page.locator(".conversation").getByLabel("More").click();
    page.locator(".menu-item", new Page.LocatorOptions().setHasText(action)).click();
    return this;
  }

  AgentApp end() {
    return choose("End the conversation");
  }

  /// Takes no more chats.
  void goAway() {
    page.locator(".me").click();
    page.locator(".mine").getByLabel("Accept chats").click();
    page.locator(".me[aria-label*=away]").waitFor();
  }

  /// A message in the open chat, once it is there.
  Locator message(String text) {
    Locator found =
        page.locator(".conversation .bubble", new Page.LocatorOptions().setHasText(text));
    found.first().waitFor();
    return found;
  }
}
