package io.parley.core.content;

import io.parley.core.customer.Customer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A condition under which a visitor is greeted; judged when the visitor comes in.
public sealed interface GreetingRule {
  /// True of this visitor, whose last visit is the present one.
  boolean holds(Customer visitor);

  /// About an address; upper and lower case are the same.
  record OfAddress(Address address, TextOperator operator, String value) implements GreetingRule {
    @Override
    public boolean holds(Customer visitor) {
      Customer.LastVisit visit = visitor.lastVisit();
      List<Customer.Page> pages = visit == null ? List.of() : visit.lastPages();
      return switch (address) {
        case CURRENT -> operator.holds(pages.isEmpty() ? null : pages.getLast().url(), value);
        case REFERRER -> operator.holds(visit == null ? null : visit.referrer(), value);
        case VISITED ->
            operator.negated()
                ? pages.stream().allMatch(page -> operator.holds(page.url(), value))
                : pages.stream().anyMatch(page -> operator.holds(page.url(), value));
      };
    }
  }

  /// About how often the visitor came, or how much the visitor looked at.
  record OfNumber(Count count, NumberOperator operator, int value) implements GreetingRule {
    @Override
    public boolean holds(Customer visitor) {
      Customer.LastVisit visit = visitor.lastVisit();
      return operator.holds(
          switch (count) {
            case VISITS -> visitor.statistics().visits();
            case PAGES -> visit == null ? 0 : visit.lastPages().size();
          },
          value);
    }
  }

  /// About one of the visitor's fields.
  record OfField(String name, TextOperator operator, String value) implements GreetingRule {
    @Override
    public boolean holds(Customer visitor) {
      String found = null;
      for (Customer.Field field : visitor.fields()) {
        if (field.name().equals(name)) {
          found = field.value();
        }
      }
      return operator.holds(found, value);
    }
  }

  /// Which address is meant.
  enum Address {
    /// The page that the visitor is on.
    CURRENT,
    /// A page of the visit, the one that the visitor is on included.
    VISITED,
    /// The page that led to the website.
    REFERRER
  }

  /// What is counted.
  enum Count {
    /// Visits, the present one included.
    VISITS,
    /// Pages of this visit.
    PAGES
  }

  /// How texts are compared. What is not there is an empty text.
  enum TextOperator {
    /// The same.
    EQUALS,
    /// Another.
    DOESNT_EQUAL,
    /// The value is a part of it.
    CONTAINS,
    /// The value is no part of it.
    DOESNT_CONTAIN;

    boolean negated() {
      return this == DOESNT_EQUAL || this == DOESNT_CONTAIN;
    }

    boolean holds(@Nullable String found, String value) {
      String text = found == null ? "" : found.toLowerCase(Locale.ROOT);
      String wanted = value.toLowerCase(Locale.ROOT);
      return switch (this) {
        case EQUALS -> text.equals(wanted);
        case DOESNT_EQUAL -> !text.equals(wanted);
        case CONTAINS -> text.contains(wanted);
        case DOESNT_CONTAIN -> !text.contains(wanted);
      };
    }
  }

  /// How numbers are compared.
  enum NumberOperator {
    /// The same.
    EQUALS,
    /// Another.
    DOESNT_EQUAL,
    /// Less than the value.
    LOWER_THAN,
    /// At most the value.
    LOWER_OR_EQUAL,
    /// More than the value.
    GREATER_THAN,
    /// At least the value.
    GREATER_OR_EQUAL;

    boolean holds(int found, int value) {
      return switch (this) {
        case EQUALS -> found == value;
        case DOESNT_EQUAL -> found != value;
        case LOWER_THAN -> found < value;
        case LOWER_OR_EQUAL -> found <= value;
        case GREATER_THAN -> found > value;
        case GREATER_OR_EQUAL -> found >= value;
      };
    }
  }
}
