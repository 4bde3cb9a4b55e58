package io.parley.core.query;

import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted.
public sealed interface Page {
  /// How many entries at most.
  int limit();

  /// A page named by the answer before; stable while the list changes.
  ///
  /// @param pageId null for the first page
  record ById(@Nullable String pageId, int limit) implements Page {}

  /// The entries from a position on, counted from 0.
  record ByOffset(int offset, int limit) implements Page {}

  /// The page of a number, counted from 1.
  record ByNumber(int number, int limit) implements Page {}
}
