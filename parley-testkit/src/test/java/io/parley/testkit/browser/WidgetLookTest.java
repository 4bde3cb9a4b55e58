package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestLicense;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state of the widget in every look: nothing sticks out, nothing shuts anybody out. The
/// screenshots are for people to look at.
class WidgetLookTest {
  private static final String FORMS =
      """
      [ { type: prechat, group_id: 0, enabled: true, fields: [
          { id: "0", type: header, label: "Tell us who you are." },
          { id: "1", type: name, label: "Name", required: true },
          { id: "2", type: email, label: "E-mail" },
          { id: "3", type: select, label: "Topic",
            options: [ { id: "0", label: "Shoes" }, { id: "1", label: "Boots" } ] },
          { id: "4", type: checkbox, label: "You like",
            options: [ { id: "0", label: "Walking" }, { id: "1", label: "Dancing" } ] } ] } ]""";

  @RegisterExtension
  private static final WidgetStage stage =
      new WidgetStage(
          () ->
              ParleyServer.start(
                  TestLicense.license(100).agent("anna@example.com").part("forms", FORMS)));

  @ParameterizedTest
  @CsvSource({
    "320, LIGHT, en, ltr, ",
    "320, DARK, ar, rtl, ",
    "400, LIGHT, ar, rtl, ",
    "400, DARK, en, ltr, ",
    "1000, LIGHT, de, ltr, #ffd54a",
    "1000, DARK, en, ltr, #0b6e4f",
  })
  void shouldFitAndShutNobodyOut(
      int width, ColorScheme scheme, String language, String direction, String color) {
    String look = "%d-%s-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT), language);
    Page page =
        stage
            .browsers()
            .visitor(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width < 1000 ? 640 : 780)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE));
    String address =
        stage
            .website()
            .page(
                "lang=\"%s\" dir=\"%s\"".formatted(language, direction),
                "data-license=\"100\"" + (color == null ? "" : " data-color=\"" + color + "\""));

    ChatWidget widget = ChatWidget.on(page, address);
    assertThat(widget.frame().locator("form.survey")).isVisible();
    inspect(widget, look + "-nobody-there");

    TestAgent anna = stage.server().agent("anna@example.com");
    widget = ChatWidget.again(page);
    assertThat(widget.frame().locator(".home")).isVisible();
    inspect(widget, look + "-home");
    widget.frame().locator(".home .button").click();
    widget.frame().locator("form.survey .button").click();
    assertThat(widget.frame().locator(".problem")).hasCount(1);
    inspect(widget, look + "-form");
    widget.frame().locator("#field-1").fill("Mara Lind");
    widget.frame().locator("form.survey .button").click();

    JsonNode chat = anna.sees("incoming_chat_thread", _ -> true).path("chat");
    String chatId = chat.path("id").asText();
    widget.say(
        "Do you have these in a very very long size, such as Donaudampfschifffahrtsgesellschaft?");
    send(
        anna,
        chatId,
        "type: 'message', text: 'Hello Mara! Let me see: https://shoes.example/a-very-long-address/that-goes-on-and-on/and-on?for=ever'");
    send(
        anna,
        chatId,
        """
        type: 'rich_message', template_id: 'cards', elements: [
          {title: 'Boots', subtitle: 'For walking', image: {url: '%s/demo/pictures/parcel.svg'}, buttons: [
            {type: 'message', text: 'I take them', value: 'I take them', postback_id: 'a'},
            {type: 'url', text: 'Look', value: 'https://shoes.example/', postback_id: 'b'}]},
          {title: 'Pumps', subtitle: 'For dancing', buttons: [{text: 'These', postback_id: 'c'}]}]
        """
            .formatted(stage.server().address()));
    send(
        anna,
        chatId,
        """
        type: 'rich_message', template_id: 'quick_replies', elements: [{title: 'Which ones?', buttons: [
          {type: 'message', text: 'The boots', value: 'The boots', postback_id: 'd'},
          {type: 'message', text: 'The pumps, of course', value: 'The pumps', postback_id: 'e'},
          {type: 'message', text: 'Neither', value: 'Neither', postback_id: 'f'}]}]
        """);
    widget.message("Which ones?");
    anna.does("send_typing_indicator", "{chat_id: '%s', is_typing: true}", chatId);
    widget.frame().locator(".typing").waitFor();
    inspect(widget, look + "-conversation");

    anna.does("close_thread", "{chat_id: '%s'}", chatId);
    widget.frame().locator(".rating").waitFor();
    inspect(widget, look + "-ending");
  }

  private static void send(TestAgent agent, String chatId, String event) {
    agent.does("send_event", "{chat_id: '%s', event: {recipients: 'all', %s}}", chatId, event);
  }

  private static void inspect(ChatWidget widget, String name) {
    Browsers.keep(widget.page(), "look-" + name);
    assertThat(Accessibility.problems(widget.page())).as(name).isEmpty();
    assertThat(
            widget.frame().locator("html").evaluate("page => page.scrollWidth - page.clientWidth"))
        .as("overflow of %s", name)
        .isEqualTo(0);
  }
}
