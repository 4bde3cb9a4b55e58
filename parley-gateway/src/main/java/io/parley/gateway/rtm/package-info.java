/// The RTM API: connections that stay.
///
/// A connection lives on one event loop and is touched by no other thread. What comes from
/// elsewhere (answers, pushes, results of queries) enters as a task of that loop, in order: so an
/// answer goes out before the pushes that its request caused, and those before later ones. Frames
/// that were queued in one turn of the loop leave with one flush. There are no timers per
/// connection: the loop has one tick, and all time-outs are counted in it.
///
/// Whether frames travel by WebSocket or SockJS is known to the wire alone.
@NullMarked
package io.parley.gateway.rtm;

import org.jspecify.annotations.NullMarked;
