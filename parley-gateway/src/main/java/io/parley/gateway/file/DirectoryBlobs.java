package io.parley.gateway.file;

import io.parley.store.file.UploadedFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps files in a directory:
///
///     <license>/<first two characters of the id>/<id>/original, thumbnail, thumbnail_2x
///
/// Names that somebody chose are no part of it.
///
/// @param directory on the file system on which files come in
public record DirectoryBlobs(Path directory) implements Blobs {
  private static final int FANNED_OUT = 2;

  @Override
  public void keep(UploadedFiles.Key key, Part part, Path received) throws IOException {
    Path place = place(key, part);
    Path parent = directoryOf(key);
    Files.createDirectories(parent);
    force(received, StandardOpenOption.WRITE);
    Files.move(received, place, StandardCopyOption.ATOMIC_MOVE);
    for (@Nullable Path each = parent;
        each != null && each.startsWith(directory);
        each = each.getParent()) {
      force(each, StandardOpenOption.READ);
    }
  }

  @Override
  public Optional<Path> find(UploadedFiles.Key key, Part part) {
    return Optional.of(place(key, part)).filter(Files::isRegularFile);
  }

  @Override
  public void remove(UploadedFiles.Key key) throws IOException {
    Path all = directoryOf(key);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(all)) {
      for (Path each : parts) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException _) {
      return;
    }
    Files.deleteIfExists(all);
  }

  private Path directoryOf(UploadedFiles.Key key) {
    String id = key.fileId().value();
    return directory
        .resolve(key.licenseId().toString())
        .resolve(id.substring(0, Math.min(FANNED_OUT, id.length())))
        .resolve(id);
  }

  private Path place(UploadedFiles.Key key, Part part) {
    return directoryOf(key).resolve(part.name().toLowerCase(Locale.ROOT));
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
