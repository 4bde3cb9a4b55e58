/// What a measurement looks like to people (a table) and to programs (JSON).
///
/// Allowed imports: {@code io.parley.bench.load} for the figures, Jackson's streaming generator.
@NullMarked
package io.parley.bench.report;

import org.jspecify.annotations.NullMarked;
