package io.parley.server.config;

/// The configuration can't be used. The message is one line that names the place and says what is
/// wrong there.
public final class ConfigInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Makes the failure.
  public ConfigInvalid(String message) {
    super(message);
  }
}
