package io.parley.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The stage with somebody's website, on whose pages the Chat Widget is. After each test everybody
/// goes.
final class WidgetStage extends Stage {
  /// The attribute of a widget for the license 100.
  static final String LICENSE = "data-license=\"100\"";

  private Website website;

  /// @param start starts the server
  WidgetStage(Supplier<ParleyServer> start) {
    super(start);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    super.beforeAll(context);
    website = new Website(server().address());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server().dismiss();
    browsers().closeWindows();
    super.afterEach(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (website != null) {
      website.close();
    }
    super.afterAll(context);
  }

  Website website() {
    return website;
  }

  /// The widget of somebody new, opened on a page of the license 100.
  ChatWidget visitor() {
    return visitor(LICENSE);
  }

  /// The widget of somebody new, opened on a page.
  ///
  /// @param widget attributes of the widget's line
  ChatWidget visitor(String widget) {
    return ChatWidget.on(browsers().visitor(1000, 760), website.page(widget));
  }

  /// The chat that a customer began with that text, told to an agent.
  static TestChat chatOf(TestAgent agent, String text) {
    JsonNode chat =
        agent
            .sees("incoming_chat_thread", payload -> payload.toString().contains(text))
            .path("chat");
    return new TestChat(chat.path("id").asText(), chat.at("/thread/id").asText());
  }
}
