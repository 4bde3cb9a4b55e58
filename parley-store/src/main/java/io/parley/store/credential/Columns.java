package io.parley.store.credential;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads columns of the types that these tables use.
final class Columns {
  private Columns() {}

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    try {
      return List.of((String[]) array.getArray());
    } finally {
      array.free();
    }
  }

  static Set<String> textSet(ResultSet row, String column) throws SQLException {
    return Set.copyOf(texts(row, column));
  }

  /// In a fixed order, so that equal sets are equal arrays.
  static Set<String> sorted(Set<String> texts) {
    return new TreeSet<>(texts);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// The result of a statement that tells which tokens it changed.
  static List<TokenHash> hashes(Query returningTokenHash) {
    return returningTokenHash.map((row, _) -> TokenHash.ofBytes(row.getBytes("token_hash"))).list();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
