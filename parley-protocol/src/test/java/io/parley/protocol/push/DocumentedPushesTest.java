package io.parley.protocol.push;

import static io.parley.protocol.json.Acme.LICENSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.core.Change;
import io.parley.protocol.Api;
import io.parley.protocol.ApiVersion;
import io.parley.protocol.json.Acme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The tables of available pushes of both references, in both documentations.
class DocumentedPushesTest {
  private static final String FOR_AGENTS =
      """
      incoming_chat_thread thread_closed access_granted access_revoked access_set chat_transferred
      chat_user_added chat_user_removed incoming_event event_updated
      incoming_rich_message_postback chat_properties_updated chat_properties_deleted
      chat_thread_properties_updated chat_thread_properties_deleted event_properties_updated
      event_properties_deleted chat_thread_tagged chat_thread_untagged customer_visit_started
      customer_created customer_updated customer_page_updated customer_banned customer_visit_ended
      agent_updated agent_disconnected events_marked_as_seen incoming_sneak_peek
      incoming_typing_indicator incoming_multicast
      """;
  private static final String FOR_CUSTOMERS =
      """
      incoming_chat_thread thread_closed access_set chat_transferred chat_user_added
      chat_user_removed incoming_event event_updated incoming_rich_message_postback
      chat_properties_updated chat_properties_deleted chat_thread_properties_updated
      chat_thread_properties_deleted event_properties_updated event_properties_deleted
      customer_updated customer_page_updated customer_side_storage_updated customer_disconnected
      incoming_typing_indicator incoming_multicast events_marked_as_seen
      """;

  private static Set<String> rendered(Api side, EncodedPush disconnection) {
    var actions = new TreeSet<String>();
    actions.add(action(disconnection));
    for (Change change : EveryChange.atAcme()) {
      new PushRenderer()
          .render(ApiVersion.V3_1, side, change, LICENSE)
          .forEach(push -> actions.add(action(push)));
    }
    return actions;
  }

  private static String action(EncodedPush push) {
    return Acme.json(push.frameFor(null)).path("action").textValue();
  }

  private static List<String> names(String table) {
    return List.of(table.strip().split("\\s+"));
  }

  @Test
  void shouldTryEveryKindOfChange() {
    assertThat(EveryChange.atAcme())
        .extracting(change -> change.getClass().getSimpleName())
        .containsAll(EveryChange.kinds());
  }

  @Test
  void shouldHaveExactlyTheDocumentedPushesForAgents() {
    assertThat(rendered(Api.AGENT, Disconnections.agent("internal_error")))
        .containsExactlyInAnyOrderElementsOf(names(FOR_AGENTS));
  }

  @Test
  void shouldHaveExactlyTheDocumentedPushesForCustomers() {
    assertThat(rendered(Api.CUSTOMER, Disconnections.customer("internal_error")))
        .containsExactlyInAnyOrderElementsOf(names(FOR_CUSTOMERS));
  }

  @Test
  void shouldHaveARowForEachPushInTheTableOfCompatibility() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "compatibility.md"));

    assertThat(rows(page, "Agent Chat API: pushes"))
        .containsExactlyInAnyOrderElementsOf(names(FOR_AGENTS));
    assertThat(rows(page, "Customer Chat API: pushes"))
        .containsExactlyInAnyOrderElementsOf(names(FOR_CUSTOMERS));
  }

  private static List<String> rows(String page, String title) {
    String section = page.split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("`", 3)[1])
        .toList();
  }
}
