package io.parley.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.parley.testkit.browser.WidgetStage.chatOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import io.parley.testkit.ParleyServer;
import io.parley.testkit.TestAgent;
import io.parley.testkit.TestChat;
import io.parley.testkit.TestLicense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the Chat Widget asks: surveys, ratings, and a message where nobody is there.
class WidgetFormsTest {
  private static final String LICENSE_WITH_FORMS = "data-license=\"101\"";

  private static final String FORMS =
      """
      [ { type: postchat, group_id: 0, enabled: true, fields: [
          { id: "1", type: rating, label: "How did we do?" },
          { id: "2", type: radio, label: "Did we solve it?", required: true,
            options: [ { id: "0", label: "Yes" }, { id: "1", label: "No" } ] },
          { id: "3", type: textarea, label: "What could be better?" } ] } ]""";

  @RegisterExtension
  private static final WidgetStage stage =
      new WidgetStage(
          () ->
              ParleyServer.start(
                  TestLicense.license(100).agent("anna@example.com"),
                  TestLicense.license(101).agent("olga@example.com").part("forms", FORMS)));

  @Test
  void shouldAskAfterwardsWhatTheLicenseWantsToKnow() {
    TestAgent olga = stage.server().agent("olga@example.com");
    ChatWidget widget = stage.visitor(LICENSE_WITH_FORMS).begin("").say("Do they come in red?");
    TestChat chat = chatOf(olga, "in red?");

    olga.does("close_thread", "{chat_id: '%s'}", chat.id());
    widget.frame().getByText("Good", new FrameLocator.GetByTextOptions().setExact(true)).click();
    widget.button("Send").click();
    assertThat(widget.frame().locator(".survey .problem")).hasText("This is needed");
    Browsers.keep(widget.page(), "widget-survey-afterwards");
    assertThat(Accessibility.problems(widget.page())).isEmpty();
    widget.frame().getByLabel("Yes").check();
    widget.frame().getByLabel("What could be better?").fill("Nothing");
    widget.button("Send").click();

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
    TestAgent anna = stage.server().agent("anna@example.com");
    ChatWidget widget = stage.visitor().begin("").say("Is it warm?");
    TestChat chat = chatOf(anna, "warm?");
    anna.does("close_thread", "{chat_id: '%s'}", chat.id());

    widget.button("Bad").click();
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
  void shouldTakeAMessageWhenNobodyIsThere() {
    ChatWidget widget = stage.visitor();
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
    widget.button("Leave the message").click();
    assertThat(widget.frame().getByText("This is no e-mail address")).isVisible();
    widget.frame().getByLabel("E-mail").fill("nora@example.net");
    widget.button("Leave the message").click();
    assertThat(
            widget
                .frame()
                .getByText(
                    "We have your message", new FrameLocator.GetByTextOptions().setExact(false)))
        .isVisible();
    Browsers.keep(widget.page(), "widget-message-left");

    TestAgent anna = stage.server().agent("anna@example.com");
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
}
