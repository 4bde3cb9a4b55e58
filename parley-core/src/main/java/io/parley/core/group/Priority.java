package io.parley.core.group;

/// How early an agent of a group is given chats.
public enum Priority {
  /// Before all others.
  FIRST,
  /// After those that are first.
  NORMAL,
  /// When nobody else is left.
  LAST,
  /// Never.
  SUPERVISOR
}
