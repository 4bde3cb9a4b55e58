package io.parley.server.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said in the demo's past, and by whom.
///
/// @param names of customers
/// @param pages where they are when they ask
/// @param conversations that were had and are over, again and again
/// @param waiting conversations that nobody has answered yet
record DemoScript(
    List<String> names,
    List<Page> pages,
    List<Conversation> conversations,
    List<Conversation> waiting) {

  /// A page of the shop.
  record Page(String title, String path) {}

  /// One conversation. A line that begins with `> ` is the agent's, one that begins with `# ` a
  /// note for agents; the others are the customer's.
  ///
  /// @param group that it is for
  /// @param score of the rating, if the customer gave one
  /// @param comment beside the rating
  record Conversation(
      int group,
      List<String> tags,
      @Nullable Integer score,
      @Nullable String comment,
      List<String> lines) {}

  static DemoScript read() {
    try (InputStream in =
        DemoScript.class.getResourceAsStream("/io/parley/server/demo-history.yaml")) {
      return JsonMapper.builder(new YAMLFactory()).build().readValue(in, DemoScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
