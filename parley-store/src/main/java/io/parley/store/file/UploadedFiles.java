package io.parley.store.file;

import io.parley.core.event.EventBody;
import io.parley.core.event.FileId;
import io.parley.core.event.UploadedFile;
import io.parley.core.license.LicenseId;
import io.parley.core.user.UserId;
import io.parley.store.codec.UserKey;
import io.parley.store.row.FileRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What is known of uploaded files. Its methods block for a round trip to the database.
public final class UploadedFiles {
  private final Jdbi jdbi;

  /// Names a file among those of all licenses.
  public record Key(LicenseId licenseId, FileId fileId) {}

  /// Works on the database behind `jdbi`.
  public UploadedFiles(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds a file that nobody has yet.
  public void add(Key key, UploadedFile file, UserId uploadedBy, Instant now) {
    EventBody.File body = file.body();
    EventBody.@Nullable Image image = body.image();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into file (
                      license_id, id, name, url, content_type, size, width, height, thumbnail_url,
                      thumbnail2x_url, uploaded_by, created_at, expires_at)
                    values (
                      :license, :id, :name, :url, :type, :size, :width, :height, :thumbnail,
                      :thumbnail2x, :uploader, :now, :expires)
                    """)
                .bind("license", key.licenseId().value())
                .bind("id", key.fileId().value())
                .bind("name", body.name())
                .bind("url", body.url())
                .bind("type", body.contentType())
                .bind("size", body.size())
                .bind("width", image == null ? null : image.width())
                .bind("height", image == null ? null : image.height())
                .bind("thumbnail", image == null ? null : image.thumbnailUrl())
                .bind("thumbnail2x", image == null ? null : image.thumbnail2xUrl())
                .bind("uploader", UserKey.encode(uploadedBy))
                .bind("now", now)
                .bind("expires", file.expiresAt())
                .execute());
  }

  /// A file, be it expired or not; empty if it is unknown.
  public Optional<UploadedFile> find(Key key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + FileRow.COLUMNS
                        + " from file f where f.license_id = :license and f.id = :id")
                .bind("license", key.licenseId().value())
                .bind("id", key.fileId().value())
                .map((row, _) -> FileRow.read(row))
                .findOne());
  }

  /// How many bytes the files have together that a user has uploaded and not used yet.
  public long temporaryBytes(LicenseId licenseId, UserId uploadedBy) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(sum(size), 0) from file
                    where license_id = :license and uploaded_by = :uploader
                      and expires_at is not null
                    """)
                .bind("license", licenseId.value())
                .bind("uploader", UserKey.encode(uploadedBy))
                .mapTo(Long.class)
                .one());
  }

  /// Files that expired before that time, the longest expired first.
  ///
  /// @param limit how many at most
  public List<Key> expired(Instant before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select license_id, id from file where expires_at < :before
                    order by expires_at limit :limit
                    """)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new Key(
                            new LicenseId(row.getLong("license_id")),
                            new FileId(row.getString("id"))))
                .list());
  }

  /// Removes what is known of a file, unless an event uses it.
  public void removeTemporary(Key key) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from file
                    where license_id = :license and id = :id and expires_at is not null
                    """)
                .bind("license", key.licenseId().value())
                .bind("id", key.fileId().value())
                .execute());
  }
}
