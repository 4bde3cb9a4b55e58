package io.parley.store.embedded;

import io.parley.store.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in a person's words what the file system, or a program that used it, complains about.
final class StorageTrouble {

  private static final String FULL = "No space left on device";
  private static final String QUOTA = "Disk quota exceeded";

  private StorageTrouble() {}

  static DatabaseUnavailable with(String what, IOException cause) {
    return new DatabaseUnavailable(what + ": " + reason(cause), cause);
  }

  /// Whether a program's output speaks of a full disk.
  static boolean isFull(String output) {
    return output.contains(FULL) || output.contains(QUOTA);
  }

  private static String reason(IOException cause) {
    var message = String.valueOf(cause.getMessage());
    if (isFull(message)) {
      return "the disk is full";
    }
    return switch (cause) {
      case AccessDeniedException e -> "no permission for " + e.getFile();
      case FileAlreadyExistsException e -> e.getFile() + " is a file, not a directory";
      case NoSuchFileException e -> e.getFile() + " is not there";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> message;
    };
  }
}
