/// How fast webhooks come: a receiver that answers at once, in the load generator's own process.
///
/// The latency is counted from the time at which the server says that the event was made, which is
/// before the commit, to the arrival of the request; both by the clock of one machine.
@NullMarked
package io.parley.bench.webhook;

import org.jspecify.annotations.NullMarked;
