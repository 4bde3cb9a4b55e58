package io.parley.gateway.file;

import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import io.parley.core.event.UploadedFile;
import io.parley.gateway.file.Blobs.Part;
import io.parley.store.file.UploadedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// What is at the address of a file.
///
/// @param path where the bytes lie
/// @param name what the file is called
/// @param contentType of the bytes
/// @param tag changes whenever the bytes do, which they never do under one address
record Download(Path path, String name, String contentType, long size, String tag) {

  /// Finds what is at an address; empty if nothing is, or not any more. Blocks.
  static Optional<Download> find(
      UploadedFiles files, Blobs blobs, InstantSource clock, FileAddress address) {
    var key = new UploadedFiles.Key(address.licenseId(), address.fileId());
    return files
        .find(key)
        .filter(file -> !file.isExpired(clock.instant()))
        .map(UploadedFile::body)
        .flatMap(file -> part(file, address.name()).flatMap(part -> of(blobs, key, part, file)));
  }

  private static Optional<Part> part(EventBody.File file, String name) {
    if (name.equals(file.name())) {
      return Optional.of(Part.ORIGINAL);
    }
    EventBody.Image image = file.image();
    if (image == null) {
      return Optional.empty();
    }
    return isAt(image.thumbnailUrl(), name)
        ? Optional.of(Part.THUMBNAIL)
        : isAt(image.thumbnail2xUrl(), name) ? Optional.of(Part.THUMBNAIL_2X) : Optional.empty();
  }

  private static boolean isAt(String url, String name) {
    return FileAddress.ofUrl(url).filter(address -> address.name().equals(name)).isPresent();
  }

  private static Optional<Download> of(
      Blobs blobs, UploadedFiles.Key key, Part part, EventBody.File file) {
    return blobs
        .find(key, part)
        .map(
            path -> {
              try {
                return new Download(
                    path,
                    file.name(),
                    part == Part.ORIGINAL ? file.contentType() : pictureType(file),
                    Files.size(path),
                    "\"" + key.fileId() + "-" + part.name().toLowerCase(Locale.ROOT) + "\"");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String pictureType(EventBody.File file) {
    return file.contentType().equals("image/jpeg") ? "image/jpeg" : "image/png";
  }
}
