package io.parley.store.history;

import io.parley.core.query.CustomerCondition;
import io.parley.core.query.CustomerCondition.CountField;
import io.parley.core.query.CustomerCondition.TextField;
import io.parley.core.query.CustomerCondition.TimeField;
import io.parley.store.codec.StorableText;
import io.parley.store.row.Micros;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Conditions on customers as a condition in SQL on `cu`, and on `activity` where they ask for it.
record CustomerConditions(List<CustomerCondition> conditions) {

  /// A limit that a number or a time must keep to.
  private record Bound(String name, String comparison, Object value) {}

  String sql() {
    var sql = new StringBuilder("true");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" and ").append(sql(conditions.get(i), i));
    }
    return sql.toString();
  }

  boolean areOnActivity() {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition instanceof CustomerCondition.Time time
                    && time.field() != TimeField.CREATED_AT);
  }

  private static String sql(CustomerCondition condition, int i) {
    return switch (condition) {
      case CustomerCondition.OneOf(TextField field, _) ->
          "%s = any (:values%d::text[])".formatted(column(field), i);
      case CustomerCondition.NoneOf(TextField field, _) ->
          "coalesce(%s <> all (:values%d::text[]), true)".formatted(column(field), i);
      case CustomerCondition.Count count -> within(column(count.field()), bounds(count, i));
      case CustomerCondition.Time time -> within(column(time.field()), bounds(time, i));
    };
  }

  private static String within(String column, List<Bound> bounds) {
    return String.join(
        " and ",
        bounds.stream()
            .map(bound -> column + " " + bound.comparison() + " :" + bound.name())
            .toList());
  }

  private static String column(TextField field) {
    return switch (field) {
      case COUNTRY -> "cu.last_visit -> 'geolocation' ->> 'country'";
      case EMAIL -> "cu.email";
      case NAME -> "cu.name";
      case CUSTOMER_ID -> "cu.id";
    };
  }

  private static String column(CountField field) {
    return switch (field) {
      case CHATS_COUNT -> "cu.chats";
      case THREADS_COUNT -> "cu.threads";
      case VISITS_COUNT -> "cu.visits";
    };
  }

  private static String column(TimeField field) {
    return switch (field) {
      case CREATED_AT -> "cu.created_at";
      case AGENT_LAST_EVENT_CREATED_AT -> "activity.agent_last_event_at";
      case CUSTOMER_LAST_EVENT_CREATED_AT -> "activity.customer_last_event_at";
    };
  }

  private static List<Bound> bounds(CustomerCondition.Count count, int i) {
    var bounds = new ArrayList<Bound>();
    add(bounds, "<=", count.lte(), i);
    add(bounds, "<", count.lt(), i);
    add(bounds, ">=", count.gte(), i);
    add(bounds, ">", count.gt(), i);
    add(bounds, "=", count.eq(), i);
    return bounds;
  }

  private static List<Bound> bounds(CustomerCondition.Time time, int i) {
    var bounds = new ArrayList<Bound>();
    add(bounds, "<=", kept(time.lte()), i);
    add(bounds, "<", kept(time.lt()), i);
    add(bounds, ">=", kept(time.gte()), i);
    add(bounds, ">", kept(time.gt()), i);
    add(bounds, "=", kept(time.eq()), i);
    return bounds;
  }

  private static void add(List<Bound> bounds, String comparison, @Nullable Object value, int i) {
    if (value != null) {
      bounds.add(new Bound("limit%dof%d".formatted(bounds.size(), i), comparison, value));
    }
  }

  private static @Nullable Object kept(@Nullable Instant time) {
    return time == null ? null : Micros.instant(Micros.of(time)).atOffset(ZoneOffset.UTC);
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    for (int i = 0; i < conditions.size(); i++) {
      switch (conditions.get(i)) {
        case CustomerCondition.OneOf(_, List<String> values) -> bindValues(statement, i, values);
        case CustomerCondition.NoneOf(_, List<String> values) -> bindValues(statement, i, values);
        case CustomerCondition.Count count ->
            bounds(count, i).forEach(bound -> statement.bind(bound.name(), bound.value()));
        case CustomerCondition.Time time ->
            bounds(time, i).forEach(bound -> statement.bind(bound.name(), bound.value()));
      }
    }
    return statement;
  }

  private static <S extends SqlStatement<S>> void bindValues(
      S statement, int i, List<String> values) {
    statement.bindArray("values" + i, String.class, values.stream().map(StorableText::of).toList());
  }
}
