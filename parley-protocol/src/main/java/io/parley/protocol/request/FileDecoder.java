package io.parley.protocol.request;

import io.parley.core.event.EventBody;
import io.parley.core.event.FileAddress;
import java.net.URLConnection;

/// Reads events of type `file`: references to what was uploaded to this server.
final class FileDecoder {
  private FileDecoder() {}

  /// The file that the event points to, as far as its address tells. The host is not looked at:
  /// every host that leads to this server leads to the same files.
  static EventBody read(Fields event) {
    String url = event.text("url", Text.ADDRESS);
    String name =
        FileAddress.ofUrl(url)
            .map(FileAddress::name)
            .filter(Text::isStorable)
            .orElseThrow(
                () -> event.invalid("url", "must be an address that `upload_file` answered with"));
    String type = URLConnection.guessContentTypeFromName(name);
    return new EventBody.File(name, url, type == null ? "application/octet-stream" : type, 0, null);
  }
}
