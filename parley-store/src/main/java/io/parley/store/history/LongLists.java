package io.parley.store.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.parley.core.license.LicenseId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What was found out a moment ago about long lists of archives: how long they are, and behind
/// which entries their pages begin. It spares whoever turns pages the counting of what lies before
/// each.
///
/// It is about places only: which threads are on a page, and whether the viewer may see them, is
/// always read anew from where the page begins. A list that was read a moment ago is cut into pages
/// as it was then, so that threads that begin meanwhile do not move them.
///
/// For any number of threads. Bounded in time and in memory.
final class LongLists {
  private static final int LONG = 2_000;
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST_MARKS = 100_000;
  private static final int MOST_LISTS = 5_000;
  private static final int CHARACTERS_OF_A_MARK = 64;

  private final int longFrom;
  private final Cache<Name, Long> totals;
  private final Cache<Name, Marks> marks;

  /// Names a list, as one viewer sees it at one time.
  ///
  /// @param list everything else that a page id holds for
  /// @param groups the viewer's own, which may be others later
  /// @param step of how many entries its pages are; 0 where that does not matter
  private record Name(LicenseId licenseId, String list, List<Integer> groups, int step) {
    Name {
      groups = List.copyOf(groups);
    }
  }

  /// Where pages begin.
  ///
  /// @param depth how many entries were looked at
  /// @param ends the last entry of the first page, of the second, …
  record Marks(int depth, List<PageId> ends) {
    /// Makes the list unmodifiable.
    Marks {
      ends = List.copyOf(ends);
    }
  }

  LongLists() {
    this(LONG, Ticker.systemTicker());
  }

  /// @param longFrom from how many entries on a list is long
  LongLists(int longFrom, Ticker ticker) {
    this.longFrom = longFrom;
    this.totals =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(KEPT)
            .maximumWeight((long) MOST_LISTS * CHARACTERS_OF_A_MARK)
            .weigher((Name name, Long _) -> CHARACTERS_OF_A_MARK + name.list().length())
            .build();
    this.marks =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_MARKS)
            .weigher(
                (Name name, Marks kept) ->
                    1 + name.list().length() / CHARACTERS_OF_A_MARK + kept.ends().size())
            .build();
  }

  /// True of a list of so many entries if it is worth knowing more about it.
  boolean isLong(long total) {
    return total >= longFrom;
  }

  /// How many entries the list had a moment ago; empty if that is not known, or were few.
  OptionalLong total(Viewer viewer, Paging paging) {
    Long total = totals.getIfPresent(name(viewer, paging, 0));
    return total == null ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /// Notes how many entries the list has now.
  void note(Viewer viewer, Paging paging, long total) {
    if (isLong(total)) {
      totals.put(name(viewer, paging, 0), total);
    }
  }

  /// Where pages of that size begin, at least as far as to that depth; null if that is not known.
  @Nullable Marks marksOrNull(Viewer viewer, Paging paging, int depth) {
    Marks known = marks.getIfPresent(name(viewer, paging, paging.limit()));
    return known == null || known.depth() < depth ? null : known;
  }

  /// Notes where pages begin now.
  void note(Viewer viewer, Paging paging, Marks found) {
    marks.put(name(viewer, paging, paging.limit()), found);
  }

  private static Name name(Viewer viewer, Paging paging, int step) {
    return new Name(viewer.licenseId(), paging.list(), viewer.groups(), step);
  }
}
