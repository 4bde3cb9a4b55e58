/// The outbox of webhooks: what is to be sent, written in the transaction of the change that fired
/// it, and kept until the receiver has it.
///
///     webhook_delivery  license_id, webhook_id, seq │ subject, action, url, secret_key, body,
///                                                     created_at, tries, next_try_at,
///                                                     failing_since, failure, parked_at, released
///
/// The journal writes the rows, in one statement with the events of its group, and tells the
/// [io.parley.store.outbox.OutboxListener] of them when they are committed; the listener need not
/// read them. [io.parley.store.outbox.Outbox] is what the delivery does with them, and what an
/// operator does with those that were given up.
@NullMarked
package io.parley.store.outbox;

import org.jspecify.annotations.NullMarked;
