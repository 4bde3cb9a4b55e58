package io.parley.server.demo.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// What the bot has to say, as events of the API in which `{name}`, `{number}` and `{shop}` stand
/// for what is known only then.
///
/// @param greeting its first words
/// @param subjects what it knows about
/// @param unknown what it says when it understands nothing
/// @param leaving before it fetches somebody
/// @param nobody when there is nobody to be fetched
/// @param found when there is somebody at last
record BotScript(
    List<JsonNode> greeting,
    List<Subject> subjects,
    List<JsonNode> unknown,
    List<JsonNode> leaving,
    List<JsonNode> nobody,
    List<JsonNode> found) {

  /// Something that customers ask about.
  ///
  /// @param name that nobody sees
  /// @param words of which one must begin a word of the question
  /// @param group whose people know more
  /// @param events the answer; none: only people can answer
  record Subject(String name, List<String> words, int group, List<JsonNode> events) {}

  static BotScript read() {
    try (InputStream in = BotScript.class.getResourceAsStream("/io/parley/server/demo-bot.yaml")) {
      // Jackson's own reader knows nothing of what is written once and meant several times.
      return ShopApi.JSON.convertValue(new Yaml().<Object>load(in), BotScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The subject of that name.
  Subject subject(String name) {
    return subjects.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /// Events with their gaps filled.
  static List<JsonNode> filled(List<JsonNode> events, Map<String, String> values) {
    return events.stream().map(event -> filled(event, values)).toList();
  }

  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(filled(text.textValue(), values));
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        object
            .properties()
            .forEach(each -> copy.set(each.getKey(), filled(each.getValue(), values)));
        yield copy;
      }
      case JsonNode array when array.isArray() -> {
        var copy = ShopApi.JSON.createArrayNode();
        array.forEach(each -> copy.add(filled(each, values)));
        yield copy;
      }
      case JsonNode other -> other;
    };
  }

  private static String filled(String text, Map<String, String> values) {
    String result = text;
    for (Map.Entry<String, String> each : values.entrySet()) {
      result = result.replace("{" + each.getKey() + "}", each.getValue());
    }
    return result;
  }
}
