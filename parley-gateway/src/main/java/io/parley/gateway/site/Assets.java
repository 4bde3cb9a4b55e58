package io.parley.gateway.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All files of the site.
///
/// @param version a hash of all of them
record Assets(Map<String, Asset> assetsByPath, String version) {
  private static final int VERSION_BYTES = 8;
  private static final String VERSION_MARK = "{{assets}}";

  Assets {
    assetsByPath = Map.copyOf(assetsByPath);
  }

  /// Reads the files. Blocks.
  ///
  /// @param root a folder of the class path
  /// @param known a file in it
  static Assets read(ClassLoader loader, String root, String known) {
    URL place = loader.getResource(root + "/" + known);
    if (place == null) {
      throw new IllegalStateException(root + " is missing from the program");
    }
    try {
      URI uri = place.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          return of(contents(jar.getPath("/" + root)));
        }
      }
      Path file = Path.of(uri);
      return of(contents(ancestor(file, Path.of(known).getNameCount())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(place + " can't be read", e);
    }
  }

  /// The file at that path of the site.
  Optional<Asset> find(String path) {
    return Optional.ofNullable(assetsByPath.get(path));
  }

  private static Path ancestor(Path file, int levels) {
    Path at = file;
    for (int i = 0; i < levels; i++) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new IllegalStateException(file + " is nowhere");
      }
      at = parent;
    }
    return at;
  }

  private static TreeMap<String, byte[]> contents(Path root) throws IOException {
    var contentsByPath = new TreeMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        contentsByPath.put(path, Files.readAllBytes(file));
      }
    }
    return contentsByPath;
  }

  private static Assets of(TreeMap<String, byte[]> contentsByPath) {
    MessageDigest digest = Asset.digest();
    contentsByPath.forEach(
        (path, content) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(content);
        });
    String version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    var assetsByPath = new TreeMap<String, Asset>();
    contentsByPath.forEach(
        (path, content) ->
            assetsByPath.put(
                path, Asset.of(path, path.endsWith(".html") ? page(content, version) : content)));
    return new Assets(assetsByPath, version);
  }

  private static byte[] page(byte[] template, String version) {
    return new String(template, StandardCharsets.UTF_8)
        .replace(VERSION_MARK, SiteRoutes.ASSETS + version)
        .getBytes(StandardCharsets.UTF_8);
  }
}
