package io.parley.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a filled form (data structures, Filled form fields).
///
/// @param type `checkbox`, `email`, `name`, `question`, `textarea`, `group_chooser`, `radio` or
///     `select`
/// @param answer null when the field was left empty
public record FormField(String type, String id, String label, @Nullable Answer answer) {
  /// An answer; which kind is used depends on the field's type.
  public sealed interface Answer {
    /// The answer to an open question.
    record Open(String text) implements Answer {}

    /// The answer to a single-choice question.
    record Choice(String id, String label) implements Answer {}

    /// The answers to a multiple-choice question.
    record Choices(List<Choice> choices) implements Answer {
      /// Makes the list unmodifiable.
      public Choices {
        choices = List.copyOf(choices);
      }
    }

    /// The chosen group.
    record Group(int groupId, String label) implements Answer {}
  }
}
