package io.parley.server.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Where a running server can be asked, as its data directory says.
///
/// @param secret what a question must begin with
record ControlFile(int port, String secret) {
  private static final String NAME = "control";

  /// The file's place in a data directory.
  static Path in(Path data) {
    return data.resolve(NAME);
  }

  /// What the file of a data directory says; empty if there is none or it can't be understood.
  ///
  /// @throws IOException if there is one that can't be read
  static Optional<ControlFile> read(Path data) throws IOException {
    if (!Files.exists(in(data))) {
      return Optional.empty();
    }
    String[] words = Files.readString(in(data)).strip().split(" ");
    try {
      return words.length == 2
          ? Optional.of(new ControlFile(Integer.parseInt(words[0]), words[1]))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Writes the file, for the eyes of the process's user alone.
  void write(Path data) throws IOException {
    Files.createDirectories(data);
    Path draft = data.resolve(NAME + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, port + " " + secret + "\n");
    Files.move(draft, in(data), StandardCopyOption.ATOMIC_MOVE);
  }
}
