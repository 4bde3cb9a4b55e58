package io.parley.gateway.account.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where a form goes, and what it carries unseen.
///
/// @param hidden values by name, in order
public record FormFields(String action, Map<String, String> hidden) {
  /// Makes the map unmodifiable in effect, and keeps its order.
  public FormFields {
    hidden = new LinkedHashMap<>(hidden);
  }

  String markup() {
    return hidden.entrySet().stream()
        .map(
            field ->
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(Template.escape(field.getKey()), Template.escape(field.getValue())))
        .collect(Collectors.joining("\n"));
  }
}
