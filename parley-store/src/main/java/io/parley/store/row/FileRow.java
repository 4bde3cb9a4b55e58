package io.parley.store.row;

import io.parley.core.event.EventBody;
import io.parley.core.event.UploadedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows of the table `file`.
public final class FileRow {

  /// What [#read] needs of the table.
  public static final String COLUMNS =
      """
      f.name, f.url, f.content_type, f.size, f.width, f.height, f.thumbnail_url,
      f.thumbnail2x_url, f.expires_at\
      """;

  private FileRow() {}

  /// The file of the current row.
  public static UploadedFile read(ResultSet row) throws SQLException {
    return new UploadedFile(
        new EventBody.File(
            row.getString("name"),
            row.getString("url"),
            row.getString("content_type"),
            row.getLong("size"),
            image(row)),
        Columns.instantOrNull(row, "expires_at"));
  }

  private static EventBody.@Nullable Image image(ResultSet row) throws SQLException {
    int width = row.getInt("width");
    return row.wasNull()
        ? null
        : new EventBody.Image(
            width,
            row.getInt("height"),
            row.getString("thumbnail_url"),
            row.getString("thumbnail2x_url"));
  }
}
