package io.parley.protocol.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.core.query.CustomerCondition;
import io.parley.core.query.CustomerCondition.CountField;
import io.parley.core.query.CustomerCondition.TextField;
import io.parley.core.query.CustomerCondition.TimeField;
import io.parley.core.query.Query;
import io.parley.protocol.method.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the requests for customers.
public final class CustomerListDecoder {
  private static final int MAX_VALUES = 100;

  private CustomerListDecoder() {}

  /// Get Customers.
  public static Query customers(ObjectNode payload, Call call) {
    Fields request = Fields.of(payload);
    Fields filters = request.objectOrNull("filters");
    return new Query.Customers(
        ChatDecoder.agent(call),
        filters == null ? List.of() : conditions(filters),
        ListDecoder.order(request),
        ListDecoder.pageById(request));
  }

  private static List<CustomerCondition> conditions(Fields filters) {
    var conditions = new ArrayList<CustomerCondition>();
    for (TextField field : TextField.values()) {
      Fields filter = filters.objectOrNull(wireName(field));
      if (filter != null) {
        conditions.add(text(filter, field));
      }
    }
    for (CountField field : CountField.values()) {
      Fields filter = filters.objectOrNull(wireName(field));
      if (filter != null) {
        conditions.add(count(filter, field));
      }
    }
    for (TimeField field : TimeField.values()) {
      Fields filter = filters.objectOrNull(wireName(field));
      if (filter != null) {
        conditions.add(time(filter, field));
      }
    }
    return conditions;
  }

  private static String wireName(Enum<?> field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  private static CustomerCondition text(Fields filter, TextField field) {
    List<String> values = values(filter, "values", field);
    List<String> excluded = values(filter, "exclude_values", field);
    if ((values == null) == (excluded == null)) {
      throw filter.invalid("must have exactly one of values, exclude_values");
    }
    return values == null
        ? new CustomerCondition.NoneOf(field, excluded == null ? List.of() : excluded)
        : new CustomerCondition.OneOf(field, values);
  }

  private static @Nullable List<String> values(Fields filter, String member, TextField field) {
    List<String> values = filter.textsOrNull(member, MAX_VALUES, Text.VALUE);
    if (values == null) {
      return null;
    }
    if (values.isEmpty()) {
      throw filter.invalid(member, "must not be empty");
    }
    return field == TextField.CUSTOMER_ID
        ? values.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList()
        : values;
  }

  private static CustomerCondition count(Fields filter, CountField field) {
    checkLimits(filter);
    return new CustomerCondition.Count(
        field,
        number(filter, "lte"),
        number(filter, "lt"),
        number(filter, "gte"),
        number(filter, "gt"),
        number(filter, "eq"));
  }

  private static @Nullable Integer number(Fields filter, String member) {
    return filter.integerOrNull(member, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static CustomerCondition time(Fields filter, TimeField field) {
    checkLimits(filter);
    return new CustomerCondition.Time(
        field,
        filter.instantOrNull("lte"),
        filter.instantOrNull("lt"),
        filter.instantOrNull("gte"),
        filter.instantOrNull("gt"),
        filter.instantOrNull("eq"));
  }

  private static void checkLimits(Fields filter) {
    if (Stream.of("lte", "lt", "gte", "gt", "eq").noneMatch(filter::has)) {
      throw filter.invalid("must have one of lte, lt, gte, gt, eq");
    }
  }
}
