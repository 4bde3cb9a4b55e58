package io.parley.core.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer must be like to be in the answer to [Query.Customers].
public sealed interface CustomerCondition {
  /// A text is one of these, letter by letter.
  ///
  /// @param values not empty
  record OneOf(TextField field, List<String> values) implements CustomerCondition {
    /// Makes the list unmodifiable.
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// A text is none of these, or is not known.
  ///
  /// @param values not empty
  record NoneOf(TextField field, List<String> values) implements CustomerCondition {
    /// Makes the list unmodifiable.
    public NoneOf {
      values = List.copyOf(values);
    }
  }

  /// A number is within all limits that are not null; there is one at least.
  record Count(
      CountField field,
      @Nullable Integer lte,
      @Nullable Integer lt,
      @Nullable Integer gte,
      @Nullable Integer gt,
      @Nullable Integer eq)
      implements CustomerCondition {}

  /// A time, to the microsecond, is within all limits that are not null; there is one at least. A
  /// customer for whom there is no such time is not meant.
  record Time(
      TimeField field,
      @Nullable Instant lte,
      @Nullable Instant lt,
      @Nullable Instant gte,
      @Nullable Instant gt,
      @Nullable Instant eq)
      implements CustomerCondition {}

  /// The texts that can be asked for.
  enum TextField {
    /// The name of the country of the last visit.
    COUNTRY,
    /// The e-mail address.
    EMAIL,
    /// The name.
    NAME,
    /// The id, in lower case.
    CUSTOMER_ID
  }

  /// The numbers that can be asked for.
  enum CountField {
    /// How many chats.
    CHATS_COUNT,
    /// How many threads.
    THREADS_COUNT,
    /// How many visits.
    VISITS_COUNT
  }

  /// The times that can be asked for.
  enum TimeField {
    /// When the customer was created.
    CREATED_AT,
    /// When an agent last wrote in a chat of the customer.
    AGENT_LAST_EVENT_CREATED_AT,
    /// When the customer last wrote.
    CUSTOMER_LAST_EVENT_CREATED_AT
  }
}
