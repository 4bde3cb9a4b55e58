package io.parley.gateway.file;

import io.parley.store.file.UploadedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: keeps the bytes of files. Its methods block.
public interface Blobs {
  /// What is kept under the name of one file.
  enum Part {
    /// The file itself.
    ORIGINAL,
    /// A small picture of an image.
    THUMBNAIL,
    /// A picture of twice that size.
    THUMBNAIL_2X
  }

  /// Keeps bytes; they are on the disk when this returns.
  ///
  /// @param received where they lie; this file is gone afterwards
  void keep(UploadedFiles.Key key, Part part, Path received) throws IOException;

  /// A file of this machine that holds the bytes; empty if they are not kept.
  Optional<Path> find(UploadedFiles.Key key, Part part);

  /// Forgets all parts of a file.
  void remove(UploadedFiles.Key key) throws IOException;
}
