package io.parley.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.protocol.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every member that a sample of either documentation shows is in the contract of what it is a
/// sample of. Each line names a kind, an API, what the sample is of, and the paths of its members.
class DocumentedMembersTest {
  /// What the samples have and Parley does not answer: docs/compatibility.md tells of each.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "answer agent get_chat_threads chat.users[].agent_last_event_created_at",
          "answer agent login license.website_last_activity",
          "push agent customer_updated present",
          "push agent customer_updated customer.present",
          "webhook configuration agent_status_changed additional_data.chat_properties",
          "webhook configuration agent_deleted additional_data.chat_properties",
          "structure agent customer __priv_lc2_customer_id",
          "structure agent my_profile events_seen_up_to",
          "structure customer chats is_followed",
          "structure customer chat_summaries is_followed",
          "structure customer chat_summaries last_thread_summary.tags");

  static List<String> samples() {
    try (InputStream in =
        DocumentedMembersTest.class.getResourceAsStream("documented-members.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Shape shape(String kind, Api api, String name) {
    return switch (kind) {
      case "answer" -> Contracts.find(api, name).orElseThrow().answer();
      case "push" -> Pushes.find(api, name).orElseThrow().payload();
      case "webhook" -> WebhookBodies.find(name).orElseThrow().shape();
      default -> structure(api, name);
    };
  }

  private static Shape structure(Api api, String name) {
    return switch (name) {
      case "file", "filled_form", "message", "rich_message", "custom", "system_message" ->
          EventShapes.EVENT;
      case "agent", "customer" -> Shape.oneOf(UserShapes.user(api), UserShapes.customer(api));
      case "my_profile" -> UserShapes.MY_PROFILE;
      case "chats" -> ChatShapes.withThreads(api);
      case "chat_summaries" -> ChatShapes.summary(api);
      case "threads" -> ChatShapes.archived(api).memberOrNull("thread").shape();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean declares(Shape shape, List<String> path) {
    if (path.isEmpty()) {
      return true;
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (shape) {
      case Shape.OfMap map -> declares(map.value(), rest);
      case Shape.OfList list -> step.equals("[]") && declares(list.element(), rest);
      case Shape.OfObject object ->
          object.memberOrNull(step) != null && declares(object.memberOrNull(step).shape(), rest);
      case Shape.OneOf one -> one.shapes().stream().anyMatch(each -> declares(each, path));
      case Shape.OfAnything _ -> true;
      case Shape.OfText _, Shape.OfInteger _, Shape.OfFlag _, Shape.OfFile _ -> false;
    };
  }

  /// The names on a path, with `[]` for an element of a list.
  private static List<String> steps(String path) {
    return Arrays.stream(path.replace("[]", ".[]").split("\\."))
        .filter(step -> !step.isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldPromiseEveryMemberThatASampleShows(String sample) {
    List<String> parts = Arrays.asList(sample.split(" "));
    String subject = String.join(" ", parts.subList(0, 3));
    Shape shape =
        shape(parts.get(0), Api.valueOf(parts.get(1).toUpperCase(Locale.ROOT)), parts.get(2));

    assertThat(parts.subList(3, parts.size()))
        .filteredOn(path -> !LEFT_OUT.contains(subject + " " + path))
        .allMatch(path -> declares(shape, steps(path)));
  }
}
