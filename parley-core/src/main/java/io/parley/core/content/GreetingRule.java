package io.parley.core.content;

import io.parley.core.customer.Customer;
import io.parley.core.customer.Geolocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A condition under which a visitor is greeted.
public sealed interface GreetingRule {
  /// True of this visitor, whose last visit is the present one, at that time.
  boolean holds(Customer visitor, Instant now);

  /// From when on the rule holds, if all that is needed is that time passes; else empty.
  default Optional<Instant> holdsFrom(Customer visitor) {
    return Optional.empty();
  }

  /// About an address; upper and lower case are the same.
  record OfAddress(Address address, TextOperator operator, String value) implements GreetingRule {
    @Override
    public boolean holds(Customer visitor, Instant now) {
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
    public boolean holds(Customer visitor, Instant now) {
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
    public boolean holds(Customer visitor, Instant now) {
      String found = null;
      for (Customer.Field field : visitor.fields()) {
        if (field.name().equals(name)) {
          found = field.value();
        }
      }
      return operator.holds(found, value);
    }
  }

  /// About how many seconds a visitor has spent there. "Equal" is who has spent as many or more: a
  /// moment that was missed would never come again.
  record OfTime(Stay stay, NumberOperator operator, int seconds) implements GreetingRule {
    @Override
    public boolean holds(Customer visitor, Instant now) {
      Instant since = since(visitor);
      if (since == null) {
        return false;
      }
      long spent = Math.max(0, Duration.between(since, now).toSeconds());
      int whole = (int) Math.min(spent, Integer.MAX_VALUE);
      return operator == NumberOperator.EQUALS ? whole >= seconds : operator.holds(whole, seconds);
    }

    @Override
    public Optional<Instant> holdsFrom(Customer visitor) {
      Instant since = since(visitor);
      if (since == null) {
        return Optional.empty();
      }
      return switch (operator) {
        case EQUALS, GREATER_OR_EQUAL -> Optional.of(since.plusSeconds(seconds));
        case GREATER_THAN -> Optional.of(since.plusSeconds(seconds + 1L));
        case DOESNT_EQUAL, LOWER_THAN, LOWER_OR_EQUAL -> Optional.empty();
      };
    }

    private @Nullable Instant since(Customer visitor) {
      Customer.LastVisit visit = visitor.lastVisit();
      if (visit == null) {
        return null;
      }
      return switch (stay) {
        case SITE -> visit.startedAt();
        case PAGE -> visit.lastPages().isEmpty() ? null : visit.lastPages().getLast().openedAt();
      };
    }
  }

  /// About pages that the visitor looked at one after the other; others may lie between. The last
  /// is the page that the visitor is on.
  record OfFunnel(List<Step> steps) implements GreetingRule {
    /// Makes the list unmodifiable.
    public OfFunnel {
      steps = List.copyOf(steps);
    }

    /// One of the pages; upper and lower case are the same.
    public record Step(TextOperator operator, String url) {
      private boolean matches(Customer.Page page) {
        return operator.holds(page.url(), url);
      }
    }

    @Override
    public boolean holds(Customer visitor, Instant now) {
      Customer.LastVisit visit = visitor.lastVisit();
      List<Customer.Page> pages = visit == null ? List.of() : visit.lastPages();
      if (steps.isEmpty() || pages.isEmpty() || !steps.getLast().matches(pages.getLast())) {
        return false;
      }
      int open = steps.size() - 1;
      for (int i = pages.size() - 2; i >= 0 && open > 0; i--) {
        if (steps.get(open - 1).matches(pages.get(i))) {
          open--;
        }
      }
      return open == 0;
    }
  }

  /// About where the visitor seems to be: in one of these places.
  record OfPlace(List<Place> places) implements GreetingRule {
    /// Makes the list unmodifiable.
    public OfPlace {
      places = List.copyOf(places);
    }

    /// A place. What is null may be anything; upper and lower case are the same.
    ///
    /// @param countryCode two letters
    public record Place(
        @Nullable String country,
        @Nullable String countryCode,
        @Nullable String region,
        @Nullable String city) {
      private boolean holds(Geolocation found) {
        return isSame(country, found.country())
            && isSame(countryCode, found.countryCode())
            && isSame(region, found.region())
            && isSame(city, found.city());
      }

      private static boolean isSame(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equalsIgnoreCase(found);
      }
    }

    @Override
    public boolean holds(Customer visitor, Instant now) {
      Customer.LastVisit visit = visitor.lastVisit();
      Geolocation found = visit == null ? null : visit.geolocation();
      return found != null && places.stream().anyMatch(place -> place.holds(found));
    }
  }

  /// Where time is spent.
  enum Stay {
    /// On the website, in this visit.
    SITE,
    /// On the page that the visitor is on.
    PAGE
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
