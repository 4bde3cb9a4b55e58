package io.parley.testkit.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The Chat Widget on a page.
final class ChatWidget {
  private final Page page;
  private final FrameLocator frame;

  private ChatWidget(Page page) {
    this.page = page;
    this.frame = page.frameLocator("iframe");
  }

  /// Opens the shop, and the widget in it.
  static ChatWidget open(Page page, URI server) {
    return on(page, server + "/demo/shop/");
  }

  /// Opens a page, and the widget in it.
  static ChatWidget on(Page page, String address) {
    page.navigate(address);
    page.locator(".launcher").click();
    return new ChatWidget(page);
  }

  /// The widget of a page that is there already, opened or not.
  static ChatWidget of(Page page) {
    return new ChatWidget(page);
  }

  /// Opens the widget once more, on a page that was loaded anew, unless it has stayed open.
  static ChatWidget again(Page page) {
    page.reload();
    page.locator(".launcher").waitFor();
    if (page.locator(".frame.open").count() == 0) {
      page.locator(".launcher").click();
    }
    return new ChatWidget(page);
  }

  Page page() {
    return page;
  }

  FrameLocator frame() {
    return frame;
  }

  /// Goes on to writing, and says who one is where that is asked.
  ChatWidget begin(String name) {
    frame.locator(".home .button, .ending .button.quiet").click();
    frame.locator("form.survey, form.composer").first().waitFor();
    if (frame.locator("form.survey").count() > 0) {
      frame.getByLabel("Name").fill(name);
      frame.locator("form.survey .button").click();
    }
    frame.locator("form.composer").waitFor();
    return this;
  }

  ChatWidget say(String text) {
    write(text);
    frame.locator(".send").click();
    return this;
  }

  /// Writes without sending.
  ChatWidget write(String text) {
    frame.locator("#text").fill(text);
    return this;
  }

  ChatWidget attach(Path file) {
    frame.getByLabel("Attach a file").setInputFiles(file);
    return this;
  }

  ChatWidget attach(FilePayload file) {
    frame.getByLabel("Attach a file").setInputFiles(file);
    return this;
  }

  Locator button(String name) {
    return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
  }

  /// A message, once it is there.
  Locator message(String text) {
    Locator found =
        frame.locator(".log .bubble", new FrameLocator.LocatorOptions().setHasText(text));
    found.first().waitFor();
    return found;
  }

  /// What the customer reads, from the first to the last.
  List<String> messages() {
    return frame.locator(".log .bubble").allInnerTexts();
  }
}
