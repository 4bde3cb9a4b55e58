package io.parley.protocol.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.core.query.ValueMatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the filters of Get Chats Summary, and what other filters have in common with them.
final class ChatFilterDecoder {
  private static final int MAX_CONDITIONS = 50;
  private static final int MAX_VALUES = 100;

  private ChatFilterDecoder() {}

  /// The filters of a request, if it has any.
  static ChatFilter read(Fields request) {
    Fields filters = request.objectOrNull("filters");
    if (filters == null) {
      return ChatFilter.ALL;
    }
    Boolean includeActive = filters.flagOrNull("include_active");
    return new ChatFilter(
        includeActive == null || includeActive, groupIds(filters), conditions(filters));
  }

  /// An empty list asks for nothing in particular, as does none.
  private static @Nullable List<GroupId> groupIds(Fields filters) {
    List<GroupId> ids = Ids.groupsOrNull(filters, "group_ids");
    return ids == null || ids.isEmpty() ? null : ids;
  }

  /// The conditions on properties.
  static List<PropertyCondition> conditions(Fields filters) {
    return conditions(filters, "properties");
  }

  /// The conditions on properties in a member of that name.
  static List<PropertyCondition> conditions(Fields filters, String member) {
    Fields namespaces = filters.objectOrNull(member);
    if (namespaces == null) {
      return List.of();
    }
    var conditions = new ArrayList<PropertyCondition>();
    for (Iterator<String> keys = namespaces.node().fieldNames(); keys.hasNext(); ) {
      String namespace = PropertiesDecoder.key(namespaces, keys.next(), "a namespace");
      Fields properties = namespaces.objectOrNull(namespace);
      if (properties != null) {
        addConditions(properties, namespace, conditions);
      }
    }
    if (conditions.size() > MAX_CONDITIONS) {
      throw namespaces.invalid("must hold at most " + MAX_CONDITIONS + " properties");
    }
    return List.copyOf(conditions);
  }

  private static void addConditions(
      Fields properties, String namespace, List<PropertyCondition> to) {
    for (Iterator<String> keys = properties.node().fieldNames(); keys.hasNext(); ) {
      String name = PropertiesDecoder.key(properties, keys.next(), "the name of a property");
      Fields filter = properties.objectOrNull(name);
      if (filter != null) {
        to.add(condition(filter, namespace, name));
      }
    }
  }

  private static PropertyCondition condition(Fields filter, String namespace, String name) {
    return switch (match(filter)) {
      case ValueMatch.Exists(boolean exists) ->
          new PropertyCondition.Exists(namespace, name, exists);
      case ValueMatch.OneOf(var values) -> new PropertyCondition.OneOf(namespace, name, values);
      case ValueMatch.NoneOf(var values) -> new PropertyCondition.NoneOf(namespace, name, values);
    };
  }

  /// What a filter asks of values of one kind.
  static ValueMatch match(Fields filter) {
    Boolean exists = filter.flagOrNull("exists");
    List<PropertyValue> values = values(filter, "values");
    List<PropertyValue> excluded = values(filter, "exclude_values");
    if ((exists == null ? 0 : 1) + (values == null ? 0 : 1) + (excluded == null ? 0 : 1) != 1) {
      throw filter.invalid("must have exactly one of exists, values, exclude_values");
    }
    if (exists != null) {
      return new ValueMatch.Exists(exists);
    }
    return values != null
        ? new ValueMatch.OneOf(values)
        : new ValueMatch.NoneOf(excluded == null ? List.of() : excluded);
  }

  private static @Nullable List<PropertyValue> values(Fields filter, String member) {
    ArrayNode array = filter.arrayOrNull(member, MAX_VALUES);
    if (array == null) {
      return null;
    }
    if (array.isEmpty()) {
      throw filter.invalid(member, "must not be empty");
    }
    var values = new ArrayList<PropertyValue>(array.size());
    for (JsonNode value : array) {
      values.add(PropertiesDecoder.value(value, filter, member + "[" + values.size() + "]"));
    }
    if (values.stream().map(Object::getClass).distinct().count() > 1) {
      throw filter.invalid(member, "must have values of one type");
    }
    return List.copyOf(values);
  }
}
