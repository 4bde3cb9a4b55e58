package io.parley.store.history;

import io.parley.core.group.GroupId;
import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.StorableText;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// A filter of chats as a condition in SQL on `c`.
record ChatConditions(ChatFilter filter) {

  String sql() {
    var sql = new StringBuilder("true");
    if (!filter.includeActive()) {
      sql.append(" and not c.active");
    }
    if (filter.groupIds() != null) {
      sql.append(" and c.group_ids && :filterGroups::int4[]");
    }
    for (int i = 0; i < filter.properties().size(); i++) {
      sql.append(" and ").append(property(filter.properties().get(i), i));
    }
    return sql.toString();
  }

  private static String property(PropertyCondition condition, int i) {
    String value = "c.properties -> :namespace%d -> :name%d".formatted(i, i);
    return switch (condition) {
      case PropertyCondition.Exists(_, _, boolean exists) ->
          "(" + value + ") is " + (exists ? "not null" : "null");
      case PropertyCondition.OneOf _ -> "(" + value + ") = any (:values%d::jsonb[])".formatted(i);
      case PropertyCondition.NoneOf _ ->
          "coalesce((" + value + ") <> all (:values%d::jsonb[]), true)".formatted(i);
    };
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    List<GroupId> groupIds = filter.groupIds();
    if (groupIds != null) {
      statement.bindArray(
          "filterGroups", Integer.class, groupIds.stream().map(GroupId::value).toList());
    }
    for (int i = 0; i < filter.properties().size(); i++) {
      PropertyCondition condition = filter.properties().get(i);
      statement.bind("namespace" + i, StorableText.of(condition.namespace()));
      statement.bind("name" + i, StorableText.of(condition.name()));
      switch (condition) {
        case PropertyCondition.Exists _ -> {}
        case PropertyCondition.OneOf(_, _, var values) -> bindValues(statement, i, values);
        case PropertyCondition.NoneOf(_, _, var values) -> bindValues(statement, i, values);
      }
    }
    return statement;
  }

  private static <S extends SqlStatement<S>> void bindValues(
      S statement, int i, List<PropertyValue> values) {
    statement.bindArray(
        "values" + i, String.class, values.stream().map(PropertiesCodec::encode).toList());
  }
}
