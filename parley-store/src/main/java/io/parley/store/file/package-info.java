/// What is known of uploaded files.
///
///     file  license_id, id │ name, url, content_type, size, width, height, thumbnail_url,
///                            thumbnail2x_url, uploaded_by, created_at, expires_at
///
/// Rows are written beside the journal when a file is uploaded, and removed when it has expired. In
/// between the journal alone changes them: an event that uses a file makes it permanent, in the
/// event's own transaction.
@NullMarked
package io.parley.store.file;

import org.jspecify.annotations.NullMarked;
