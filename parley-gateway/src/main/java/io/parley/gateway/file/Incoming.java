package io.parley.gateway.file;

import io.parley.runtime.IdSource;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where files lie while they come in.
///
/// @param directory of the same file system as where they are kept
/// @param publicUrl the address under which browsers reach this server, without a slash at its end;
///     null: as each request says it
public record Incoming(Path directory, IdSource ids, @Nullable String publicUrl) {
  /// How large a file may be: the documented 10 MB.
  public static final long MAX_BYTES = 10L * 1024 * 1024;

  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  /// The form that a request brings, held back until it is wanted.
  public UploadForm form(Vertx vertx, HttpServerRequest request) {
    return new UploadForm(vertx, request, this, Origin.of(publicUrl, request));
  }

  /// Makes the directory, and throws away what has lain there for a day: its senders are gone.
  ///
  /// @throws UncheckedIOException if the directory can't be made
  public void prepare(Instant now) {
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
        for (Path each : left) {
          if (Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
            Files.deleteIfExists(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A name that no file has yet.
  Path next() {
    return directory.resolve(ids.nextUuid());
  }
}
