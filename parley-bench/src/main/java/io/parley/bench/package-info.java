/// How fast Parley is: the load generator, the ceilings it is compared with, and micro-benchmarks.
@NullMarked
package io.parley.bench;

import org.jspecify.annotations.NullMarked;
