package io.parley.store.content;

import java.util.Locale;

/// The kinds of content.
public enum ContentKind {
  /// Surveys before and after chats, per group.
  FORMS,
  /// What a visitor is greeted with.
  GREETINGS,
  /// What a visitor is wished to do.
  GOALS;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
