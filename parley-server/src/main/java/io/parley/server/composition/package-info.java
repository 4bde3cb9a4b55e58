/// Where the modules are put together: one class for each, with plain constructors, and [Server],
/// which starts and stops them in their order.
///
/// Time, ids and chance enter here ([Surroundings]) and go everywhere else as arguments.
@NullMarked
package io.parley.server.composition;

import org.jspecify.annotations.NullMarked;
