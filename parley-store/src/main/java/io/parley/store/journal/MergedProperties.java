package io.parley.store.journal;

import io.parley.core.property.Properties;
import io.parley.store.codec.PropertiesCodec;
import org.jspecify.annotations.Nullable;

/// Sets properties over those that a row has, namespace by namespace.
final class MergedProperties {

  private MergedProperties() {}

  /// The properties in `column` with those in `set` over them; `set` may be null.
  static String sql(String column, String set) {
    return """
    case when %2$s is null then %1$s else %1$s || (
          select jsonb_object_agg(namespace, coalesce(%1$s -> namespace, '{}') || names)
          from jsonb_each(%2$s) as changed(namespace, names)) end\
    """
        .formatted(column, set);
  }

  /// The parameter: null if nothing is set.
  static @Nullable String encode(Properties set) {
    return set.isEmpty() ? null : PropertiesCodec.encode(set);
  }
}
