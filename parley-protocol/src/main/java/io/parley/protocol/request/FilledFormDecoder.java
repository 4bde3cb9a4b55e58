package io.parley.protocol.request;

import io.parley.core.event.EventBody;
import io.parley.core.event.FormField;
import io.parley.core.event.FormField.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads events of type `filled_form` (data structures, Filled form fields).
final class FilledFormDecoder {
  private static final int MAX_FIELDS = 100;

  /// The types of fields.
  private enum FieldType {
    /// Answered by a text, as are the next three.
    NAME,
    EMAIL,
    QUESTION,
    TEXTAREA,
    /// Answered by one of the choices, as is the next.
    RADIO,
    SELECT,
    /// Answered by some of the choices.
    CHECKBOX,
    /// Answered by a group.
    GROUP_CHOOSER;

    private String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<String, FieldType> TYPES =
      Arrays.stream(FieldType.values())
          .collect(Collectors.toUnmodifiableMap(FieldType::wireName, type -> type));

  private FilledFormDecoder() {}

  /// The form that the event holds.
  static EventBody read(Fields event) {
    String formId = event.text("form_id", Text.NAME);
    if (!event.has("fields")) {
      throw event.invalid("fields", "is required");
    }
    var fields = new ArrayList<FormField>();
    for (Fields field : event.objects("fields", MAX_FIELDS)) {
      fields.add(field(field));
    }
    return new EventBody.FilledForm(formId, fields);
  }

  private static FormField field(Fields field) {
    FieldType type = field.choice("type", TYPES);
    return new FormField(
        type.wireName(),
        field.text("id", Text.NAME),
        field.text("label", Text.LABEL),
        answer(type, field));
  }

  private static @Nullable Answer answer(FieldType type, Fields field) {
    return switch (type) {
      case NAME, EMAIL, QUESTION, TEXTAREA -> {
        String text = field.textOrNull("answer", Text.MESSAGE_OR_EMPTY);
        yield text == null ? null : new Answer.Open(text);
      }
      case RADIO, SELECT -> {
        Fields answer = field.objectOrNull("answer");
        yield answer == null ? null : choice(answer);
      }
      case CHECKBOX -> field.has("answers") ? choices(field) : null;
      case GROUP_CHOOSER -> {
        Fields answer = field.objectOrNull("answer");
        yield answer == null
            ? null
            : new Answer.Group(
                answer.integer("group_id", 0, Integer.MAX_VALUE), answer.text("label", Text.LABEL));
      }
    };
  }

  private static Answer choices(Fields field) {
    List<Answer.Choice> choices = new ArrayList<>();
    for (Fields answer : field.objects("answers", MAX_FIELDS)) {
      choices.add(choice(answer));
    }
    return new Answer.Choices(choices);
  }

  private static Answer.Choice choice(Fields answer) {
    return new Answer.Choice(answer.text("id", Text.NAME), answer.text("label", Text.LABEL));
  }
}
