package io.parley.store.journal;

import io.parley.core.property.Properties;
import io.parley.store.codec.PropertiesCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a group does to the properties of one row: some are deleted, then some are set.
final class PropertiesPatch {

  private Properties set = Properties.NONE;
  private final Map<String, List<String>> deleted = new TreeMap<>();

  /// The properties in `column` after what the parameters say; both may be null.
  static String sql(String column, String set, String deleted) {
    return """
    case when coalesce(%2$s, %3$s) is null then %1$s else (
          select coalesce(jsonb_object_agg(namespace, names), '{}')
          from (
            select namespace,
              coalesce(%1$s -> namespace, '{}')
                - array(select jsonb_array_elements_text(coalesce(%3$s -> namespace, '[]')))
                || coalesce(%2$s -> namespace, '{}') as names
            from (
              select jsonb_object_keys(%1$s)
              union
              select jsonb_object_keys(coalesce(%2$s, '{}'))) as known(namespace)) as merged
          where names <> '{}') end\
    """
        .formatted(column, set, deleted);
  }

  void set(Properties updated) {
    set = set.with(updated);
  }

  void delete(Map<String, List<String>> names) {
    set = set.without(names);
    names.forEach(
        (namespace, each) ->
            deleted.computeIfAbsent(namespace, _ -> new ArrayList<>()).addAll(each));
  }

  boolean isEmpty() {
    return set.isEmpty() && deleted.isEmpty();
  }

  /// The parameter `set`: null if nothing is set.
  @Nullable String encodedSet() {
    return set.isEmpty() ? null : PropertiesCodec.encode(set);
  }

  /// The parameter `deleted`: null if nothing is deleted.
  @Nullable String encodedDeleted() {
    return deleted.isEmpty() ? null : PropertiesCodec.encodeNames(deleted);
  }
}
