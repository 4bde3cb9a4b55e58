package io.parley.store.journal;

import io.parley.core.access.Access;
import io.parley.store.codec.StorableText;
import java.util.List;
import java.util.StringJoiner;

/// Lists as the text of PostgreSQL's arrays.
final class ArrayText {

  private ArrayText() {}

  static String of(Access access) {
    var text = new StringJoiner(",", "{", "}");
    access.groupIds().forEach(group -> text.add(group.toString()));
    return text.toString();
  }

  static String of(List<String> values) {
    var text = new StringJoiner(",", "{", "}");
    for (String value : values) {
      String storable = StorableText.of(value);
      text.add("\"" + storable.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
    return text.toString();
  }
}
