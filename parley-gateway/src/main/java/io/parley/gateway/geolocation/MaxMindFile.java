package io.parley.gateway.geolocation;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.parley.core.customer.Geolocation;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places by a file in MaxMind's format, such as GeoLite2-City.mmdb. The file is mapped into
/// memory: put another in its place rather than writing into it; it is read at the next start.
public final class MaxMindFile implements Geolocator, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MaxMindFile.class);

  private final Reader reader;

  private MaxMindFile(Reader reader) {
    this.reader = reader;
  }

  /// Opens a file.
  ///
  /// @throws IOException if there is none, or it is of another format; the message says which
  public static MaxMindFile open(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new IOException("can't read " + path);
    }
    try {
      return new MaxMindFile(
          new Reader(path.toFile(), Reader.FileMode.MEMORY_MAPPED, new CHMCache()));
    } catch (IOException | RuntimeException e) {
      throw new IOException(path + " is no MaxMind database: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Geolocation find(String address) {
    try {
      @Nullable Map<?, ?> found = reader.get(InetAddress.ofLiteral(address), Map.class);
      return found == null ? null : place(found);
    } catch (IllegalArgumentException _) {
      return null;
    } catch (IOException | RuntimeException e) {
      log.warn("The place of an address can't be looked up", e);
      return null;
    }
  }

  private static @Nullable Geolocation place(Map<?, ?> found) {
    Map<?, ?> location = part(found, "location");
    Map<?, ?> country = part(found, "country");
    var place =
        new Geolocation(
            textOrNull(location.get("latitude")),
            textOrNull(location.get("longitude")),
            name(country),
            textOrNull(country.get("iso_code")),
            region(found),
            name(part(found, "city")),
            textOrNull(location.get("time_zone")));
    return place.equals(new Geolocation(null, null, null, null, null, null, null)) ? null : place;
  }

  private static @Nullable String region(Map<?, ?> found) {
    return found.get("subdivisions") instanceof List<?> regions
            && !regions.isEmpty()
            && regions.getFirst() instanceof Map<?, ?> largest
        ? name(largest)
        : null;
  }

  private static @Nullable String name(Map<?, ?> part) {
    return textOrNull(part(part, "names").get("en"));
  }

  private static Map<?, ?> part(Map<?, ?> whole, String name) {
    return whole.get(name) instanceof Map<?, ?> part ? part : Map.of();
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
