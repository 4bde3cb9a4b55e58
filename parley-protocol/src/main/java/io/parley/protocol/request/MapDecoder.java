package io.parley.protocol.request;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads maps from strings to strings.
final class MapDecoder {
  private static final int MAX_ENTRIES = 100;

  private MapDecoder() {}

  /// The entries of a member in their order, none if it is absent; entries that are `null` are left
  /// out.
  static Map<String, String> read(Fields of, String member, Text values) {
    Fields map = of.objectOrNull(member);
    if (map == null || map.node().isEmpty()) {
      return Map.of();
    }
    if (map.node().size() > MAX_ENTRIES) {
      throw map.invalid("must have at most " + MAX_ENTRIES + " entries");
    }
    var entries = new LinkedHashMap<String, String>();
    for (Iterator<String> keys = map.node().fieldNames(); keys.hasNext(); ) {
      String key = PropertiesDecoder.key(map, keys.next(), "a key");
      String value = map.textOrNull(key, values);
      if (value != null) {
        entries.put(key, value);
      }
    }
    return Collections.unmodifiableMap(entries);
  }
}
