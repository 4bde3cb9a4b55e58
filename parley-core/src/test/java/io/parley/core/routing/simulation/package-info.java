/// A simulated contact centre: random events in a random order, repeatable by seed, with the
/// router's promises checked after each.
@NullMarked
package io.parley.core.routing.simulation;

import org.jspecify.annotations.NullMarked;
