/// Licenses that are large when their server starts: rows for chats that are active.
///
/// Rows are written with SQL, as the server's journal would write them.
///
/// Allowed imports: the JDK, the PostgreSQL driver, `io.parley.bench.load`.
@NullMarked
package io.parley.bench.license;

import org.jspecify.annotations.NullMarked;
