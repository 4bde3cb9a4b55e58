package io.parley.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parley.core.event.EventBody;
import io.parley.core.event.FormField;
import io.parley.core.event.FormField.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What events of type `filled_form` have of their own.
final class FilledFormJson {
  private FilledFormJson() {}

  static void writeMembers(JsonGenerator json, EventBody.FilledForm form) throws IOException {
    json.writeStringField("form_id", form.formId());
    json.writeArrayFieldStart("fields");
    for (FormField field : form.fields()) {
      json.writeStartObject();
      json.writeStringField("type", field.type());
      json.writeStringField("id", field.id());
      json.writeStringField("label", field.label());
      writeAnswer(json, field.answer());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAnswer(JsonGenerator json, @Nullable Answer answer) throws IOException {
    switch (answer) {
      case null -> {}
      case Answer.Open(String text) -> json.writeStringField("answer", text);
      case Answer.Choice choice -> {
        json.writeFieldName("answer");
        writeChoice(json, choice);
      }
      case Answer.Choices(var choices) -> {
        json.writeArrayFieldStart("answers");
        for (Answer.Choice choice : choices) {
          writeChoice(json, choice);
        }
        json.writeEndArray();
      }
      case Answer.Group(int groupId, String label) -> {
        json.writeObjectFieldStart("answer");
        json.writeNumberField("group_id", groupId);
        json.writeStringField("label", label);
        json.writeEndObject();
      }
    }
  }

  private static void writeChoice(JsonGenerator json, Answer.Choice choice) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", choice.id());
    json.writeStringField("label", choice.label());
    json.writeEndObject();
  }
}
