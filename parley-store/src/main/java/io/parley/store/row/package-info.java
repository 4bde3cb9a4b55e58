/// Rows of the tables as values of the core: one class per table, with the columns that it reads.
/// What is loaded for a license's writer and what queries answer is read by the same code.
///
/// The aliases are those of the table's initial: `c` chat, `t` thread, `e` event, `m` chat_user,
/// `cu` customer, `a` agent, `l` license. Times are in microseconds.
///
/// Allowed imports: the core, [io.parley.store.codec], JDBC.
@NullMarked
package io.parley.store.row;

import org.jspecify.annotations.NullMarked;
