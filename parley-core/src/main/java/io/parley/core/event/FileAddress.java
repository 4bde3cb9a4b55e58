package io.parley.core.event;

import io.parley.core.license.LicenseId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an uploaded file can be read, on whatever host leads to this server:
/// `/api/file/lc/att/<license>/<file>/<name>`.
///
/// @param name what the file is called; of an image's thumbnails each has a name of its own
public record FileAddress(LicenseId licenseId, FileId fileId, String name) {
  /// What every such address begins with.
  public static final String PREFIX = "/api/file/lc/att/";

  private static final Pattern PATH =
      Pattern.compile(Pattern.quote(PREFIX) + "([1-9][0-9]{0,17})/([0-9A-Za-z]{1,64})/([^/]+)");

  /// The address of a file that an URL leads to; empty if it can't lead to one.
  public static Optional<FileAddress> ofUrl(String url) {
    try {
      String path = new URI(url).getPath();
      return path == null ? Optional.empty() : ofPath(path);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// The address of a file that a path leads to; empty if it can't lead to one.
  ///
  /// @param path decoded
  public static Optional<FileAddress> ofPath(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            new FileAddress(
                new LicenseId(Long.parseLong(matcher.group(1))),
                new FileId(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  /// The path, encoded as in an URL.
  public String path() {
    try {
      String decoded = PREFIX + licenseId + "/" + fileId + "/" + name;
      return new URI(null, null, decoded, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
