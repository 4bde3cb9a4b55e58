package io.parley.gateway.site;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// One file as it is sent.
///
/// @param compressed by gzip; absent where that saves nothing
/// @param hash of the content
record Asset(Buffer content, Optional<Buffer> compressed, String contentType, String hash) {
  private static final int HASH_BYTES = 12;

  static Asset of(String path, byte[] content) {
    byte[] compressed = gzip(content);
    return new Asset(
        Buffer.buffer(content),
        compressed.length < content.length
            ? Optional.of(Buffer.buffer(compressed))
            : Optional.empty(),
        contentType(path),
        HexFormat.of().formatHex(digest().digest(content), 0, HASH_BYTES));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream(content.length);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String contentType(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "txt" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
