package io.parley.bench.machine;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where a server's database is reached.
public final class ServerDatabase {
  private static final int PORT_LINE = 3;

  private ServerDatabase() {}

  /// An address in either form as JDBC wants it.
  public static String jdbcUrl(String url) {
    if (url.startsWith("jdbc:")) {
      return url;
    }
    URI uri = URI.create(url);
    var jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() >= 0) {
      jdbc.append(':').append(uri.getPort());
    }
    jdbc.append(uri.getPath());
    String userInfo = uri.getUserInfo();
    if (userInfo != null) {
      String[] parts = userInfo.split(":", 2);
      jdbc.append("?user=").append(encoded(parts[0]));
      if (parts.length == 2) {
        jdbc.append("&password=").append(encoded(parts[1]));
      }
    }
    return jdbc.toString();
  }

  /// The embedded database of the server that runs on a data directory.
  public static String embeddedIn(Path data) throws IOException {
    try {
      String port = Files.readAllLines(data.resolve("db/postmaster.pid")).get(PORT_LINE).strip();
      String password = Files.readString(data.resolve("postgres.password")).strip();
      return "jdbc:postgresql://127.0.0.1:%s/postgres?user=parley&password=%s"
          .formatted(port, encoded(password));
    } catch (NoSuchFileException e) {
      throw new IOException("no server runs on " + data + ": there is no " + e.getFile(), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
