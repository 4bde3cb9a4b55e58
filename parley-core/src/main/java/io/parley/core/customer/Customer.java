package io.parley.core.customer;

import io.parley.core.access.Access;
import io.parley.core.user.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer's profile.
///
/// @param fields an integration's own values, in the order in which they were set
/// @param bannedUntil set while the customer is banned
/// @param access whose agents may see the customer
public record Customer(
    CustomerId id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String avatar,
    List<Field> fields,
    Statistics statistics,
    @Nullable LastVisit lastVisit,
    Instant createdAt,
    @Nullable Instant bannedUntil,
    Access access) {

  /// One of the customer's fields.
  public record Field(String name, String value) {}

  /// How often the customer came and talked.
  public record Statistics(int chats, int threads, int visits) {
    /// Of someone who is new.
    public static final Statistics NONE = new Statistics(0, 0, 0);

    /// One thread more, and one chat more if it is the first of a new one.
    public Statistics withThread(boolean newChat) {
      return new Statistics(chats + (newChat ? 1 : 0), threads + 1, visits);
    }

    /// One visit more.
    public Statistics withVisit() {
      return new Statistics(chats, threads, visits + 1);
    }
  }

  /// The customer's newest visit to the website.
  public record LastVisit(
      long id,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String referrer,
      @Nullable String ip,
      @Nullable String userAgent,
      @Nullable Geolocation geolocation,
      List<Page> lastPages) {
    private static final int PAGES_KEPT = 10;

    /// Makes the list unmodifiable.
    public LastVisit {
      lastPages = List.copyOf(lastPages);
    }

    /// The visit with another page looked at; the newest pages are kept.
    public LastVisit with(Page page) {
      var pages = new ArrayList<>(lastPages);
      pages.add(page);
      List<Page> newest = pages.subList(Math.max(0, pages.size() - PAGES_KEPT), pages.size());
      return new LastVisit(id, startedAt, null, referrer, ip, userAgent, geolocation, newest);
    }

    /// The visit with an end.
    public LastVisit ended(Instant at) {
      return new LastVisit(id, startedAt, at, referrer, ip, userAgent, geolocation, lastPages);
    }
  }

  /// A page that was looked at.
  public record Page(Instant openedAt, String url, @Nullable String title) {}

  /// Makes the list unmodifiable.
  public Customer {
    fields = List.copyOf(fields);
  }

  /// Someone of whom nothing is known yet.
  public static Customer unknown(CustomerId id, Instant createdAt) {
    return new Customer(
        id, null, null, null, List.of(), Statistics.NONE, null, createdAt, null, Access.ALL_AGENTS);
  }

  /// The name used in system messages.
  public String displayName() {
    return name == null || name.isBlank() ? "Customer" : name;
  }

  /// The same customer with the given values set; fields are set one by one, others stay.
  public Customer with(CustomerDetails details) {
    return new Customer(
        id,
        details.name() == null ? name : details.name(),
        details.email() == null ? email : details.email(),
        details.avatar() == null ? avatar : details.avatar(),
        merged(fields, details.fields()),
        statistics,
        lastVisit,
        createdAt,
        bannedUntil,
        access);
  }

  /// The same customer with other statistics.
  public Customer with(Statistics newStatistics) {
    return new Customer(
        id, name, email, avatar, fields, newStatistics, lastVisit, createdAt, bannedUntil, access);
  }

  /// The same customer with another last visit.
  public Customer with(LastVisit visit) {
    return new Customer(
        id, name, email, avatar, fields, statistics, visit, createdAt, bannedUntil, access);
  }

  /// The same customer, banned until then.
  public Customer bannedUntil(Instant until) {
    return new Customer(
        id, name, email, avatar, fields, statistics, lastVisit, createdAt, until, access);
  }

  /// The same customer, seen by others.
  public Customer with(Access newAccess) {
    return new Customer(
        id, name, email, avatar, fields, statistics, lastVisit, createdAt, bannedUntil, newAccess);
  }

  /// True if the customer is banned at that time.
  public boolean isBanned(Instant at) {
    return bannedUntil != null && at.isBefore(bannedUntil);
  }

  private static List<Field> merged(List<Field> fields, List<Field> changes) {
    if (changes.isEmpty()) {
      return fields;
    }
    var merged = new ArrayList<>(fields);
    for (Field change : changes) {
      int index = indexOf(merged, change.name());
      if (index < 0) {
        merged.add(change);
      } else {
        merged.set(index, change);
      }
    }
    return merged;
  }

  private static int indexOf(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
