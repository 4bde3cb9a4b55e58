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

  /// What is wrong with the definition itself, in a few words and after the member that it is
  /// about; null if nothing is.
  public @Nullable Flaw flaw() {
    if (range != null && type != PropertyType.INT) {
      return new Flaw("range", "is for properties of type int only");
    }
    if (range != null && range.from() != null && range.to() != null && range.from() > range.to()) {
      return new Flaw("range", "`from` must not be greater than `to`");
    }
    for (int i = 0; i < domain.size(); i++) {
      PropertyValue value = domain.get(i);
      if (!type.fits(value)) {
        return new Flaw(
            "domain[" + i + "]", "must be of type " + type.name().toLowerCase(Locale.ROOT));
      }
      if (range != null && value instanceof PropertyValue.Whole(long n) && !range.contains(n)) {
        return new Flaw("domain[" + i + "]", "is not in the property's range");
      }
    }
    return null;
  }

  /// What makes a definition useless.
  public record Flaw(String member, String problem) {}

  /// True if the other one allows the same to the same, whatever its description.
  public boolean isLike(PropertyDefinition other) {
    return equals(
        new PropertyDefinition(
            other.namespace,
            other.name,
            other.type,
            other.locations,
            other.domain,
            other.range,
            description));
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
