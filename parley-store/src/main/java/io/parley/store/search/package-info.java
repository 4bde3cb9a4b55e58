/// What archives are searched by: the words of each thread, in one index, kept by a worker beside
/// the journal.
///
///     thread.unindexed    true while a thread is active, and until the worker has come by
///     thread_text         terms │ of a closed thread: what the index is over
///                         partial, event_count │ of an active one: the terms of its first events
///     customer_activity   when somebody last wrote in the closed threads of a customer
///     customer.renamed    true until the worker has come by
///
/// - A message costs nothing here: the worker reads a thread once, when it is closed. Whoever
///   searches reads what the worker has not read yet from the events themselves, so that answers
///   are never behind: all threads that are `unindexed`, from `event_count` on.
/// - The worker notes the first events of active threads now and then, so that there is little to
///   read.
/// - It never waits for a row that the journal holds, and holds rows of the journal's for a moment
///   only. What it does is done in one transaction or not at all, and may be lost with the server's
///   memory: then it is done again.
/// - While the processors are full it rests most of the time ([io.parley.store.search.Stride]): an
///   answer to a message comes before a faster search.
/// - Only a customer's new name or address is searchable a moment later.
///
/// Allowed imports: the core, [io.parley.store.codec], Jdbi.
@NullMarked
package io.parley.store.search;

import org.jspecify.annotations.NullMarked;
