/// Searching in what was said: a license filled with conversations, and requests for its archives.
///
/// Rows are written with SQL, as the server's journal would write them; texts are made of words of
/// which few are frequent and most are rare, as in any language.
///
/// Allowed imports: the JDK, the PostgreSQL driver, HdrHistogram, Jackson's streaming generator,
/// `io.parley.bench.load`.
@NullMarked
package io.parley.bench.archive;

import org.jspecify.annotations.NullMarked;
