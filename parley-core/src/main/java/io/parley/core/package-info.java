/// The seam of the domain: [io.parley.core.Command], [io.parley.core.Decision],
/// [io.parley.core.Change].
///
/// `decide` is a function of state, command and context; `apply` is a function of state and change.
/// Neither may read a clock, draw a random number, block, log, start a thread or keep a reference
/// to the state beyond its return: time and ids come from the [io.parley.core.Context].
@NullMarked
package io.parley.core;

import org.jspecify.annotations.NullMarked;
