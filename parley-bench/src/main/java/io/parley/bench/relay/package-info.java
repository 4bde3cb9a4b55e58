/// The limits that Parley's speed is compared with: servers that do nothing but pass messages on.
///
/// A relay speaks just enough of the RTM API for the load generator not to notice the difference:
/// customer tokens, `login`, `start_chat`, `send_event`, `close_thread`, `logout`. It checks
/// nothing, knows no rules and keeps no history. Two fillings of [io.parley.bench.relay.Ledger]
/// make two limits:
///
/// - [io.parley.bench.relay.NoLedger]: every message is answered and delivered at once. What the
///   edge alone can do.
/// - [io.parley.bench.relay.PostgresLedger]: every message is a row, and is answered and delivered
///   when the transaction that holds it has been committed. The realistic ceiling for a durable
///   server.
///
/// Table of the second:
///
///     bench_message (license_id, chat_id, thread_id, event_number, created_at, author_id, type,
/// payload jsonb)
///     primary key (license_id, chat_id, thread_id, event_number)
///
/// Concurrency: a session belongs to the event loop of its connection; a chat's state is shared by
/// the loops of its two sides and therefore atomic; the switchboard is locked. Rows are written by
/// one thread per lane.
///
/// Allowed imports: Vert.x, the PostgreSQL driver, [io.parley.bench.load.JsonScan].
@NullMarked
package io.parley.bench.relay;

import org.jspecify.annotations.NullMarked;
