package io.parley.core.agent;

/// What an agent may do in the license, the most first.
public enum Permission {
  /// Owns the license.
  OWNER,
  /// Stands in for the owner.
  VICEOWNER,
  /// May configure the license.
  ADMINISTRATOR,
  /// May chat.
  NORMAL;

  /// As the end of a sentence that begins with "must be".
  String described() {
    return switch (this) {
      case OWNER -> "an owner";
      case VICEOWNER -> "a viceowner";
      case ADMINISTRATOR -> "an administrator";
      case NORMAL -> "an agent";
    };
  }

  /// True if this allows all that `other` allows.
  public boolean atLeast(Permission other) {
    return compareTo(other) <= 0;
  }
}
