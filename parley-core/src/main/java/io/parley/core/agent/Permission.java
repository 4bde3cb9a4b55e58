package io.parley.core.agent;

/// What an agent may do in the license.
public enum Permission {
  /// Owns the license.
  OWNER,
  /// May configure the license.
  ADMINISTRATOR,
  /// May chat.
  NORMAL
}
