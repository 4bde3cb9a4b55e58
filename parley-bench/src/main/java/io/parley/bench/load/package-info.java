/// The load generator: a small WebSocket client and the conversations that run over it.
///
/// Purpose: to cost as little as possible, because it shares the machine with the server that it
/// measures. Everything that happens per message runs on one event loop thread, which owns all of
/// the package's mutable state; no lock is taken and nothing is parsed into objects there. What
/// happens once per connection (tokens, logins, starting chats) is ordinary blocking code on
/// virtual threads.
///
/// Life cycle: a [io.parley.bench.load.LoadLoop] is opened, a [io.parley.bench.load.PairChat] or
/// [io.parley.bench.load.IdleCrowd] connects its people through it, measures, says goodbye, and the
/// loop is closed.
///
/// Invariants: every message carries the number of its conversation and its own number within it,
/// so that loss, duplication, reordering and delivery to strangers are seen and counted, never
/// averaged away.
///
/// Allowed imports: Netty, HdrHistogram, Jackson's streaming parser (set-up only), and
/// `io.parley.bench.machine` for readings of processes.
@NullMarked
package io.parley.bench.load;

import org.jspecify.annotations.NullMarked;
