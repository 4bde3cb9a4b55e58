package io.parley.core.property;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a property may hold, where, and who may read and write it there (Configuration API,
/// Properties).
///
/// @param domain the allowed values; empty: any
/// @param range the allowed numbers, or null
public record PropertyDefinition(
    String namespace,
    String name,
    PropertyType type,
    Map<PropertyLocation, Rights> locations,
    List<PropertyValue> domain,
    @Nullable Range range,
    @Nullable String description) {

  /// Who may do what with a property in one location.
  public record Rights(
      boolean agentReads, boolean agentWrites, boolean customerReads, boolean customerWrites) {}

  /// Numbers, both ends included; null is unlimited.
  public record Range(@Nullable Integer from, @Nullable Integer to) {
    /// True if the number is in the range.
    public boolean contains(long number) {
      return (from == null || number >= from) && (to == null || number <= to);
    }
  }

  /// Makes the collections unmodifiable.
  public PropertyDefinition {
    locations = Map.copyOf(locations);
    domain = List.copyOf(domain);
  }

  /// What is wrong with a value, in a few words; null if nothing is.
  public @Nullable String objectionTo(PropertyValue value) {
    if (!type.fits(value)) {
      return "must be of type " + type.name().toLowerCase(Locale.ROOT);
    }
    if (!domain.isEmpty() && !domain.contains(value)) {
      return "is not in the property's domain";
    }
    return range != null
            && value instanceof PropertyValue.Whole(long number)
            && !range.contains(number)
        ? "is not in the property's range"
        : null;
  }
}
