/// The report as pictures and as a page. Pictures are SVG that needs no script and no style sheet,
/// and is readable on light and on dark pages, for its text and lines are of a grey that both have
/// contrast with.
///
/// [io.parley.bench.plot.Plots] reads the report and knows which charts there are; the charts know
/// nothing of the bench. [io.parley.bench.plot.FiguresPage] puts tables under them, which
/// [io.parley.bench.plot.FigureTables] declares.
///
/// Allowed imports: the JDK and Jackson's tree.
@NullMarked
package io.parley.bench.plot;

import org.jspecify.annotations.NullMarked;
