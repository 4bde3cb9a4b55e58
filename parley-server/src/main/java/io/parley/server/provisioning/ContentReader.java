package io.parley.server.provisioning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.group.GroupId;
import io.parley.core.user.AgentId;
import io.parley.store.content.ContentKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks forms, greetings and goals, and writes them as the JSON that is kept.
final class ContentReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> SURVEYS = Set.of("prechat", "postchat");
  private static final Set<String> FIELDS =
      Set.of(
          "header",
          "information",
          "name",
          "email",
          "subject",
          "question",
          "textarea",
          "radio",
          "select",
          "checkbox",
          "group_chooser",
          "rating");
  private static final Set<String> CHOICES = Set.of("radio", "select", "checkbox");
  private static final Set<String> GOALS = Set.of("url", "custom_variable");
  private static final Set<String> MATCHES = Set.of("exact", "substring");

  private final List<LicenseSpec.Reference> references;

  /// Makes a reader.
  ///
  /// @param references where what names agents and groups is noted
  ContentReader(List<LicenseSpec.Reference> references) {
    this.references = references;
  }

  /// What the license's section gives. A list that is not there is absent from the map; one that is
  /// empty says that there is to be nothing.
  Map<ContentKind, String> contents(Section license) {
    var contents = new EnumMap<ContentKind, String>(ContentKind.class);
    if (license.has("forms")) {
      contents.put(ContentKind.FORMS, forms(license).toString());
    }
    if (license.has("greetings")) {
      contents.put(ContentKind.GREETINGS, greetings(license).toString());
    }
    if (license.has("goals")) {
      contents.put(ContentKind.GOALS, goals(license).toString());
    }
    return contents;
  }

  private ArrayNode forms(Section license) {
    ArrayNode forms = JSON.arrayNode();
    var seen = new HashSet<String>();
    for (Section section : license.sections("forms", "type", "group_id", "enabled", "fields")) {
      String type = section.oneOf("type", SURVEYS);
      int groupId = group(section);
      if (!seen.add(type + " " + groupId)) {
        throw section.place().error("is the second " + type + " form of group " + groupId);
      }
      ObjectNode form = forms.addObject();
      form.put("type", type);
      form.put("group_id", groupId);
      form.put("enabled", section.isSet("enabled", true));
      form.set("fields", fields(section));
    }
    return forms;
  }

  private static ArrayNode fields(Section form) {
    ArrayNode fields = JSON.arrayNode();
    var seen = new HashSet<String>();
    for (Section section : form.sections("fields", "id", "type", "label", "required", "options")) {
      ObjectNode field = fields.addObject();
      String id = section.text("id");
      if (!seen.add(id)) {
        throw section.place("id").error("is the second field " + id);
      }
      String type = section.oneOf("type", FIELDS);
      field.put("id", id);
      field.put("type", type);
      field.put("label", section.text("label"));
      if (section.has("required")) {
        field.put("required", section.isSet("required", false));
      }
      if (CHOICES.contains(type) != section.has("options")) {
        throw section
            .place("options")
            .error(
                section.has("options")
                    ? "are only for radio, select and checkbox fields"
                    : "lacks the key options");
      }
      if (section.has("options")) {
        field.set("options", options(section));
      }
    }
    return fields;
  }

  private static ArrayNode options(Section field) {
    ArrayNode options = JSON.arrayNode();
    for (Section section : field.sections("options", "id", "label", "checked")) {
      ObjectNode option = options.addObject();
      option.put("id", section.text("id"));
      option.put("label", section.text("label"));
      if (section.has("checked")) {
        option.put("checked", section.isSet("checked", false));
      }
    }
    return options;
  }

  private ArrayNode greetings(Section license) {
    ArrayNode greetings = JSON.arrayNode();
    var seen = new HashSet<Integer>();
    for (Section section :
        license.sections(
            "greetings", "id", "unique_id", "text", "agent", "group_id", "enabled", "rules")) {
      ObjectNode greeting = greetings.addObject();
      greeting.put("id", id(section, "greeting", seen));
      section.optionalText("unique_id").ifPresent(value -> greeting.put("unique_id", value));
      greeting.put("text", section.text("text"));
      section
          .optionalText("agent")
          .ifPresent(
              agent -> {
                references.add(
                    new LicenseSpec.Reference.ToAgent(section.place("agent"), new AgentId(agent)));
                greeting.put("agent", agent);
              });
      greeting.put("group_id", group(section));
      greeting.put("enabled", section.isSet("enabled", true));
      greeting.set("rules", GreetingRuleReader.rules(section));
    }
    return greetings;
  }

  private static ArrayNode goals(Section license) {
    ArrayNode goals = JSON.arrayNode();
    var seen = new HashSet<Integer>();
    for (Section section :
        license.sections(
            "goals",
            "id",
            "name",
            "type",
            "enabled",
            "url",
            "match",
            "custom_variable_name",
            "custom_variable_value")) {
      ObjectNode goal = goals.addObject();
      goal.put("id", id(section, "goal", seen));
      goal.put("name", section.text("name"));
      String type = section.oneOf("type", GOALS);
      goal.put("type", type);
      goal.put("enabled", section.isSet("enabled", true));
      if (type.equals("url")) {
        goal.put("url", section.text("url"));
        goal.put("match", section.has("match") ? section.oneOf("match", MATCHES) : "substring");
      } else {
        goal.put("custom_variable_name", section.text("custom_variable_name"));
        goal.put("custom_variable_value", section.text("custom_variable_value"));
      }
    }
    return goals;
  }

  private int group(Section section) {
    int groupId = section.optionalInteger("group_id", 0, Integer.MAX_VALUE).orElse(0);
    references.add(
        new LicenseSpec.Reference.ToGroup(section.place("group_id"), new GroupId(groupId)));
    return groupId;
  }

  private static int id(Section section, String kind, Set<Integer> seen) {
    int id = section.integer("id", 0, Integer.MAX_VALUE);
    if (!seen.add(id)) {
      throw section.place("id").error("is the second " + kind + " " + id);
    }
    return id;
  }
}
