package io.parley.server.provisioning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Checks the rules of greetings, which are called as in the platform's configuration.
final class GreetingRuleReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> ADDRESSES = Set.of("url_current", "url_visited", "url_referrer");
  private static final Set<String> COUNTS =
      Set.of("visits_number", "pages_view_number", "visit_time_site", "visit_time_page");
  private static final String VARIABLE = "custom_variable";
  private static final String FUNNEL = "url_funnel";
  private static final String PLACE = "geolocation";
  private static final List<String> PARTS_OF_PLACE =
      List.of("country", "country_code", "region", "city");
  private static final Set<String> TYPES =
      Set.of(
          "url_current",
          "url_visited",
          "url_referrer",
          "visits_number",
          "pages_view_number",
          "visit_time_site",
          "visit_time_page",
          FUNNEL,
          PLACE,
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
            "rules",
            "type",
            "operator",
            "value",
            "variable_name",
            "variable_value",
            "urls",
            "values")) {
      ObjectNode rule = rules.addObject();
      String type = section.oneOf("type", TYPES);
      rule.put("type", type);
      if (type.equals(FUNNEL)) {
        rule.set("urls", steps(section));
        continue;
      }
      if (type.equals(PLACE)) {
        rule.set("values", places(section));
        continue;
      }
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

  private static ArrayNode steps(Section rule) {
    ArrayNode steps = JSON.arrayNode();
    for (Section section : rule.sections("urls", "url", "operator")) {
      steps
          .addObject()
          .put("url", section.text("url"))
          .put(
              "operator",
              section.has("operator") ? section.oneOf("operator", TEXT_OPERATORS) : "equals");
    }
    return someOf(steps, rule, "urls");
  }

  private static ArrayNode places(Section rule) {
    ArrayNode places = JSON.arrayNode();
    for (Section section : rule.sections("values", PARTS_OF_PLACE.toArray(new String[0]))) {
      ObjectNode place = places.addObject();
      for (String part : PARTS_OF_PLACE) {
        section.optionalText(part).ifPresent(value -> place.put(part, value));
      }
      if (place.isEmpty()) {
        throw section.place().error("names no place");
      }
    }
    return someOf(places, rule, "values");
  }

  private static ArrayNode someOf(ArrayNode items, Section rule, String key) {
    if (items.isEmpty()) {
      throw rule.place().error("lacks the key " + key);
    }
    return items;
  }
}
