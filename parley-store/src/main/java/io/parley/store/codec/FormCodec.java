package io.parley.store.codec;

import static io.parley.store.codec.JsonObject.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.event.FormField;
import io.parley.core.event.FormField.Answer;
import org.jspecify.annotations.Nullable;

/// The fields of filled forms. The kind of an answer is the name of its field: `open`, `choice`,
/// `choices` or `group`.
final class FormCodec {

  private FormCodec() {}

  static void write(JsonObject json, FormField field) {
    json.text("type", field.type())
        .text("id", field.id())
        .text("label", field.label())
        .object("answer", field.answer(), FormCodec::writeAnswer);
  }

  static FormField read(JsonNode json) {
    return new FormField(
        text(json, "type"), text(json, "id"), text(json, "label"), answer(json.get("answer")));
  }

  private static void writeAnswer(JsonObject json, Answer answer) {
    switch (answer) {
      case Answer.Open(String text) -> json.text("open", text);
      case Answer.Choice choice -> json.object("choice", choice, FormCodec::writeChoice);
      case Answer.Choices(var choices) -> json.array("choices", choices, FormCodec::writeChoice);
      case Answer.Group group ->
          json.object(
              "group",
              group,
              (inner, chosen) ->
                  inner.number("id", chosen.groupId()).text("label", chosen.label()));
    }
  }

  private static void writeChoice(JsonObject json, Answer.Choice choice) {
    json.text("id", choice.id()).text("label", choice.label());
  }

  private static @Nullable Answer answer(@Nullable JsonNode json) {
    if (json == null) {
      return null;
    }
    if (json.has("open")) {
      return new Answer.Open(text(json, "open"));
    }
    if (json.has("choice")) {
      return choice(json.path("choice"));
    }
    if (json.has("choices")) {
      return new Answer.Choices(EventBodyCodec.list(json.get("choices"), FormCodec::choice));
    }
    JsonNode group = json.path("group");
    return new Answer.Group(group.path("id").intValue(), text(group, "label"));
  }

  private static Answer.Choice choice(JsonNode json) {
    return new Answer.Choice(text(json, "id"), text(json, "label"));
  }
}
