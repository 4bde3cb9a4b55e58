package io.parley.server.composition;

/// The server can't be started as things are. The message is one line for the person who started
/// it.
public final class StartImpossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Makes the failure.
  public StartImpossible(String message) {
    super(message);
  }
}
