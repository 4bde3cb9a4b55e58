/// The journal: changes become rows in group commits, and rows become the state of a license again.
///
/// Writing, on one thread:
///
///     append ─▶ queue ─▶ CommitWorker ─▶ Rows ─▶ GroupWriter ─▶ completions, in order
///                        takes all       what    one transaction
///                        that waits      it means
///
/// - [io.parley.store.journal.Rows] is the projection of changes to tables: an exhaustive `switch`
///   for each family of changes. Rows come from the changes alone; a row that is touched many times
///   within a group is written once.
/// - A group that holds nothing but events, as most do, is one statement and one round trip: it
///   raises the `seq` of the licenses whose epoch is right and adds the events of these. Every
///   other group begins with the same statement and ends with a commit.
/// - A license whose epoch is another now loses its batches; the rest of the group is written.
///   When the database refuses rows, each license of the group is written apart.
/// - A batch that failed ends its epoch: all later batches of it fail, too, until the license is
///   opened anew. When the connection breaks during a commit, the database is asked whether it took
///   place, so that `failed` means that nothing is on disk.
///
/// Reading takes connections of its own and sees what is committed.
///
/// - What webhooks have to send is written in the same statement as the events, and told to the
///   [io.parley.store.outbox.OutboxListener] as soon as it is committed.
///
/// Allowed imports: the core, the runtime's port, [io.parley.store.codec], [io.parley.store.row],
/// the ports of [io.parley.store.outbox], JDBC. No Jdbi, no pool: a `DataSource` is enough.
@NullMarked
package io.parley.store.journal;

import org.jspecify.annotations.NullMarked;
