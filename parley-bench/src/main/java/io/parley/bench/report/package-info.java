/// What a measurement looks like to people (a table) and to programs (JSON).
///
/// A report is an object with a field for each part of the bench; each part is a
/// [io.parley.bench.report.Section], which knows both forms.
///
/// Allowed imports: `io.parley.bench.load`, `io.parley.bench.machine` and `io.parley.bench.archive`
/// for the figures, Jackson.
@NullMarked
package io.parley.bench.report;

import org.jspecify.annotations.NullMarked;
