/// Webhooks on their way: from the outbox to their receivers, at least once each.
///
///     commit ─▶ WebhookWorker ─▶ Dispatcher ─▶ Lane ─▶ Receiver ─▶ Sender
///                (one thread)        │                               │
///                                SettlementWorker ◀── outcome ───────┘
///                                    └─▶ Outbox
///
/// - What was committed arrives with its body, from the journal's thread; the outbox is read only
///   after a start, and when more waits for a webhook than is kept in memory
///   ([io.parley.delivery.webhook.Backlog]).
/// - A [io.parley.delivery.webhook.Lane] is what one webhook has to say about one subject, such as
///   a chat: one after another, each when the one before is delivered or given up. Lanes don't wait
///   for each other, except that a [io.parley.delivery.webhook.Receiver], which is a host as one
///   license knows it, gets so many at a time: a slow one holds back nobody but itself.
/// - What fails is tried again later, ever more rarely
///   ([io.parley.delivery.webhook.RetrySchedule]), then parked: it stays in the outbox until
///   somebody retries or drops it, and the lane goes on. A receiver that answers again after a time
///   of failures is given at once whatever waits for it.
/// - An entry leaves the outbox after the receiver has it. Whoever is killed in between sends it
///   once more, under the same delivery id.
///
/// - Who sends a message waits for the answer, and nobody waits for a webhook in the outbox: while
///   the processors are full, and a good part of them with other work, deliveries begin at a modest
///   [io.parley.delivery.webhook.Pace]. What that leaves behind is in the outbox, not in memory.
///
/// Time, chance and the way to send are arguments. The dispatcher is one thread's; nothing in it
/// blocks.
@NullMarked
package io.parley.delivery.webhook;

import org.jspecify.annotations.NullMarked;
