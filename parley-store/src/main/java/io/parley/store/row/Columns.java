package io.parley.store.row;

import io.parley.core.access.Access;
import io.parley.core.group.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns that JDBC alone does not read as what they are.
public final class Columns {

  private static final int EVERY_AGENT = GroupId.ALL.value();

  private Columns() {}

  /// A time that is always there.
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static Access access(ResultSet row, String column) throws SQLException {
    var ids = (Integer[]) row.getArray(column).getArray();
    // Nearly all of them: one object for all saves a large license two trees for each chat.
    if (ids.length == 1 && ids[0] == EVERY_AGENT) {
      return Access.ALL_AGENTS;
    }
    var groups = new ArrayList<GroupId>(ids.length);
    for (Integer group : ids) {
      groups.add(new GroupId(group));
    }
    return Access.of(groups);
  }
}
