/// Answers to the queries of the core, from what is committed. They don't pass the license's
/// writer.
///
/// - What a caller may see is a condition in the SQL: [io.parley.store.history.Viewer] is the one
///   place that says it, and it says the same as the core's `Sight`.
/// - Each answer is read in one read-only transaction that sees one moment, with one query per
///   table, however many entries there are.
/// - Lists are paged by key: a page begins behind the last entry of the one before, wherever that
///   entry has gone meanwhile. Page ids are opaque and hold for the caller, filters and order that
///   they were made for.
///
/// Everything blocks. Allowed imports: the core, [io.parley.store.codec], [io.parley.store.row],
/// Jdbi.
@NullMarked
package io.parley.store.history;

import org.jspecify.annotations.NullMarked;
