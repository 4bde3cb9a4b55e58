package io.parley.server.provisioning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Checks the rules of greetings, which are called as in the platform's configuration.
final class GreetingRuleReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> ADDRESSES = Set.of("url_current", "url_visited", "url_referrer");
  private static final Set<String> COUNTS = Set.of("visits_number", "pages_view_number");
  private static final String VARIABLE = "custom_variable";
  private static final Set<String> TYPES =
      Set.of(
          "url_current",
          "url_visited",
          "url_referrer",
          "visits_number",
          "pages_view_number",
          VARIABLE);
  private static final Set<String> TEXT_OPERATORS =
      Set.of("equals", "doesnt_equal", "contains", "doesnt_contain");
  private static final Set<String> NUMBER_OPERATORS =
      Set.of(
          "equals",
          "doesnt_equal",
          "lower_than",
          "lower_or_equal",
          "greater_than",
          "greater_or_equal");

  private GreetingRuleReader() {}

  static ArrayNode rules(Section greeting) {
    ArrayNode rules = JSON.arrayNode();
    for (Section section :
        greeting.sections(
            "rules", "type", "operator", "value", "variable_name", "variable_value")) {
      ObjectNode rule = rules.addObject();
      String type = section.oneOf("type", TYPES);
      rule.put("type", type);
      Set<String> operators = COUNTS.contains(type) ? NUMBER_OPERATORS : TEXT_OPERATORS;
      rule.put(
          "operator", section.has("operator") ? section.oneOf("operator", operators) : "equals");
      if (ADDRESSES.contains(type)) {
        rule.put("value", section.text("value"));
      } else if (COUNTS.contains(type)) {
        rule.put("value", section.integer("value", 0, Integer.MAX_VALUE));
      } else {
        rule.put("variable_name", section.text("variable_name"));
        rule.put("variable_value", section.text("variable_value"));
      }
    }
    return rules;
  }
}
