package io.parley.core.event;

import java.util.Locale;
import java.util.Optional;

/// The types of events.
public enum EventType {
  /// An uploaded file.
  FILE,
  /// Answers to a form.
  FILLED_FORM,
  /// A text.
  MESSAGE,
  /// Cards, a sticker or quick replies.
  RICH_MESSAGE,
  /// An integration's own.
  CUSTOM,
  /// A message of the system.
  SYSTEM_MESSAGE;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /// The name in every API, `lower_snake_case`.
  public String wireName() {
    return wireName;
  }

  /// The type of that name.
  public static Optional<EventType> of(String wireName) {
    for (EventType type : values()) {
      if (type.wireName.equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
