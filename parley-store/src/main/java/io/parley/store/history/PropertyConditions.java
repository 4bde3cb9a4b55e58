package io.parley.store.history;

import io.parley.core.property.PropertyValue;
import io.parley.core.query.ChatFilter.PropertyCondition;
import io.parley.store.codec.PropertiesCodec;
import io.parley.store.codec.StorableText;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/// Conditions on properties, of which all must hold, as a condition in SQL.
///
/// @param value the value of a property as SQL, with `{namespace}` and `{name}` in it
record PropertyConditions(List<PropertyCondition> conditions, String value) {

  static final String OF_CHAT = "c.properties -> {namespace} -> {name}";

  static final String OF_THREAD_OR_CHAT =
      "coalesce(t.properties -> {namespace} -> {name}, c.properties -> {namespace} -> {name})";

  String sql() {
    var sql = new StringBuilder("true");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" and ").append(sql(conditions.get(i), i));
    }
    return sql.toString();
  }

  private String sql(PropertyCondition condition, int i) {
    String found =
        "(" + value.replace("{namespace}", ":namespace" + i).replace("{name}", ":name" + i) + ")";
    return switch (condition) {
      case PropertyCondition.Exists(_, _, boolean exists) ->
          found + " is " + (exists ? "not null" : "null");
      case PropertyCondition.OneOf _ -> found + " = any (:values%d::jsonb[])".formatted(i);
      case PropertyCondition.NoneOf _ ->
          "coalesce(" + found + " <> all (:values%d::jsonb[]), true)".formatted(i);
    };
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    for (int i = 0; i < conditions.size(); i++) {
      PropertyCondition condition = conditions.get(i);
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
