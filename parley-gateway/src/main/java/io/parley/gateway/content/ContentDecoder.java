package io.parley.gateway.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.core.content.Goal;
import io.parley.core.content.Greeting;
import io.parley.core.content.GreetingRule;
import io.parley.core.customer.Customer;
import io.parley.core.group.Group;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.protocol.response.ServerAnswers.Field;
import io.parley.protocol.response.ServerAnswers.Form;
import io.parley.protocol.response.ServerAnswers.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads items of content as provisioning wrote them, which has checked them.
final class ContentDecoder {
  private ContentDecoder() {}

  static Greeting greeting(JsonNode item) {
    String agent = item.path("agent").asText("");
    String uniqueId = item.path("unique_id").asText("");
    return new Greeting(
        item.path("id").asInt(),
        uniqueId.isEmpty() ? null : uniqueId,
        item.path("text").asText(),
        agent.isEmpty() ? null : new AgentId(agent),
        new GroupId(item.path("group_id").asInt()),
        item.path("rules").valueStream().map(ContentDecoder::rule).toList());
  }

  private static GreetingRule rule(JsonNode rule) {
    return switch (rule.path("type").asText()) {
      case "url_current" -> address(rule, GreetingRule.Address.CURRENT);
      case "url_visited" -> address(rule, GreetingRule.Address.VISITED);
      case "url_referrer" -> address(rule, GreetingRule.Address.REFERRER);
      case "visits_number" -> number(rule, GreetingRule.Count.VISITS);
      case "pages_view_number" -> number(rule, GreetingRule.Count.PAGES);
      case "visit_time_site" -> time(rule, GreetingRule.Stay.SITE);
      case "visit_time_page" -> time(rule, GreetingRule.Stay.PAGE);
      case "url_funnel" ->
          new GreetingRule.OfFunnel(
              rule.path("urls")
                  .valueStream()
                  .map(
                      step ->
                          new GreetingRule.OfFunnel.Step(
                              GreetingRule.TextOperator.valueOf(operator(step)),
                              step.path("url").asText()))
                  .toList());
      case "geolocation" ->
          new GreetingRule.OfPlace(
              rule.path("values").valueStream().map(ContentDecoder::place).toList());
      case "custom_variable" ->
          new GreetingRule.OfField(
              rule.path("variable_name").asText(),
              GreetingRule.TextOperator.valueOf(operator(rule)),
              rule.path("variable_value").asText());
      case String other -> throw new IllegalStateException("no greeting has the rule " + other);
    };
  }

  private static GreetingRule address(JsonNode rule, GreetingRule.Address address) {
    return new GreetingRule.OfAddress(
        address, GreetingRule.TextOperator.valueOf(operator(rule)), rule.path("value").asText());
  }

  private static GreetingRule number(JsonNode rule, GreetingRule.Count count) {
    return new GreetingRule.OfNumber(
        count, GreetingRule.NumberOperator.valueOf(operator(rule)), rule.path("value").asInt());
  }

  private static GreetingRule time(JsonNode rule, GreetingRule.Stay stay) {
    return new GreetingRule.OfTime(
        stay, GreetingRule.NumberOperator.valueOf(operator(rule)), rule.path("value").asInt());
  }

  private static GreetingRule.OfPlace.Place place(JsonNode place) {
    return new GreetingRule.OfPlace.Place(
        textOrNull(place, "country"),
        textOrNull(place, "country_code"),
        textOrNull(place, "region"),
        textOrNull(place, "city"));
  }

  private static @Nullable String textOrNull(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asText() : null;
  }

  private static String operator(JsonNode rule) {
    return rule.path("operator").asText("equals").toUpperCase(Locale.ROOT);
  }

  static Goal goal(JsonNode item) {
    int id = item.path("id").asInt();
    String name = item.path("name").asText();
    return item.path("type").asText().equals("url")
        ? new Goal.OnPage(
            id, name, item.path("url").asText(), item.path("match").asText().equals("exact"))
        : new Goal.WithField(
            id,
            name,
            new Customer.Field(
                item.path("custom_variable_name").asText(),
                item.path("custom_variable_value").asText()));
  }

  /// A survey as customers get it. Whoever may choose a group chooses among all.
  static Form form(JsonNode item, Collection<Group> groups) {
    String id = item.path("type").asText() + "-" + item.path("group_id").asInt();
    return new Form(
        id, item.path("fields").valueStream().map(field -> field(field, groups)).toList());
  }

  private static Field field(JsonNode field, Collection<Group> groups) {
    String type = field.path("type").asText();
    return new Field(
        field.path("id").asText(),
        type,
        field.path("label").asText(),
        field.has("required") ? field.path("required").asBoolean() : null,
        type.equals("group_chooser") ? groupOptions(groups) : choices(field));
  }

  private static List<Option> choices(JsonNode field) {
    return field
        .path("options")
        .valueStream()
        .<Option>map(
            option -> new Option.Choice(option.path("id").asText(), option.path("label").asText()))
        .toList();
  }

  private static List<Option> groupOptions(Collection<Group> groups) {
    return groups.stream()
        .sorted(Comparator.comparingInt(group -> group.id().value()))
        .<Option>map(group -> new Option.Group(group.id(), group.name()))
        .toList();
  }
}
