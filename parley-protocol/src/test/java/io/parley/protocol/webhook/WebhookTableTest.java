package io.parley.protocol.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.webhook.WebhookAction;
import io.parley.core.webhook.WebhookExtra;
import io.parley.protocol.webhook.WebhookTable.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookTableTest {
  /// The reference's table of webhooks.
  private static final String DOCUMENTED =
      """
      incoming_chat_thread thread_closed access_granted access_revoked access_set chat_user_added
      chat_user_removed incoming_event event_updated incoming_rich_message_postback
      chat_properties_updated chat_properties_deleted chat_thread_properties_updated
      chat_thread_properties_deleted event_properties_updated event_properties_deleted
      chat_thread_tagged chat_thread_untagged agent_status_changed agent_deleted customer_created
      events_marked_as_seen
      """;

  private static List<String> names() {
    return WebhookTable.rows().stream().map(WebhookTable.Row::name).toList();
  }

  @Test
  void shouldHaveTheDocumentedActions() {
    assertThat(names()).containsExactly(DOCUMENTED.strip().split("\\s+"));
    assertThat(WebhookTable.rows().stream().map(WebhookTable.Row::action))
        .containsExactlyInAnyOrder(WebhookAction.values());
  }

  @Test
  void shouldTakeTheNameOfTheMethodsDocumentationToo() {
    assertThat(WebhookTable.actionsByName())
        .containsEntry("last_seen_timestamp_updated", WebhookAction.EVENTS_SEEN)
        .hasSize(WebhookAction.values().length + 1);
  }

  @Test
  void shouldAskForAuthorsOfEventsOnly() {
    assertThat(
            WebhookTable.rows().stream()
                .filter(row -> row.filters().contains(Filter.AUTHOR_TYPE))
                .map(WebhookTable.Row::name))
        .containsExactly("incoming_event", "event_updated");
  }

  @Test
  void shouldBringAlongWhatIsDocumented() {
    for (WebhookTable.Row row : WebhookTable.rows()) {
      boolean ofAgent = List.of("agent_status_changed", "agent_deleted").contains(row.name());
      assertThat(row.extras().contains(WebhookExtra.CHAT_PROPERTIES))
          .as(row.name())
          .isEqualTo(!ofAgent);
      assertThat(row.extras().contains(WebhookExtra.ACCESS))
          .as(row.name())
          .isEqualTo(List.of("incoming_event", "chat_user_added").contains(row.name()));
      assertThat(row.extras().contains(WebhookExtra.THREAD_ID))
          .as(row.name())
          .isEqualTo(row.name().equals("chat_user_added"));
    }
  }

  @Test
  void shouldHaveARowForEachInTheTableOfCompatibility() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "compatibility.md"));
    String section = page.split("\n## Webhooks\n", 2)[1].split("\n## ", 2)[0];

    assertThat(
            section.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
        .containsExactlyElementsOf(names());
  }
}
