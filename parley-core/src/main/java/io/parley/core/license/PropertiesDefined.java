package io.parley.core.license;

import io.parley.core.property.PropertyDefinition;
import java.util.List;

/// Properties were defined, or are described otherwise now.
public record PropertiesDefined(List<PropertyDefinition> definitions) implements LicenseChange {
  /// Makes the list unmodifiable.
  public PropertiesDefined {
    definitions = List.copyOf(definitions);
  }
}
