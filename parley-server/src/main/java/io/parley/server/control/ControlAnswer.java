package io.parley.server.control;

/// How answers begin.
final class ControlAnswer {
  /// The answer follows.
  static final String GIVEN = "+";

  /// Why there is none follows.
  static final String REFUSED = "-";

  private ControlAnswer() {}
}
