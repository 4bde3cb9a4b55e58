package io.parley.core.access;

/// How access is changed.
public enum AccessOperation {
  /// Added to what was there.
  GRANT,
  /// Taken from what was there.
  REVOKE,
  /// Put in the place of what was there.
  SET
}
