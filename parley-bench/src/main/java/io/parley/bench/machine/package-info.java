/// The machine under the measurement: what processes cost, and starting the ones that are needed.
///
/// Costs are read from `/proc`, so figures of processor time and memory exist on Linux only.
/// Processes that this package starts end when their object is closed.
///
/// Allowed imports: the JDK, the PostgreSQL driver and HdrHistogram.
@NullMarked
package io.parley.bench.machine;

import org.jspecify.annotations.NullMarked;
