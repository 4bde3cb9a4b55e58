/// The report as pictures: SVG that needs no script and no style sheet, and is readable on light
// and
/// on dark pages, for its text and lines are of a grey that both have contrast with.
///
/// {@link io.parley.bench.plot.Plots} reads the report and knows which charts there are; the charts
/// know nothing of the bench.
///
/// Allowed imports: the JDK and Jackson's tree.
@NullMarked
package io.parley.bench.plot;

import org.jspecify.annotations.NullMarked;
