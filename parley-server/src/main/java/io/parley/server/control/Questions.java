package io.parley.server.control;

import java.util.List;

/// Port: answers what is asked of a running server.
@FunctionalInterface
public interface Questions {
  /// Answers. May block.
  ///
  /// @param words the question's
  /// @throws IllegalArgumentException if the question has no answer; the message says why
  String answer(List<String> words);
}
