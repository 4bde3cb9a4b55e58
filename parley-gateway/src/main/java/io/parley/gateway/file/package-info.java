/// Files that agents and customers upload: received from forms, looked at, kept, and given out
/// again.
///
/// A file is kept in two places: what is known of it in the database
/// ([io.parley.store.file.UploadedFiles]), its bytes behind the port
/// [io.parley.gateway.file.Blobs]. The row comes first and goes last: a row without bytes is an
/// address that leads nowhere until it expires, and no bytes are left that nobody knows of. A file
/// is temporary until an event uses it, which the journal notes.
///
/// Whatever somebody uploads is hostile until proven otherwise: types are told by the content,
/// images are decoded only within limits, and only types that can't run anything are shown by
/// browsers.
@NullMarked
package io.parley.gateway.file;

import org.jspecify.annotations.NullMarked;
