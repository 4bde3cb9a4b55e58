/// What is counted, and under which names.
@NullMarked
package io.parley.gateway.metrics;

import org.jspecify.annotations.NullMarked;
