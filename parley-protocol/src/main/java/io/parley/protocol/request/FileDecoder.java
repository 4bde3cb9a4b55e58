package io.parley.protocol.request;

import io.parley.core.event.EventBody;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/// Reads events of type `file`: references to what was uploaded to this server.
final class FileDecoder {
  private static final String UPLOADS = "/api/file/lc/att/";

  private FileDecoder() {}

  /// The file that the event points to, as far as its address tells.
  static EventBody read(Fields event) {
    String url = event.text("url", Text.ADDRESS);
    String path = path(url);
    if (path == null) {
      throw event.invalid("url", "must be an address");
    }
    if (!path.startsWith(UPLOADS)) {
      throw event.invalid("url", "uploads are not available");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || !Text.isStorable(name)) {
      throw event.invalid("url", "must end with the name of a file");
    }
    String type = URLConnection.guessContentTypeFromName(name);
    return new EventBody.File(name, url, type == null ? "application/octet-stream" : type, 0, null);
  }

  private static @Nullable String path(String url) {
    try {
      return new URI(url).getPath();
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
