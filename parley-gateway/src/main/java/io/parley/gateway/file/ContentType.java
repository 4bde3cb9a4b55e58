package io.parley.gateway.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is, and what browsers may do with it.
final class ContentType {
  /// Types that browsers only show or play.
  private static final Set<String> INERT =
      Set.of(
          "text/plain",
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/bmp",
          "image/avif",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "audio/vorbis",
          "audio/opus",
          "audio/wav",
          "audio/vnd.wave",
          "audio/x-wav",
          "audio/webm",
          "audio/aac",
          "audio/flac",
          "audio/x-flac",
          "video/mp4",
          "video/webm",
          "video/ogg",
          "video/quicktime");

  private ContentType() {}

  /// The type by the file's content; the name only tells apart what looks alike, such as the
  /// documents that are archives.
  static String of(Path path, String name) throws IOException {
    var known = new Metadata();
    known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (var content = new BufferedInputStream(Files.newInputStream(path))) {
      return MimeTypes.getDefaultMimeTypes().detect(content, known).getBaseType().toString();
    }
  }

  /// True if a browser may show the file in a page of its own. Everything else, above all what may
  /// hold scripts, is only for downloading.
  static boolean isInert(String contentType) {
    return INERT.contains(contentType);
  }
}
