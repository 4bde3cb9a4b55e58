package io.parley.core.access;

import io.parley.core.group.GroupId;
import java.util.TreeSet;

/// How access is changed.
public enum AccessOperation {
  /// Added to what was there.
  GRANT,
  /// Taken from what was there.
  REVOKE,
  /// Put in the place of what was there.
  SET;

  /// The access that results.
  ///
  /// @param before what was there
  /// @param given what is granted, revoked or set
  public Access change(Access before, Access given) {
    var groups = new TreeSet<GroupId>(before.groupIds());
    switch (this) {
      case GRANT -> groups.addAll(given.groupIds());
      case REVOKE -> groups.removeAll(given.groupIds());
      case SET -> {
        return given;
      }
    }
    return new Access(groups);
  }
}
