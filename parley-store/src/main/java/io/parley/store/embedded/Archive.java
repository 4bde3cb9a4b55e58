package io.parley.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The archive of PostgreSQL's programs on the class path.
final class Archive {

  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String name;

  private Archive(String name) {
    this.name = name;
  }

  /// The archive for this system, if the program was built with one.
  static Optional<Archive> forSystem(String osName, String osArch) {
    var os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    var name = "/postgres-%s-%s.txz".formatted(os, architecture(osArch));
    return Archive.class.getResource(name) == null
        ? Optional.empty()
        : Optional.of(new Archive(name));
  }

  /// This system's name of its processor, as the archives spell it.
  static String architecture(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> osArch;
    };
  }

  /// Writes the programs, their libraries and data below a directory; what only compilers need is
  /// left out.
  void unpack(Path target) throws IOException {
    try (var bytes = open();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive reaches outside its directory");
        }
        if (!isForCompilers(entry.getName())) {
          write(entry, tar, path);
        }
      }
    }
  }

  private InputStream open() throws IOException {
    var bytes = Archive.class.getResourceAsStream(name);
    if (bytes == null) {
      throw new IOException(name + " is not on the class path");
    }
    return bytes;
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      allow(path, "rwxr-xr-x");
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (var out = Files.newOutputStream(path)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
    allow(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static boolean isForCompilers(String name) {
    return name.endsWith(".a") || name.contains("/pkgconfig");
  }
}
